import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { TakeId, type ExerciseId, type PupilId } from "../../schemas/ids.ts";
import { newId } from "../../server/store/new-id.ts";
import { measuredTake } from "./speech/measured-take.ts";
import type { TestStation } from "./station.ts";

/** What a pupil says of each take that is made here. */
const selfAssessment = { words: 3, stops: 2, liveliness: 3, loudness: 4 };

/** A pupil's take of 12 s that was sent and measured; its pauses grow shorter from one `number` to the next. */
export async function sendTake(
  { store, directory }: Pick<TestStation, "store" | "directory">,
  [exerciseId, pupilId]: readonly [ExerciseId, PupilId],
  soundPath: string,
  { number = 0, recordedAt = new Date().toISOString() } = {},
): Promise<TakeId> {
  const folder = join(directory, "media", "takes");
  await mkdir(folder, { recursive: true });
  const take = { id: newId(TakeId), recordedAt, durationSeconds: 12, partnerId: null };
  await store.takes.begin(exerciseId, pupilId, take, 1_000);
  await store.takes.setArrived(take.id);
  await store.takes.setMeasures(take.id, measuredTake(12, number));
  await store.takes.assess(take.id, selfAssessment);
  await store.takes.setSent(take.id);
  await copyFile(soundPath, join(folder, `${take.id}.mp3`));
  return take.id;
}
