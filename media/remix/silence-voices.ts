import type { StripId } from "../../schemas/ids.ts";
import { framesPerBlock } from "../../schemas/programme.ts";
import type { FinishedRecording, FinishedTrack } from "../recorder/finished-recording.ts";
import type { BlockSource } from "./mix-tracks.ts";
import { SoundReader } from "./sound-reader.ts";

/** −60 dBFS: what is quieter on a microphone's track is nobody's voice. */
const quietestPower = 1e-6;
/** Blocks before and after a voice that are silent too: ends of words, and what a mixer moved. */
const marginBlocks = 15;

/**
 * The programme with silence wherever one of these strips' microphones picked something up, for a recording that does not tell how it was mixed. All
 * that others said meanwhile is silent with it. Disposing it ends its decoders.
 */
export async function silenceVoices(recording: FinishedRecording, without: ReadonlySet<StripId>): Promise<BlockSource> {
  const silent = new Set<number>();
  for (const track of recording.tracks.filter(({ stripId }) => without.has(stripId))) await findVoice(track, silent);
  const reader = new SoundReader(recording.programmePath, 2);
  const block = new Float32Array(2 * framesPerBlock);
  let number = 0;
  const next = async () => {
    await reader.read(number * framesPerBlock, block);
    shape(block, { before: silent.has(number - 1), now: silent.has(number), after: silent.has(number + 1) });
    number += 1;
    return block;
  };
  return { next, [Symbol.asyncDispose]: () => reader[Symbol.asyncDispose]() };
}

/** Notes the blocks of the programme in which a track's voice may be heard. */
async function findVoice(track: FinishedTrack, silent: Set<number>): Promise<void> {
  await using reader = new SoundReader(track.path, 1);
  const piece = new Float32Array(framesPerBlock);
  for (let sample = 0; sample < track.durationSeconds * 48_000; sample += framesPerBlock) {
    await reader.read(sample, piece);
    const power = piece.reduce((sum, each) => sum + each * each, 0) / framesPerBlock;
    if (power < quietestPower) continue;
    const block = Math.floor(programmeFrame(track, sample) / framesPerBlock);
    for (let each = block - marginBlocks; each <= block + 1 + marginBlocks; each++) silent.add(each);
  }
}

function programmeFrame({ alignments, startSeconds }: FinishedTrack, sample: number): number {
  const held = alignments.findLast(({ trackSeconds }) => trackSeconds * 48_000 <= sample);
  const seconds = held === undefined ? startSeconds : held.programmeSeconds - held.trackSeconds;
  return seconds * 48_000 + sample;
}

/** Silence in the block, or a ramp towards the silence beside it, so that nothing clicks. */
function shape(block: Float32Array, is: { before: boolean; now: boolean; after: boolean }): void {
  if (is.now) return void block.fill(0);
  for (let index = 0; index < block.length; index++) {
    const share = index / block.length;
    block[index] = block[index]! * (is.before ? share : 1) * (is.after ? 1 - share : 1);
  }
}
