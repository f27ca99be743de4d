import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Hono } from "hono";
import { EpisodeId } from "../../schemas/ids.ts";
import { makeClientAddress } from "../../server/access/client-address.ts";
import { openAccess } from "../../server/access/open-access.ts";
import { answerError } from "../../server/answer-error.ts";
import { renderingDirectory } from "../../server/archive/rendering-directory.ts";
import type { Who } from "../../server/listeners/day-marks.ts";
import { openListenerCount, type SentSound } from "../../server/listeners/open-listener-count.ts";
import { mediaRoutes } from "../../server/routes/media.ts";
import { openDoors } from "./doors.ts";
import { ManualClock } from "./manual-clock.ts";

/** A second of an episode's MP3 at 32 kbit/s, in bytes. */
export const secondBytes = 4_000;
/** What stands before the sound: a tag with a cover. */
export const tagBytes = 200_000;
const durationSeconds = 120;

/** A request of the day: `from` and `to` are seconds of sound, `to` without the end of the episode. */
export type Ask = { line: string; userAgent: string; headers?: Record<string, string>; method?: "HEAD" | "GET" };

/** A published episode of two minutes behind its door, with a count of its listeners that can be closed, killed and opened again. */
export async function openCountedEpisode() {
  await using opening = new AsyncDisposableStack();
  const doors = opening.use(await openDoors({ isOnDisk: true }));
  const { channel } = await doors.seedSchool();
  await doors.store.channels.change(channel.id, { visibility: "public" });
  const { database, store, clock, directory } = doors;
  const id = EpisodeId.parse(crypto.randomUUID());
  const file = { format: "mp3", mimeType: "audio/mpeg", bitrate: secondBytes * 8, name: "episode.mp3" };
  const byteLength = tagBytes + durationSeconds * secondBytes;
  await database
    .insertInto("episode")
    .values({
      ...{ id, channelId: channel.id, showId: null, recordingId: null, season: 1, number: 1, title: "Le vent" },
      ...{ description: "", state: "published", recordedAt: clock.now, publishedAt: clock.now, durationSeconds },
      ...{ chapters: "[]", version: 1, enclosures: JSON.stringify([{ ...file, byteLength }]) },
      ...{ integratedLufs: null, truePeakDbtp: null, renderJobId: null, createdAt: clock.now },
    })
    .execute();
  const mediaDirectory = join(directory, "media");
  await mkdir(renderingDirectory(mediaDirectory, id, 1), { recursive: true });
  await writeFile(join(renderingDirectory(mediaDirectory, id, 1), "episode.mp3"), new Uint8Array(byteLength));
  const bugs: unknown[] = [];
  const onBug = (error: unknown) => void bugs.push(error);
  const listenerClock = new ManualClock();
  const openCount = () =>
    openListenerCount({
      ...{ dataDirectory: directory, listenings: store.listenings, clock: listenerClock, onBug },
      ...{ now: () => clock.now, audiences: () => [] },
    });
  let count = await openCount();
  let heard: () => void = () => undefined;
  const listenerCount = {
    hearEpisode: (who: Who, sent: SentSound) => {
      count.hearEpisode(who, sent);
      heard();
    },
  };
  const access = openAccess({ database, clock: () => clock.now });
  const counting = { listenerCount, clientAddress: makeClientAddress(true) };
  const app = new Hono()
    .onError(answerError(onBug))
    .route("/", mediaRoutes({ access, ...store, mediaDirectory, ...counting }));

  const ask = async ({ line, userAgent, headers = {}, method = "GET" }: Ask) => {
    const sent = { "x-forwarded-for": line, ...(userAgent && { "user-agent": userAgent }), ...headers };
    const answer = await app.request(`/media/episodes/${id}/1/episode.mp3`, { method, headers: sent });
    await answer.arrayBuffer();
    return answer;
  };
  /** Takes so many bytes of an answer and goes. */
  const leaveAfter = async ({ line, userAgent, headers = {} }: Ask, bytes: number) => {
    const sent = { "x-forwarded-for": line, "user-agent": userAgent, ...headers };
    const answer = await app.request(`/media/episodes/${id}/1/episode.mp3`, { headers: sent });
    const reader = answer.body!.getReader();
    for (let taken = 0; taken < bytes;) {
      const { value, done } = await reader.read();
      if (done) break;
      taken += value.length;
    }
    await reader.cancel();
  };
  const open = opening.move();
  return {
    ...{ doors, id, clock, directory, bugs, ask },
    /** Begins to listen and goes after some seconds of sound, with the rest on its way; waits until that has been counted. */
    leave: async (wanted: Ask, seconds: number) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      heard = resolve;
      await leaveAfter(wanted, tagBytes + seconds * secondBytes);
      await promise;
    },
    get count() {
      return count;
    },
    /** Asks, and waits until what was sent has been counted. */
    hear: async (wanted: Ask) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      heard = resolve;
      const answer = await ask(wanted);
      await promise;
      return answer;
    },
    /** The process ends as it should and another one begins. */
    restart: async () => {
      await count[Symbol.asyncDispose]();
      count = await openCount();
    },
    /** The process is gone at once; what it had not written down with it. */
    kill: async () => {
      count = await openCount();
    },
    /** What was counted of the episode, by day. */
    counted: async () => {
      await count.keep();
      const rows = await database
        .selectFrom("listening")
        .select(["day", "count"])
        .where("episodeId", "=", id)
        .execute();
      const days: Record<string, number> = {};
      for (const row of rows) days[row.day] = (days[row.day] ?? 0) + row.count;
      return days;
    },
    [Symbol.asyncDispose]: async () => {
      await count[Symbol.asyncDispose]();
      await open.disposeAsync();
    },
  };
}

/** The bytes of some seconds of sound, as a `Range`. */
export const rangeOf = (from: number, to: number): Record<string, string> => ({
  range: `bytes=${from === 0 ? 0 : tagBytes + from * secondBytes}-${tagBytes + to * secondBytes - 1}`,
});
