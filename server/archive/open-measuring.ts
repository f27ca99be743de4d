import { resolve } from "node:path";
import { z } from "zod";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import { RecorderError } from "../../media/recorder/recorder-error.ts";
import { measureTurnsAside } from "../../media/turns/measure-turns-aside.ts";
import { EpisodeId } from "../../schemas/ids.ts";
import { openJobs, type Jobs } from "../jobs/open-jobs.ts";
import type { JobHandler } from "../jobs/run-job.ts";
import { openChannels } from "../store/channels.ts";
import { openEpisodes } from "../store/episodes.ts";
import { openErasedPupils } from "../store/erased-pupils.ts";
import { openHeardVoices } from "../store/heard-voices.ts";
import type { Database } from "../store/open-database.ts";
import { openRecordings } from "../store/recordings.ts";
import { openRundowns } from "../store/rundowns.ts";
import { openShowTurns } from "../store/show-turns.ts";
import { rolesHeld } from "./roles-held.ts";
import { spellsOfVoices, turnsOfPupils } from "./spells-of-voices.ts";

type Parts = {
  database: Database;
  /** Those that make episodes. */
  jobs: Pick<Jobs, "onChange">;
  mediaDirectory: string;
  readRecording: (directory: string) => Promise<FinishedRecording>;
  onFailure: (jobId: string, error: unknown) => void;
  onBug: (error: unknown) => void;
  clock: () => number;
};

const Payload = z.strictObject({ episodeId: EpisodeId });

/**
 * Measures who spoke how long in a show, each time its episode has been made: for the first time, or anew without a voice. One at a time, in a line of its own, so
 * that no episode waits for it. Disposing it stops the one under way; the next start takes it up again.
 */
export async function openMeasuring(parts: Parts): Promise<AsyncDisposable & { jobs: Jobs }> {
  const { database, onFailure, onBug, clock } = parts;
  const episodes = openEpisodes(database, clock);
  await using opening = new AsyncDisposableStack();
  const handlers = { "measure-turns": measuringJob(parts) };
  const measuring = opening.use(await openJobs({ database, handlers, onFailure, onBug, concurrency: 1 }));
  const queue = async (episodeId: EpisodeId) => {
    const { channelId } = await episodes.require(episodeId);
    const { classroomId } = await openChannels(database).require(channelId);
    await measuring.enqueue("measure-turns", { episodeId }, classroomId);
  };
  let queueing = Promise.resolve();
  const look = async (jobId: Parameters<typeof episodes.findByJob>[0]) => {
    const episode = await episodes.findByJob(jobId);
    const files = episode && (await episodes.filesOf(episode.id));
    if (episode !== undefined && files?.recordingId != null) await queue(episode.id);
  };
  const endFollowing = parts.jobs.onChange(({ id, kind, state }) => {
    if (kind !== "render-episode" || state !== "done") return;
    queueing = queueing
      .then(() => look(id))
      .catch((error: unknown) => {
        onFailure(id, error);
      });
  });
  opening.defer(async () => {
    endFollowing();
    await queueing;
  });
  for (const id of await openShowTurns(database).unmeasured()) await queue(id);
  const open = opening.move();
  return { jobs: measuring, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

/** The handler of `measure-turns`. What has no tracks any more is left as it was measured. */
function measuringJob({ database, mediaDirectory, readRecording, clock }: Parts): JobHandler {
  const [turns, recordings] = [openShowTurns(database, clock), openRecordings(database)];
  const [voices, erased] = [openHeardVoices(database, clock), openErasedPupils(database, clock)];
  return async (payload, { signal, onProgress }) => {
    const { episodeId } = Payload.parse(payload);
    const episode = await openEpisodes(database).find(episodeId);
    const { recordingId } =
      episode === undefined ? { recordingId: null } : await openEpisodes(database).filesOf(episodeId);
    const home = recordingId === null ? undefined : await recordings.homeOf(recordingId);
    if (recordingId === null || home === undefined || episode?.showId == null) return;
    const recording = await readRecording(resolve(mediaDirectory, home.directory)).catch(passLost);
    if (recording === undefined || recording.tracks.length === 0) return;
    const gone = new Set(await erased.stripsIn(recordingId));
    const tracks = recording.tracks.filter(({ stripId }) => !gone.has(stripId));
    const heard = await voices.microphonesIn(recordingId, [...new Set(tracks.map(({ stripId }) => stripId))]);
    const spells = spellsOfVoices(recording, await turns.spellsIn(recordingId), heard);
    const found = await measureTurnsAside({ tracks, spells }, { signal, onProgress });
    await turns.keep(recordingId, turnsOfPupils(found));
    const { items } = await openRundowns(database).read(episode.showId);
    const aired = (await recordings.airedIn(recordingId)).map(({ itemId }) => itemId);
    for (const { pupilId, role } of rolesHeld(items, aired)) await turns.noteRole(recordingId, pupilId, role);
  };
}

function passLost(error: unknown): undefined {
  if (!(error instanceof RecorderError)) throw error;
}
