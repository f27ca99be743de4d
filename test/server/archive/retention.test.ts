import { mkdir, readdir, stat, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { EpisodeVoices } from "../../../schemas/consent.ts";
import { usualRetention, type Leaving, type RetentionPolicy } from "../../../schemas/retention.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { openHeardShow } from "../../support/heard-show.ts";
import { publishShow } from "../../support/published-show.ts";

const dayMs = 86_400_000;

/** Bytes of all files below a folder. */
async function bytesBelow(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const sizes = await Promise.all(names.map(async (name) => await stat(join(folder, name))));
  return sizes.reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
}

/** A published show of a class, and the school's admin; the show was on 17 November 2026. */
async function openKept() {
  const at = await openHeardShow();
  const { doors, school } = at;
  await at.publish();
  const { retention } = doors.newsroom;
  const choose = (change: Partial<RetentionPolicy>) =>
    retention.choose(school.school.id, { ...usualRetention, ...change }, { role: "visitor" });
  const moveTo = (day: string) => {
    doors.clock.now = Date.parse(`${day}T08:00:00Z`);
  };
  const media = join(doors.directory, "media");
  const read = () => retention.read(school.school.id);
  /** What the shows fill on the disk; covers are no part of it. */
  const filled = async () =>
    (await bytesBelow(join(media, "recordings"))) + (await bytesBelow(join(media, "episodes")));
  return { ...at, retention, choose, moveTo, media, read, filled };
}

test("the voices' own tracks go after their time, the episode stays, and what the plan said is what the disk gains", async () => {
  await using at = await openKept();
  await at.choose({ trackDays: 90, recordingDays: 365 });
  const { plan } = await at.read();
  const found = plan.leaving.map(({ what, day, title }) => [what, day, title]);
  expect(found).toEqual([
    ["tracks", "2027-02-15", "Le journal de midi"],
    ["recording", "2027-11-17", "Le journal de midi"],
    ["episode", "2028-09-01", "Le journal de midi"],
  ]);
  const before = await at.filled();
  expect(plan.leaving.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(before);
  at.moveTo("2027-02-14");
  await at.retention.run();
  expect(await at.filled()).toBe(before);
  at.moveTo("2027-02-15");
  await at.retention.run();
  expect((await readdir(at.folder)).sort()).toEqual(["programme.flac", "session.jsonl"]);
  // The index forgets the tracks too, which the plan did not count.
  const freed = before - (await at.filled());
  expect(freed).toBeGreaterThanOrEqual(plan.leaving[0]!.bytes);
  expect(freed).toBeLessThan(plan.leaving[0]!.bytes + 20_000);
  const teacher = await at.doors.asTeacher(at.school);
  // Who is heard in the episode is still known, and nobody can be taken out any more.
  const voices = (await (await teacher.get(`${at.address}/voices`)).json()) as EpisodeVoices;
  expect(voices.voices.map(({ name }) => name)).toEqual(["Awa", "Jules"]);
  const leftOut = await teacher.put(`${at.address}/left-out-voices`, { pupilIds: [at.school.pupils[0].id] });
  expect(await refusalIn(leftOut)).toEqual([409, "voice.inseparable"]);
  expect((await teacher.get((await at.episode()).enclosures[0]!.url)).status).toBe(200);
});

test("an old recording goes whole, its episode with page, feed, files and rundown a school year later, and a second run finds nothing", async () => {
  await using at = await openKept();
  at.moveTo("2027-11-17");
  await at.retention.run();
  await expect(readdir(at.folder)).rejects.toThrow("ENOENT");
  expect(await at.feed()).toContain("<item>");
  const episode = await at.episode();
  at.moveTo("2028-08-31");
  await at.retention.run();
  expect(await at.feed()).toContain("<item>");
  at.moveTo("2028-09-01");
  await at.retention.run();
  expect(await at.feed()).not.toContain("<item>");
  await expect(at.episode()).rejects.toMatchObject({ code: "episode.not_found" });
  expect(await readdir(join(at.media, "episodes"))).toEqual([]);
  const rows = await at.doors.database.selectFrom("recording").select("id").execute();
  const shows = await at.doors.database.selectFrom("show").select("id").execute();
  const heard = await at.doors.database.selectFrom("heardVoice").selectAll().execute();
  expect([rows, shows, heard]).toEqual([[], [], []]);
  const { audit } = at.doors.store;
  expect(await audit.listOf(`episode:${episode.id}`)).toContainEqual(
    expect.objectContaining({ act: "episode.expired" }),
  );
  const acts = await audit.listOf(`school:${at.school.school.id}`);
  expect(acts[0]).toMatchObject({ actor: "system", act: "retention.removed" });
  expect(acts[0]!.detail).toMatch(/^episodes 1, recordings 0, tracks of 0, shows 0, bytes \d+$/);
  await at.retention.run();
  expect(await audit.listOf(`school:${at.school.school.id}`)).toHaveLength(acts.length);
  expect(at.doors.bugs).toEqual([]);
});

test("a shorter choice reaches nothing before thirty days, and is shown before it is made", async () => {
  await using at = await openKept();
  at.moveTo("2027-10-20");
  const admin = await at.doors.asAdmin(at.school);
  const policy = { ...usualRetention, trackDays: 30, recordingDays: 30, episodeYears: 0 };
  const preview = await admin.post("/api/retention/preview", policy);
  expect(await preview.json()).toMatchObject({
    from: "2027-11-19",
    leaving: [{ what: "episode", day: "2027-11-19", classroomName: "CM2", mayBeKept: true }],
  });
  expect((await at.read()).policy).toEqual(usualRetention);
  expect((await admin.put("/api/retention", policy)).status).toBe(200);
  expect((await at.read()).policy).toEqual(policy);
  await at.retention.run();
  at.moveTo("2027-11-18");
  await at.retention.run();
  expect((await at.episode()).state).toBe("published");
  at.moveTo("2027-11-19");
  await at.retention.run();
  await expect(at.episode()).rejects.toMatchObject({ code: "episode.not_found" });
  await expect(readdir(at.folder)).rejects.toThrow("ENOENT");
});

test("a teacher is warned thirty days before, and keeps an episode another year where the school allows it", async () => {
  await using at = await openKept();
  const leaving = async () => {
    const announced = await at.retention.announcedIn(at.school.school.id, at.school.classroom.id);
    return announced.map(({ what, day, mayBeKept }) => [what, day, mayBeKept]);
  };
  const { id } = await at.episode();
  const keep = () => at.retention.keepLonger(at.school.school.id, id, { role: "visitor" });
  at.moveTo("2027-10-17");
  expect(await leaving()).toEqual([]);
  await expect(keep()).rejects.toMatchObject({ code: "episode.not_keepable" });
  at.moveTo("2027-10-18");
  const teacher = await at.doors.asTeacher(at.school);
  const answer = await teacher.get(`/api/classrooms/${at.school.classroom.id}/leaving`);
  expect(((await answer.json()) as Leaving[]).map(({ title }) => title)).toEqual(["Le journal de midi"]);
  expect(await refusalIn(await teacher.put(`${at.address}/keeping`))).toEqual([409, "episode.not_keepable"]);
  expect(await leaving()).toEqual([["recording", "2027-11-17", false]]);
  at.moveTo("2028-08-20");
  await at.retention.run();
  expect(await leaving()).toEqual([["episode", "2028-09-01", true]]);
  await keep();
  expect(await leaving()).toEqual([]);
  at.moveTo("2028-09-02");
  await at.retention.run();
  expect((await at.episode()).state).toBe("published");
  // The school changes its mind: thirty days later it goes all the same.
  await at.choose({ mayKeepEpisodes: false });
  expect(await leaving()).toEqual([["episode", "2028-10-02", false]]);
  at.moveTo("2028-10-01");
  await expect(keep()).rejects.toMatchObject({ code: "episode.not_keepable" });
  at.moveTo("2028-10-02");
  await at.retention.run();
  await expect(at.episode()).rejects.toMatchObject({ code: "episode.not_found" });
});

test("what a crash left between a row and its folder is ended by the next day's run, and a show that is counted in is left alone", async () => {
  await using at = await openKept();
  await at.choose({ trackDays: 30, recordingDays: 365 });
  at.moveTo("2027-01-01");
  // The tracks are half gone, nothing is written down, and a removed episode's folder is still there.
  await writeFile(join(at.folder, "session.jsonl.new"), "torn");
  const orphan = join(at.media, "episodes", "01890000-0000-7000-8000-00000000dead");
  const counted = join(at.media, "recordings", "01890000-0000-7000-8000-00000000beef");
  for (const folder of [orphan, counted]) await mkdir(folder, { recursive: true });
  await utimes(orphan, new Date("2026-12-01"), new Date("2026-12-01"));
  await utimes(counted, new Date(at.doors.clock.now), new Date(at.doors.clock.now));
  await at.retention.run();
  expect((await readdir(at.folder)).sort()).toEqual(["programme.flac", "session.jsonl"]);
  expect(await readdir(join(at.media, "recordings"))).toContain("01890000-0000-7000-8000-00000000beef");
  await expect(readdir(orphan)).rejects.toThrow("ENOENT");
});

test("an episode that is being made keeps its recording until it is made", async () => {
  await using at = await openKept();
  await at.doors.store.episodes.setState((await at.episode()).id, "rendering");
  at.moveTo("2027-11-17");
  await at.retention.run();
  expect(await readdir(at.folder)).toContain("programme.flac");
  await at.doors.store.episodes.setState((await at.episode()).id, "rendered");
  await at.retention.run();
  await expect(readdir(at.folder)).rejects.toThrow("ENOENT");
});

test("the station forgets ended sessions, invitations and works, old copies of its database, and acts older than every school keeps them", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  await publishShow(doors, school.show.id);
  const admin = await doors.asAdmin(school);
  await admin.post("/api/staff-invitations", { email: "petit@ecole.test", role: "teacher", classroomIds: [] });
  await doors.database.updateTable("job").set({ createdAt: doors.clock.now }).execute();
  const copy = join(doors.directory, "antenne.db.before-0021-retention");
  await writeFile(copy, "old");
  await utimes(copy, new Date(doors.clock.now), new Date(doors.clock.now));
  const count = async () => {
    const rows = ["session", "staffLink", "job", "audit"] as const;
    const found = await Promise.all(rows.map((table) => doors.database.selectFrom(table).selectAll().execute()));
    return found.map(({ length }) => length);
  };
  const before = await count();
  expect(before.every((rows) => rows > 0)).toBe(true);
  await doors.newsroom.retention.run();
  expect(await count()).toEqual(before);
  await expect(doors.database.deleteFrom("audit").execute()).rejects.toThrow("audit is append-only");
  doors.clock.now += 91 * dayMs;
  await doors.newsroom.retention.run();
  expect(await count()).toEqual([0, 0, 0, before[3]]);
  expect(await readdir(doors.directory)).not.toContain("antenne.db.before-0021-retention");
  doors.clock.now += 1_100 * dayMs;
  await doors.newsroom.retention.run();
  // What remains is what this run itself wrote down.
  const acts = await doors.database.selectFrom("audit").select("act").execute();
  expect(acts.map(({ act }) => act).sort()).toEqual(["episode.expired", "retention.removed"]);
  const horizon = doors.database.updateTable("auditHorizon").set({ at: 0 });
  await expect(horizon.execute()).rejects.toThrow("moves forward");
});

test("only an admin chooses, within bounds; answers about voices that name no day end on the school's day", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const [admin, teacher] = [await doors.asAdmin(school), await doors.asTeacher(school)];
  expect(await refusalIn(await teacher.get("/api/retention"))).toEqual([403, "session.forbidden"]);
  expect(await refusalIn(await teacher.put("/api/retention", usualRetention))).toEqual([403, "session.forbidden"]);
  const wrong = [
    { recordingDays: 100 },
    { trackDays: 1 },
    { episodeYears: -1 },
    { consentsEndOn: "02-30" },
    { own: 1 },
  ];
  for (const change of wrong) {
    const answer = await admin.put("/api/retention", { ...usualRetention, ...change });
    expect(await refusalIn(answer)).toEqual([400, "request.malformed"]);
  }
  await admin.put("/api/retention", { ...usualRetention, consentsEndOn: "07-05" });
  const pupil = `/api/pupils/${school.pupils[0].id}/consents`;
  const answer = await teacher.post(pupil, { scope: "class", givenBy: "Sa mère", givenOn: "2026-11-17" });
  expect(await answer.json()).toMatchObject({ latest: { endsOn: "2027-07-05" } });
  const page: unknown = await (await teacher.get(`/api/classrooms/${school.classroom.id}`)).json();
  expect(page).toMatchObject({ consentsEndOn: "2027-07-05" });
});
