import { framesPerBlock, framesPerSecond } from "../../schemas/programme.ts";

const stingSeconds = 1.4;
/** Everything in the loop turns a whole number of times in it, so that it has no seam. */
const holdSeconds = 4;
const fadeBlocks = 20;

/** What covers a removed passage: two notes of a bell, over a soft chord that lasts as long as it must. Made here, so that nobody has rights on it. */
export class CoverSound {
  readonly #sting = inBlocks(stingSeconds, bellAt);
  readonly #hold = inBlocks(holdSeconds, chordAt);
  /** Blocks since this cover began. */
  #place = 0;
  #turn = 0;
  #stingAt: number | undefined;

  /**
   * The next 20 ms of a cover that lasts at least `left` more blocks. The bell rings where the first block of a removed passage stands; the
   * chord comes and goes within 400 ms, so that a gap of some blocks is hardly heard.
   */
  next({ isRemoved, left }: { isRemoved: boolean; left: number }): Float32Array {
    if (isRemoved) this.#stingAt ??= this.#place;
    const sting = this.#stingAt === undefined ? undefined : this.#sting[this.#place - this.#stingAt];
    const hold = this.#hold[this.#turn % this.#hold.length];
    const [from, to] = [this.#gainAt(this.#place, left), this.#gainAt(this.#place + 1, left - 1)];
    this.#place += 1;
    this.#turn += 1;
    return Float32Array.from({ length: 2 * framesPerBlock }, (_, index) => {
      const gain = from + ((to - from) * index) / (2 * framesPerBlock);
      return (sting?.[index] ?? 0) + gain * (hold?.[index] ?? 0);
    });
  }

  /** The programme is heard again: the next cover begins anew. */
  rest(): void {
    this.#place = 0;
    this.#stingAt = undefined;
  }

  #gainAt = (place: number, left: number): number => Math.max(0, Math.min(1, place / fadeBlocks, left / fadeBlocks));
}

/** How far ahead a cover must know its end. */
export const coverFadeBlocks = fadeBlocks;

const wave = (frequency: number, seconds: number): number => Math.sin(2 * Math.PI * frequency * seconds);

const noteAt = (frequency: number, seconds: number): number => {
  if (seconds < 0) return 0;
  const attack = Math.min(1, seconds / 0.004);
  const rings = wave(frequency, seconds) + 0.4 * wave(2.01 * frequency, seconds) * Math.exp(-6 * seconds);
  return attack * Math.exp(-4.5 * seconds) * rings;
};

/** A fifth upwards; the last 50 ms fade to nothing. */
const bellAt = (seconds: number): number =>
  0.14 * (noteAt(587.33, seconds) + noteAt(880, seconds - 0.22)) * Math.min(1, (stingSeconds - seconds) / 0.05);

/** Frequencies are multiples of a quarter of a hertz. */
const chord = [146.75, 220, 293.75, 370];
const chordAt = (seconds: number): number =>
  0.016 * chord.reduce((sum, note, index) => sum + wave(note, seconds) * (1 + 0.4 * wave(0.25, seconds + index)), 0);

/** Sound of a function of time, the same on both sides, in blocks of the programme's size. */
function inBlocks(seconds: number, sampleAt: (seconds: number) => number): Float32Array[] {
  const blocks = Math.round((seconds * framesPerSecond) / framesPerBlock);
  return Array.from({ length: blocks }, (_, block) =>
    Float32Array.from({ length: 2 * framesPerBlock }, (_, index) =>
      sampleAt((block * framesPerBlock + (index >> 1)) / framesPerSecond),
    ),
  );
}
