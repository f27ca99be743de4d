import { Autocorrelator } from "pitchy";
import { speechRate, windowAround } from "./frames.ts";

/** A pitch that a frame may have; `strength` is how well the sound repeats itself, 0 to 1. */
export type PitchCandidate = { hertz: number; strength: number };

/** Between which pitches candidates are looked for, Hz, and in how long a window. */
export type PitchSearch = { lowestHz: number; highestHz: number; windowSeconds: number };

const most = 4;
const fineness = 0.25;
const taps = 8;

/**
 * Finds a frame's candidates by McLeod & Wyvill's normalised square difference ("A smarter way to find pitch", 2005): the highest point of
 * each hill of likeness between the sound and itself moved by a period, refined between the samples. The strongest come first, four at most.
 */
export class PitchFinder {
  readonly #search: PitchSearch;
  readonly #window: Float32Array;
  readonly #likeness: Float32Array;
  readonly #autocorrelator: Autocorrelator<Float32Array>;

  constructor(search: PitchSearch) {
    const length = 2 * Math.round((search.windowSeconds * speechRate) / 2);
    this.#search = search;
    this.#window = new Float32Array(length);
    this.#likeness = new Float32Array(length);
    this.#autocorrelator = Autocorrelator.forFloat32Array(length);
  }

  /** Candidates of a frame; none where nothing sounds. */
  candidatesAt(samples: Float32Array, frame: number): PitchCandidate[] {
    windowAround(samples, frame, this.#window);
    centre(this.#window);
    this.#compare();
    const first = Math.max(2, Math.floor(speechRate / this.#search.highestHz));
    const last = Math.min(this.#likeness.length - 2, Math.ceil(speechRate / this.#search.lowestHz));
    const found: PitchCandidate[] = [];
    for (let lag = first; lag <= last; lag++) {
      const [before = 0, here = 0, after = 0] = this.#likeness.subarray(lag - 1, lag + 2);
      if (here > 0.2 && here > before && here >= after) found.push(refined(this.#likeness, lag));
    }
    return found.sort((a, b) => b.strength - a.strength).slice(0, most);
  }

  #compare(): void {
    const [window, likeness] = [this.#window, this.#likeness];
    this.#autocorrelator.autocorrelate(window, likeness);
    let energy = 2 * (likeness[0] ?? 0);
    for (let lag = 0; lag < likeness.length; lag++) {
      likeness[lag] = energy > 1e-9 ? (2 * (likeness[lag] ?? 0)) / energy : 0;
      energy -= (window[lag] ?? 0) ** 2 + (window[window.length - 1 - lag] ?? 0) ** 2;
    }
  }
}

// A microphone's offset, and what rumbles below every voice, are alike at every lag.
function centre(window: Float32Array): void {
  const mean = window.reduce((sum, sample) => sum + sample, 0) / window.length;
  for (let index = 0; index < window.length; index++) window[index] = (window[index] ?? 0) - mean;
}

// At 16 kHz a child's period is 40 samples, and the top of its narrow hill lies between two of them.
function refined(likeness: Float32Array, lag: number): PitchCandidate {
  let best = lag;
  let strength = likeness[lag] ?? 0;
  for (let at = lag - 1 + fineness; at < lag + 1; at += fineness) {
    const value = between(likeness, at);
    if (value > strength) [best, strength] = [at, value];
  }
  const [before, after] = [between(likeness, best - fineness), between(likeness, best + fineness)];
  const bend = before - 2 * strength + after;
  const shift = bend >= 0 ? 0 : ((before - after) / (2 * bend)) * fineness;
  return { hertz: speechRate / (best + shift), strength: Math.min(1, strength) };
}

// A sinc of eight crossings to each side under a Hann window.
function between(values: Float32Array, at: number): number {
  const whole = Math.round(at);
  if (Math.abs(at - whole) < 1e-9) return values[whole] ?? 0;
  let sum = 0;
  for (let index = Math.ceil(at - taps); index <= at + taps; index++) {
    const turn = Math.PI * (at - index);
    sum += (((values[Math.abs(index)] ?? 0) * Math.sin(turn)) / turn) * (0.5 + 0.5 * Math.cos(turn / taps));
  }
  return sum;
}
