import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { AccountId, ChannelId, ClassroomId, PupilId, SchoolId } from "../../../schemas/ids.ts";
import { usualExercise } from "../../../schemas/exercises.ts";
import { FamilyId, JobId, RecordingId, TakeId } from "../../../schemas/ids.ts";
import { rubricLibrary } from "../../../schemas/rubric-library/rubric-library.ts";
import { issueClassCode } from "../../../server/access/class-code.ts";
import { hashToken, newToken } from "../../../server/access/session-token.ts";
import { makeStaffOffice } from "../../../server/access/staff-office.ts";
import type { Database } from "../../../server/store/open-database.ts";
import { newId } from "../../../server/store/new-id.ts";
import type { Store } from "../../../server/store/open-store.ts";
import type { Holder } from "../../../server/store/sessions.ts";
import { speakersIn } from "../../../schemas/takes.ts";
import { knownAnchor } from "../known-anchor.ts";
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

/** Fills a station's database with the schools of a plan. Nobody in it has a password: sessions are made when they are asked for. Gives the tokens of who was shut out while signed in. */
export async function buildWorld(station: Station, { schools }: WorldPlan) {
  const word = makeWords();
  const shutOut: string[] = [];
  for (const plan of schools) {
    const school = await station.store.people.createSchool({ name: word(), city: "Vierzon" });
    const place: Place = { school, word, shutOut };
    const classes: ClassroomId[] = [];
    for (const each of plan.classes) classes.push(await buildClass(station, place, each));
    for (const bits of plan.admins) await buildStaff(station, place, { role: "admin", bits, classes });
    for (const { bits, isShut } of plan.teachers) {
      const id = await buildStaff(station, place, { role: "teacher", bits, classes });
      if (isShut) await shutAccount(station, place, id);
    }
    // At last, as at the end of a year; what it had planned is called off then.
    await archive(
      station,
      classes.filter((_, index) => plan.classes[index]!.isArchived),
    );
    if (plan.isShut) await shutSchool(station, school.id);
  }
  await buildRegion(station, word);
  return { word, shutOut };
}

// What was on air there has ended.
async function shutSchool({ store, database }: Station, id: SchoolId) {
  await database.updateTable("show").set({ state: "ended" }).where("state", "=", "live").execute();
  await store.regionSchools.change(id, { isShut: true });
}

async function buildRegion({ store }: Station, word: () => string) {
  const schoolId = await store.regionSchools.requireRegion();
  const account = { schoolId, email: `${word()}@region.test`, displayName: "M. Besson", passwordHash: "none" };
  await store.people.createAccount({ ...account, role: "region" });
}

/** Where a part of the world is built. */
type Place = { school: { id: SchoolId; name: string }; word: () => string; shutOut: string[] };

async function archive({ database, now }: Station, ids: readonly ClassroomId[]) {
  if (ids.length === 0) return;
  const channels = database.selectFrom("channel").select("id").where("classroomId", "in", ids);
  const planned = database.deleteFrom("show").where("channelId", "in", channels).where("state", "=", "planned");
  await planned.execute();
  await database.updateTable("classroom").set({ archivedAt: now }).where("id", "in", ids).execute();
}

type StaffPlan = { role: "teacher" | "admin"; bits: number; classes: readonly ClassroomId[] };

async function buildStaff(station: Station, { school, word }: Place, { role, bits, classes }: StaffPlan) {
  const account = {
    schoolId: school.id,
    email: `${word()}@ecole.test`,
    displayName: "Mme Lefort",
    passwordHash: "none",
  };
  const { id } = await station.store.people.createAccount({ ...account, role });
  await teach(station, id, classes, bits);
  const anchorId = await station.store.anchors.create(school.id, id, { ...knownAnchor, title: word() });
  mkdirSync(join(station.mediaDirectory, "takes"), { recursive: true });
  writeFileSync(join(station.mediaDirectory, "takes", `${anchorId}.mp3`), "a voice on purpose");
  return id;
}

/** A browser in which somebody is signed in until an hour from now. */
async function signIn({ store, now }: Station, holder: Holder): Promise<string> {
  const token = newToken();
  await store.sessions.create({ tokenHash: hashToken(token), holder, now, expiresAt: now + 3_600_000 });
  return token;
}

async function shutAccount(station: Station, { school: { id: schoolId }, shutOut }: Place, accountId: AccountId) {
  shutOut.push(await signIn(station, { role: "teacher", accountId, schoolId }));
  const office = makeStaffOffice({ database: station.database, clock: () => station.now });
  await office.change("account:nobody", schoolId, accountId, { isActive: false });
}

async function teach({ store }: Station, accountId: AccountId, classes: readonly ClassroomId[], bits: number) {
  for (const [index, id] of classes.entries())
    if ((bits >> index) & 1) await store.classrooms.addTeacher(id, accountId);
}

async function buildClass(station: Station, place: Place, plan: ClassPlan) {
  const { store, now } = station;
  const { school, word } = place;
  const newClassroom = { name: word(), schoolYear: "2026-2027" };
  const { id } = await store.classrooms.create(school.id, newClassroom, () => issueClassCode(now));
  const pupils: PupilId[] = [];
  for (let count = 0; count < plan.pupils; count += 1) {
    const pupil = await store.people.addPupil(id, { firstName: word(), bird: "merle", colour: 2 });
    await giveConsent(store, pupil.id, "public", now);
    pupils.push(pupil.id);
  }
  const families: FamilyId[] = [];
  for (const [index, { distance, isRevoked }] of plan.families.entries()) {
    const children = [index, index + distance].map((at) => pupils[at % pupils.length]!);
    families.push(await buildFamily(station, place, { children, isRevoked }));
  }
  for (let count = 0; count < plan.carts; count += 1) await buildCart(station, id);
  await buildExercises(station, id, pupils);
  for (const channel of plan.channels)
    await buildChannel(station, { id, author: school.name, title: word(), families }, channel);
  return id;
}

type FamilyPlan = { children: readonly PupilId[]; isRevoked: boolean };

async function buildFamily(station: Station, { school, shutOut }: Place, { children, isRevoked }: FamilyPlan) {
  const { store } = station;
  const [id, schoolId] = [newId(FamilyId), school.id];
  const tokens = { tokenHash: hashToken(`link ${id}`), feedTokenHash: hashToken(feedTokenOf(id)), codeHash: id };
  const link = { issue: 1, ...tokens };
  await store.families.create({ id, schoolId, language: "fr", pupilIds: [...new Set(children)], link });
  if (!isRevoked) return id;
  shutOut.push(await signIn(station, { role: "family", familyId: id, schoolId }));
  await store.families.setLink(id, undefined);
  return id;
}

type Radio = { id: ClassroomId; author: string; title: string; families: readonly FamilyId[] };

async function buildChannel(
  station: Station,
  { id, author, title, families }: Radio,
  plan: ClassPlan["channels"][number],
) {
  const { store, database, now } = station;
  const { visibility } = plan;
  const channel = await store.channels.create(id, author, { title, description: "", visibility, ...look });
  for (const state of plan.shows) {
    const { id: showId } = await store.shows.create(channel.id, { title: "Le journal", scheduledAt: null });
    await store.shows.setState(showId, state);
    for (const familyId of families)
      await store.replies.add({ id: store.replies.newId(), familyId, showId, kind: "question", text: "Et la météo ?" });
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

async function buildExercises({ store, mediaDirectory, now }: Station, classroomId: ClassroomId, pupils: PupilId[]) {
  const settings = { ...usualExercise, title: "Le corbeau et le renard", kind: "readAloud" } as const;
  const { id: exerciseId } = await store.exercises.create(classroomId, settings);
  const rubric = await store.rubrics.create(classroomId, rubricLibrary[0]!);
  mkdirSync(join(mediaDirectory, "takes"), { recursive: true });
  for (const [place, pupilId] of pupils.slice(0, 3).entries()) {
    // The last of three speaks with the first.
    const partnerId = place === 2 ? pupils[0]! : null;
    const take = { id: newId(TakeId), recordedAt: new Date(now).toISOString(), durationSeconds: 4, partnerId };
    await store.takes.begin(exerciseId, pupilId, take, 1_000);
    await store.takes.setArrived(take.id);
    writeFileSync(join(mediaDirectory, "takes", `${take.id}.mp3`), "a voice");
    await store.takes.setSent(take.id);
    const note = await store.reviews.comment(take.id, { atSeconds: 1, text: "" });
    writeFileSync(join(mediaDirectory, "takes", `${take.id}.${note}.mp3`), "a teacher's voice");
    const peers = pupils.filter((id) => id !== pupilId && id !== partnerId).slice(0, 1);
    await store.reviews.invite(take.id, speakersIn({ pupilId, partnerId }), { rubricId: rubric.id, pupilIds: peers });
    await store.progress.shareAlbum(pupilId, true);
  }
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
