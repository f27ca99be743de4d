import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AccountId, ChannelId, ClassroomId, PupilId, SchoolId } from "../../../schemas/ids.ts";
import { FamilyId, JobId, RecordingId } from "../../../schemas/ids.ts";
import { issueClassCode } from "../../../server/access/class-code.ts";
import { hashToken } from "../../../server/access/session-token.ts";
import type { Database } from "../../../server/store/open-database.ts";
import { newId } from "../../../server/store/new-id.ts";
import type { Store } from "../../../server/store/open-store.ts";
import { cartOf } from "../known-cart.ts";
import { giveConsent } from "../school.ts";
import type { ClassPlan, WorldPlan } from "./world-plan.ts";

type Station = { store: Store; database: Database; mediaDirectory: string; now: number };

/** A first name or a title that stands nowhere else: five letters after the first. */
function makeWords() {
  let count = 0;
  return () => {
    const letters = Array.from({ length: 5 }, (_, place) =>
      String.fromCharCode(97 + (Math.floor(count / 26 ** place) % 26)),
    );
    count += 1;
    return `Q${letters.join("")}`;
  };
}

const look = { language: "fr", bird: "pic", colour: 1 } as const;

/** The token in the private addresses of a family. */
export const feedTokenOf = (familyId: string) => hashToken(familyId).slice(0, 22);

/** Fills a station's database with the schools of a plan. Nobody in it has a password: sessions are made when they are asked for. */
export async function buildWorld(station: Station, { schools }: WorldPlan) {
  const word = makeWords();
  for (const plan of schools) {
    const school = await station.store.people.createSchool({ name: word(), city: "Vierzon" });
    const classes: ClassroomId[] = [];
    for (const each of plan.classes) classes.push(await buildClass(station, school, each, word));
    for (const [role, bits] of [
      ...plan.teachers.map((bits) => ["teacher", bits] as const),
      ...plan.admins.map((bits) => ["admin", bits] as const),
    ]) {
      const account = {
        schoolId: school.id,
        email: `${word()}@ecole.test`,
        displayName: "Mme Lefort",
        role,
        passwordHash: "none",
      };
      await teach(station, (await station.store.people.createAccount(account)).id, classes, bits);
    }
  }
  return { word };
}

async function teach({ store }: Station, accountId: AccountId, classes: readonly ClassroomId[], bits: number) {
  for (const [index, id] of classes.entries())
    if ((bits >> index) & 1) await store.classrooms.addTeacher(id, accountId);
}

async function buildClass(
  station: Station,
  school: { id: SchoolId; name: string },
  plan: ClassPlan,
  word: () => string,
) {
  const { store, now } = station;
  const newClassroom = { name: word(), schoolYear: "2026-2027" };
  const { id } = await store.classrooms.create(school.id, newClassroom, () => issueClassCode(now));
  const pupils: PupilId[] = [];
  for (let count = 0; count < plan.pupils; count += 1) {
    const pupil = await store.people.addPupil(id, { firstName: word(), bird: "merle", colour: 2 });
    await giveConsent(store, pupil.id, "public", now);
    pupils.push(pupil.id);
  }
  for (const [index, distance] of plan.families.entries()) {
    await buildFamily(station, school.id, [
      pupils[index % pupils.length]!,
      pupils[(index + distance) % pupils.length]!,
    ]);
  }
  for (let count = 0; count < plan.carts; count += 1) await buildCart(station, id);
  for (const channel of plan.channels) await buildChannel(station, { id, author: school.name, title: word() }, channel);
  return id;
}

async function buildFamily({ store }: Station, schoolId: SchoolId, children: readonly PupilId[]) {
  const id = newId(FamilyId);
  const tokens = { tokenHash: hashToken(`link ${id}`), feedTokenHash: hashToken(feedTokenOf(id)), codeHash: id };
  const link = { issue: 1, ...tokens };
  await store.families.create({ id, schoolId, language: "fr", pupilIds: [...new Set(children)], link });
}

type Radio = { id: ClassroomId; author: string; title: string };

async function buildChannel(station: Station, { id, author, title }: Radio, plan: ClassPlan["channels"][number]) {
  const { store, database, now } = station;
  const { visibility } = plan;
  const channel = await store.channels.create(id, author, { title, description: "", visibility, ...look });
  for (const state of plan.shows) {
    const { id: showId } = await store.shows.create(channel.id, { title: "Le journal", scheduledAt: null });
    await store.shows.setState(showId, state);
  }
  const importId = await store.podcastImports.create(channel.id, "files", null);
  await store.podcastImports.setWords(importId, { title: "Au marché", description: "", coverSource: null });
  for (const episode of plan.episodes) {
    const renderJobId = await buildJob(station, id);
    await buildEpisode({ store, database, now }, channel.id, { ...episode, renderJobId });
  }
}

type EpisodePlan = ClassPlan["channels"][number]["episodes"][number] & { renderJobId: JobId };

async function buildEpisode(
  { store, database, now }: Omit<Station, "mediaDirectory">,
  channelId: ChannelId,
  plan: EpisodePlan,
) {
  const show = await store.shows.create(channelId, { title: "Au marché", scheduledAt: null });
  await store.shows.setState(show.id, "ended");
  const recordingId = newId(RecordingId);
  const recording = { id: recordingId, showId: show.id, directory: "recordings/none", startedAt: now, endedAt: now };
  await database.insertInto("recording").values(recording).execute();
  const id = await store.episodes.create({
    channelId,
    showId: show.id,
    recordingId,
    recordedAt: now,
    title: "Au marché",
  });
  const published = plan.state === "published" ? { publishedAt: now } : {};
  const { state, own: visibility, renderJobId } = plan;
  const row = { state, visibility, renderJobId, version: 1, ...published };
  await database.updateTable("episode").set(row).where("id", "=", id).execute();
}

async function buildCart({ store, mediaDirectory }: Station, classroomId: ClassroomId) {
  const { id } = await store.carts.add(cartOf({ classroomId }));
  mkdirSync(join(mediaDirectory, "carts"), { recursive: true });
  writeFileSync(join(mediaDirectory, "carts", `${id}.mp3`), "a sound");
}

async function buildJob({ database, now }: Station, classroomId: ClassroomId) {
  const id = newId(JobId);
  const done = { kind: "render-episode", payload: "{}", state: "done", runAfter: now, createdAt: now };
  await database
    .insertInto("job")
    .values({ id, classroomId, ...done })
    .execute();
  return id;
}
