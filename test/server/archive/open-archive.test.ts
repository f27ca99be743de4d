import { existsSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { measureLoudness } from "../../../media/render/measure-loudness.ts";
import type { Actor } from "../../../server/access/actor.ts";
import { readRecording } from "../../../media/recorder/read-recording.ts";
import { openArchive } from "../../../server/archive/open-archive.ts";
import { openDoors } from "../../support/doors.ts";
import { beginShow, finishShow } from "../../support/finished-show.ts";
import { publishShow, untilState } from "../../support/published-show.ts";
import { speech, writeProgramme } from "../../support/programmes.ts";
import type { TestSchool } from "../../support/school.ts";

const teacherOf = ({ teacher, school }: TestSchool): Actor => ({
  role: "teacher",
  accountId: teacher.id,
  schoolId: school.id,
});
const acts = async ({ store }: Awaited<ReturnType<typeof openDoors>>, target: string) =>
  (await store.audit.listOf(target)).map(({ act, actor }) => `${act} by ${actor}`).reverse();

test("a finished show becomes the next episode of its season, and is heard once it is published", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { episodeId, jobId } = await finishShow(doors, school.show.id, { seconds: 3 });
  expect((await doors.store.shows.require(school.show.id)).state).toBe("ended");
  const first = await doors.store.episodes.require(episodeId);
  expect(first).toMatchObject({ season: 1, number: 1, title: school.show.title, renderJobId: jobId });
  await expect(doors.newsroom.archive.publish(episodeId, teacherOf(school))).rejects.toMatchObject({
    code: "episode.not_rendered",
  });
  await untilState(doors, episodeId, "rendered");
  expect(await doors.store.episodes.listPublished(school.channel.id)).toEqual([]);
  await doors.newsroom.archive.publish(episodeId, teacherOf(school));
  const [published] = await doors.store.episodes.listPublished(school.channel.id);
  expect(published).toMatchObject({ id: episodeId, durationSeconds: 3, publishedAt: "2026-11-17T09:00:00.000Z" });
  expect(Math.abs(published!.loudness!.integratedLufs + 16)).toBeLessThanOrEqual(0.5);
  await doors.newsroom.archive.unpublish(episodeId, teacherOf(school));
  expect(await doors.store.episodes.listPublished(school.channel.id)).toEqual([]);
  const by = `by account:${school.teacher.id}`;
  expect(await acts(doors, `episode:${episodeId}`)).toEqual([`episode.published ${by}`, `episode.unpublished ${by}`]);
});

test("numbers begin anew with each school year, which is the next season", async () => {
  await using doors = await openDoors();
  const { channel, show } = await doors.seedSchool();
  const placed: string[] = [];
  for (const date of ["2026-11-17", "2027-08-31", "2027-09-01", "2028-01-10", "2028-09-02"]) {
    doors.clock.now = Date.parse(`${date}T09:00:00Z`);
    const { recordingId } = await beginShow(doors, show.id);
    const from = { channelId: channel.id, showId: show.id, recordingId, title: "x", recordedAt: doors.clock.now };
    const { season, number } = await doors.store.episodes.require(await doors.store.episodes.create(from));
    placed.push(`${season}.${number}`);
  }
  expect(placed).toEqual(["1.1", "1.2", "2.1", "2.2", "3.1"]);
});

test("credits typed after the rendering are in the files too, under a new address, with the same sound", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { episodeId } = await publishShow(doors, school.show.id, { seconds: 3 });
  const before = await doors.store.episodes.require(episodeId);
  const chapters = [{ startSeconds: 1, title: "Le gardien" }];
  await doors.newsroom.archive.change(episodeId, { title: "La nuit", chapters }, teacherOf(school));
  const after = await doors.store.episodes.require(episodeId);
  expect(after).toMatchObject({ title: "La nuit", chapters, state: "published", loudness: before.loudness });
  expect(after.enclosures[0]!.url).not.toBe(before.enclosures[0]!.url);
  const folder = join(doors.directory, "media", "episodes", episodeId);
  expect(readdirSync(folder).sort()).toEqual(["1", "2"]);
  const heard = await measureLoudness(join(folder, "2", "episode.mp3"));
  expect(Math.abs(heard.integratedLufs + 16)).toBeLessThanOrEqual(0.5);
  await doors.newsroom.archive.change(episodeId, { title: "La nuit" }, teacherOf(school));
  expect(readdirSync(folder).sort(), "nothing else to say").toEqual(["1", "2"]);
  await doors.newsroom.archive.change(episodeId, { description: "Une enquête." }, teacherOf(school));
  expect(readdirSync(folder).sort()).toEqual(["2", "3"]);
});

test("an erased episode takes its files, its recording and its work with it, and the erasure is written down", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { episodeId, jobId, folder } = await finishShow(doors, school.show.id, { seconds: 60 });
  await doors.newsroom.archive.remove(episodeId, teacherOf(school));
  expect(await doors.store.episodes.find(episodeId)).toBeUndefined();
  expect((await doors.newsroom.jobs.find(jobId))?.state).toBe("cancelled");
  expect(existsSync(folder)).toBe(false);
  expect(existsSync(join(doors.directory, "media", "episodes", episodeId))).toBe(false);
  expect(await acts(doors, `episode:${episodeId}`)).toEqual([`episode.erased by account:${school.teacher.id}`]);
});

test("a rendering that is stopped leaves a failed episode and no file; tried again, it succeeds", async () => {
  await using doors = await openDoors();
  const { show } = await doors.seedSchool();
  const { episodeId, jobId } = await finishShow(doors, show.id, { seconds: 20 });
  await doors.newsroom.jobs.cancel(jobId);
  await untilState(doors, episodeId, "failed");
  const folder = join(doors.directory, "media", "episodes", episodeId);
  expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  await doors.newsroom.jobs.retry(jobId);
  await untilState(doors, episodeId, "rendered");
});

test("what a crash left open becomes an episode; what was empty leaves its show to be made", async () => {
  await using doors = await openDoors();
  const { show, channel } = await doors.seedSchool();
  const other = await doors.store.shows.create(channel.id, { title: "Vide", scheduledAt: null });
  const cut = await beginShow(doors, show.id);
  const empty = await beginShow(doors, other.id);
  const programmePath = await writeProgramme(join(cut.folder, "programme.flac"), speech(0.2), 2);
  const lost: string[] = [];
  const { jobs, covers } = doors.newsroom;
  using archive = openArchive({
    ...{ database: doors.database, jobs, covers, mediaDirectory: join(doors.directory, "media") },
    readRecording,
    recoverRecording: (directory) => {
      if (directory === empty.folder) return Promise.reject(new Error("nothing was written"));
      const startedAt = "2026-11-17T09:00:00Z";
      const measured = { integratedLufs: undefined, truePeakDbtp: undefined };
      return Promise.resolve({ programmePath, startedAt, durationSeconds: 2, ...measured });
    },
    onLost: (id) => lost.push(id),
  });
  expect(await archive.recoverAll()).toEqual({ kept: 1, lost: 1 });
  expect(lost).toEqual([empty.recordingId]);
  expect((await doors.store.shows.require(other.id)).state).toBe("planned");
  const { state, episodeId } = await doors.store.shows.require(show.id);
  expect(state).toBe("ended");
  await untilState(doors, episodeId!, "rendered");
  expect(await archive.recoverAll()).toEqual({ kept: 0, lost: 0 });
});

test("a show that ended before its first sound is there to be made, and leaves nothing to recover", async () => {
  await using doors = await openDoors();
  const { show } = await doors.seedSchool();
  const { archive } = doors.newsroom;
  const { recordingId } = await beginShow(doors, show.id);
  await expect(archive.keepRecording(show.id, recordingId, undefined)).rejects.toMatchObject({
    code: "recording.empty",
  });
  expect(await doors.store.shows.require(show.id)).toMatchObject({ state: "planned", episodeId: null });
  expect(await archive.recoverAll()).toEqual({ kept: 0, lost: 0 });
});

test("a rendering that lost its job gets another one at the next start", async () => {
  await using doors = await openDoors();
  const { show } = await doors.seedSchool();
  const { episodeId, folder } = await finishShow(doors, show.id, { seconds: 2 });
  await untilState(doors, episodeId, "rendered");
  await rm(join(doors.directory, "media", "episodes"), { recursive: true });
  await doors.database.updateTable("episode").set({ state: "rendering", renderJobId: null }).execute();
  const programmePath = join(folder, "programme.flac");
  const finished = { programmePath, startedAt: "2026-11-17T09:00:00Z", durationSeconds: 2 };
  const { jobs, covers } = doors.newsroom;
  const recoverRecording = vi.fn(() =>
    Promise.resolve({ ...finished, integratedLufs: undefined, truePeakDbtp: undefined }),
  );
  const mediaDirectory = join(doors.directory, "media");
  using archive = openArchive({
    database: doors.database,
    jobs,
    covers,
    mediaDirectory,
    recoverRecording,
    readRecording,
  });
  await archive.recoverAll();
  expect(recoverRecording).toHaveBeenCalledWith(folder);
  await untilState(doors, episodeId, "rendered");
});
