import { resolve } from "node:path";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import { eraseVoices } from "../../media/remix/erase-voices.ts";
import type { EpisodeId, StripId } from "../../schemas/ids.ts";
import { openAudit } from "../store/audit.ts";
import { openEpisodes } from "../store/episodes.ts";
import { openErasedPupils } from "../store/erased-pupils.ts";
import type { Database } from "../store/open-database.ts";
import { openRecordings } from "../store/recordings.ts";

type Parts = {
  database: Database;
  mediaDirectory: string;
  readRecording: (directory: string) => Promise<FinishedRecording>;
};

/** What was taken out of a recording; `settle` writes down that nothing of it is left, once no file of the episode holds it either. */
export type ErasedFromRecording = { strips: readonly StripId[]; settle(): Promise<void> };

/** Takes the voices of erased pupils out of the recording that an episode is made from. Done again after a crash, it ends what was left. */
export async function eraseFromRecording(
  parts: Parts,
  episodeId: EpisodeId,
  signal: AbortSignal,
): Promise<ErasedFromRecording> {
  const { database, mediaDirectory, readRecording } = parts;
  const erased = openErasedPupils(database);
  const { recordingId } = await openEpisodes(database).filesOf(episodeId);
  const home = recordingId === null ? undefined : await openRecordings(database).homeOf(recordingId);
  const strips = recordingId === null ? [] : await erased.stripsIn(recordingId);
  if (recordingId === null || home === undefined || strips.length === 0)
    return { strips: [], settle: () => Promise.resolve() };
  const recording = await readRecording(resolve(mediaDirectory, home.directory));
  await eraseVoices(recording, strips, { signal, onProgress: () => undefined });
  const settle = async () => {
    await erased.forgetStrips(recordingId, strips);
    const act = { actor: "system", act: "voice.erased", target: `recording:${recordingId}` };
    await openAudit(database).write({ ...act, detail: `tracks ${strips.length}` });
  };
  return { strips, settle };
}
