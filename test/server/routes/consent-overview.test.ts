import { expect, test } from "vitest";
import { consentsCsv } from "../../../client/admin/consents-csv.ts";
import { school as words } from "../../../client/i18n/fr/school.ts";
import { makeSpeaker } from "../../../client/i18n/speaker.ts";
import { fr } from "../../../client/i18n/fr/dictionary.ts";
import { dayInParis } from "../../../schemas/consent.ts";
import type { ClassConsents } from "../../../schemas/consent-overview.ts";
import { StripId, type PupilId, type ShowId } from "../../../schemas/ids.ts";
import type { Show } from "../../../schemas/shows.ts";
import { newId } from "../../../server/store/new-id.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { openPublishedSchool } from "../../support/published-school.ts";
import { rundownItem } from "../../support/rundown.ts";

const dayMs = 86_400_000;

test("an admin reads in numbers how far the voices of each class go, and which episodes an answer touches that ends soon; nobody's name, and no other school", async () => {
  await using house = await openPublishedSchool({ visibility: "family", seconds: 2 });
  const { doors, school, episode } = house;
  const { store, clock } = doors;
  const { recordingId } = await store.episodes.filesOf(episode.id);
  const [awa, jules, lina] = school.pupils;
  for (const { id } of [awa, jules])
    await store.voices.note(recordingId!, { stripId: newId(StripId), pupilId: id, isOpen: true });
  const say = (pupilId: typeof awa.id, scope: "none" | "family", days: number) =>
    store.consents.add(
      pupilId,
      {
        ...{ scope, givenBy: "Sa mère", givenOn: dayInParis(clock.now - dayMs) },
        endsOn: dayInParis(clock.now + days * dayMs),
      },
      null,
    );
  await say(awa.id, "family", 10);
  await say(lina.id, "none", 300);
  const admin = await doors.asAdmin(school);
  const read = async () => (await (await admin.get("/api/school/consents")).json()) as ClassConsents[];
  const counts = { classroomId: school.classroom.id, name: "CM2", class: 0, unanswered: 0 };
  const touched = { episodeId: episode.id, showId: school.show.id, title: episode.title, isPublished: true };
  expect(await read()).toEqual([
    {
      ...{ ...counts, none: 1, family: 1, public: 1, expired: 0, ending: 1 },
      episodes: [{ ...touched, ending: 1, endsOn: dayInParis(clock.now + 10 * dayMs), tooNarrow: 0 }],
      shows: [],
    },
  ]);
  clock.now += 11 * dayMs;
  expect(await read()).toMatchObject([
    { none: 1, family: 0, public: 1, expired: 1, ending: 0, episodes: [{ ending: 0, endsOn: null, tooNarrow: 1 }] },
  ]);
  const stranger = await doors.asAdmin(await doors.seedSchool());
  expect(await (await stranger.get("/api/school/consents")).json()).toMatchObject([{ public: 3, episodes: [] }]);
  const told = await (await admin.get("/api/school/consents")).text();
  expect(["Awa", "Jules", "Lina", "Sa mère"].filter((name) => told.includes(name))).toEqual([]);
  const teacher = await doors.asTeacher(school);
  expect(await refusalIn(await teacher.get("/api/school/consents"))).toEqual([403, "session.forbidden"]);
});

test("an admin sees which planned shows an answer touches that ends before them or is narrower than their radio, of a weekly slot once", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { store, clock } = doors;
  const teacher = await doors.asTeacher(school);
  await store.channels.change(school.channel.id, { visibility: "family" });
  const [awa, jules, lina] = school.pupils;
  const say = (pupilId: typeof awa.id, scope: "class" | "family", days: number) =>
    store.consents.add(
      pupilId,
      {
        scope,
        givenBy: "Sa mère",
        givenOn: dayInParis(clock.now - dayMs),
        endsOn: dayInParis(clock.now + days * dayMs),
      },
      null,
    );
  await say(awa.id, "family", 10);
  await say(jules.id, "class", 300);
  const plan = async (title: string, days: number | null, speakers: readonly string[]) => {
    const scheduledAt = days === null ? null : new Date(clock.now + days * dayMs).toISOString();
    const show = await store.shows.create(school.channel.id, { title, scheduledAt });
    await write(show.id, speakers);
    return { showId: show.id, title, scheduledAt };
  };
  const write = async (showId: ShowId, speakers: readonly string[]) => {
    const items = [rundownItem("Ouverture", { speakers: speakers as PupilId[] })];
    expect((await teacher.put(`/api/shows/${showId}/rundown`, { revision: 0, items })).status).toBe(200);
  };
  const after = await plan("Après", 11, [awa.id, lina.id, "teacher"]);
  await plan("Le jour même", 10, [awa.id]);
  const undated = await plan("Sans date", null, [awa.id, jules.id]);
  await plan("Passée", -3, [jules.id]);
  const admin = await doors.asAdmin(school);
  const [found] = (await (await admin.get("/api/school/consents")).json()) as ClassConsents[];
  expect(found!.shows).toEqual([
    { ...after, ending: 1, endsOn: dayInParis(clock.now + 10 * dayMs), tooNarrow: 0 },
    { ...undated, ending: 0, endsOn: null, tooNarrow: 1 },
  ]);
  const slot = { title: "Le vendredi", firstAt: "2026-11-20T13:10:00.000Z", lastDay: "2026-12-18" };
  const more = { timeZone: "Europe/Paris", plannedSeconds: 900 };
  const weekly = await teacher.post(`/api/channels/${school.channel.id}/slots`, { ...slot, ...more });
  const [next] = (await weekly.json()) as Show[];
  await write(next!.id, [jules.id]);
  const [again] = (await (await admin.get("/api/school/consents")).json()) as ClassConsents[];
  expect(again!.shows.map(({ title, scheduledAt }) => [title, scheduledAt])).toEqual([
    ["Le vendredi", slot.firstAt],
    ["Après", after.scheduledAt],
    ["Sans date", null],
  ]);
});

test("the table is taken along as a CSV in which a class's name is never calculated", () => {
  const { t } = makeSpeaker(
    () => fr,
    () => "fr",
  );
  const numbers = {
    none: 1,
    class: 2,
    family: 3,
    public: 4,
    unanswered: 5,
    expired: 6,
    ending: 7,
    episodes: [],
    shows: [],
  };
  const csv = consentsCsv(t, [{ classroomId: "c" as ClassConsents["classroomId"], name: "=1+1", ...numbers }]);
  const [head, row] = csv.slice(1).split("\r\n");
  expect(head).toMatch(new RegExp(`^${words.class};${words.pupils};`));
  expect(row).toBe('"\'=1+1";21;5;6;1;2;3;4;7;;');
});
