import type { WorkOptions } from "../aside/aside-talk.ts";
import { cartsStripId, type StripId } from "../../schemas/ids.ts";
import { framesPerBlock } from "../../schemas/programme.ts";
import type { FinishedRecording } from "../recorder/finished-recording.ts";
import { FlacWriter } from "./flac-writer.ts";
import { mixTracks } from "./mix-tracks.ts";
import { silenceVoices } from "./silence-voices.ts";

/** Which recording is mixed again without which strips, or without its carts (`cartsStripId`), into which FLAC; that file must not be there. */
export type RemixOrder = { recording: FinishedRecording; without: readonly StripId[]; outputPath: string };

/** How strips were left out: mixed again without them, or silenced together with all that was heard at the same time. */
export type RemixWay = "remixed" | "silenced";

/** A programme as long as the first one, to the frame, in which these strips are not heard. Aborted, it leaves a cut file. */
export async function remix({ recording, without, outputPath }: RemixOrder, options: WorkOptions): Promise<RemixWay> {
  const { mix, durationSeconds } = recording;
  const left = new Set(without);
  if (mix === undefined && left.has(cartsStripId)) throw new Error("the carts of this recording were not kept apart");
  await using source = await (mix === undefined ? silenceVoices(recording, left) : mixTracks(recording, mix, left));
  await using writer = new FlacWriter(outputPath);
  const frames = Math.round(durationSeconds * 48_000);
  for (let frame = 0; frame < frames; frame += framesPerBlock) {
    options.signal.throwIfAborted();
    const block = await source.next();
    await writer.write(block.subarray(0, 2 * Math.min(framesPerBlock, frames - frame)));
    options.onProgress(Math.min(1, (frame + framesPerBlock) / frames));
  }
  await writer.end();
  return mix === undefined ? "silenced" : "remixed";
}
