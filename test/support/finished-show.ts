import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { RecordingId, type ShowId } from "../../schemas/ids.ts";
import type { AiredItem } from "../../server/store/recordings.ts";
import { newId } from "../../server/store/new-id.ts";
import type { openDoors } from "./doors.ts";
import { speech, writeProgramme } from "./programmes.ts";

type Doors = Pick<Awaited<ReturnType<typeof openDoors>>, "newsroom" | "directory" | "clock" | "store">;

/** A recording that has begun: a folder below the media directory, known to the archive. */
export async function beginShow({ newsroom, directory }: Doors, showId: ShowId) {
  const recordingId = newId(RecordingId);
  const folder = join(directory, "media", "recordings", recordingId);
  await mkdir(folder, { recursive: true });
  await newsroom.archive.beginRecording(showId, recordingId, folder);
  return { recordingId, folder };
}

/** A show from its first sound to Fin, without studio and mixer: its FLAC is written, and its episode waits for the rendering. */
export async function finishShow(
  doors: Doors,
  showId: ShowId,
  { sound = speech(0.2), seconds = 4, aired = [] as readonly AiredItem[] } = {},
) {
  const { recordingId, folder } = await beginShow(doors, showId);
  for (const item of aired) await doors.newsroom.archive.noteAired(recordingId, item);
  const programmePath = await writeProgramme(join(folder, "programme.flac"), sound, seconds);
  const startedAt = new Date(doors.clock.now).toISOString();
  const measured = { integratedLufs: undefined, truePeakDbtp: undefined };
  const finished = { programmePath, startedAt, durationSeconds: seconds, ...measured };
  const kept = await doors.newsroom.archive.keepRecording(showId, recordingId, finished);
  return { ...kept, recordingId, folder };
}
