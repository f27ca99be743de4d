import { rm } from "node:fs/promises";
import { resolve } from "node:path";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import { remixAside } from "../../media/remix/remix-aside.ts";
import type { Programme } from "../../media/render/programme.ts";
import type { EpisodeId } from "../../schemas/ids.ts";
import { openEpisodes } from "../store/episodes.ts";
import { openHeardVoices } from "../store/heard-voices.ts";
import { openLeftOutVoices } from "../store/left-out-voices.ts";
import type { Database } from "../store/open-database.ts";
import { openRecordings } from "../store/recordings.ts";

type Parts = {
  database: Database;
  mediaDirectory: string;
  readRecording: (directory: string) => Promise<FinishedRecording>;
};
type Order = { episodeId: EpisodeId; whole: Programme; outputDirectory: string };
type Work = { signal: AbortSignal; onProgress: (share: number) => void };

/** What an episode is rendered from. Disposing it removes what was made for that alone. */
export type RenderSource = AsyncDisposable & {
  programme: Programme;
  /** Nobody is left out. */
  isWhole: boolean;
  /** Takes the share of the rendering that comes after. */
  onProgress(share: number): void;
  /** Writes down that the episode's files are without those who were to be left out. */
  fulfil(): Promise<void>;
};

/** How much of the work mixing anew is; the rest is encoding. */
const remixShare = 0.5;

/** The programme as it was recorded, or mixed once more without those who are to be left out of the episode. */
export async function openRenderSource(parts: Parts, order: Order, work: Work): Promise<RenderSource> {
  const { database } = parts;
  const voices = (await openHeardVoices(database).inEpisode(order.episodeId)).filter(({ leftOut }) => leftOut !== null);
  if (voices.length === 0) return { ...whole(order.whole), onProgress: work.onProgress };
  const pupilIds = voices.map(({ pupilId }) => pupilId);
  const path = `${order.outputDirectory}.remix.flac`;
  await rm(path, { force: true });
  await using opening = new AsyncDisposableStack();
  opening.defer(() => rm(path, { force: true }));
  const onProgress = (share: number) => {
    work.onProgress(remixShare * share);
  };
  const { recording, without } = await recordingWithout(parts, order.episodeId, pupilIds);
  const way = await remixAside({ recording, without, outputPath: path }, { ...work, onProgress });
  const { durationSeconds, muted } = order.whole;
  const open = opening.move();
  return {
    programme: { path, durationSeconds, muted },
    isWhole: false,
    onProgress: (share) => {
      work.onProgress(remixShare + (1 - remixShare) * share);
    },
    fulfil: () => openLeftOutVoices(database).fulfil(order.episodeId, pupilIds, way),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

const whole = (programme: Programme) => ({
  programme,
  isWhole: true,
  fulfil: () => Promise.resolve(),
  [Symbol.asyncDispose]: () => Promise.resolve(),
});

async function recordingWithout(parts: Parts, episodeId: EpisodeId, pupilIds: Parameters<HeardStrips>[1]) {
  const { database, mediaDirectory, readRecording } = parts;
  const { recordingId } = await openEpisodes(database).filesOf(episodeId);
  const home = recordingId === null ? undefined : await openRecordings(database).homeOf(recordingId);
  if (recordingId === null || home === undefined) throw new Error("the recording of this episode is gone");
  const recording = await readRecording(resolve(mediaDirectory, home.directory));
  return { recording, without: await openHeardVoices(database).stripsOf(recordingId, pupilIds) };
}
type HeardStrips = ReturnType<typeof openHeardVoices>["stripsOf"];
