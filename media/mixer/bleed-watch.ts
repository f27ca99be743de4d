import type { StripId } from "../../schemas/ids.ts";
import { meanSquareOf } from "../pauses/mean-square.ts";

/** Two microphones that hear the same voice. */
export type BleedPair = [StripId, StripId];

/** 10 ms a value: syllables stand out, and a network's or a jitter buffer's delay is many of them. */
const framesPerValue = 480;
/** 8 s: long enough that two people who speak on their own do not fall into step. */
const values = 800;
/** 200 ms: two devices' ways through network and jitter buffer may differ by that much. */
const furthestLag = 20;
const ticksPerLook = 50;
/** Measured over 8 s of babble: one voice in both 0.94 and more at −24 dB, two independent voices 0.56 at most. */
const alike = 0.72;
const looksToBelieve = 2;
const looksToForget = 10;
const quietDbfs = -70;
const loudDbfs = -45;
const leastDeviationDb = 3;

/** How loud a microphone was over the last seconds, in dBFS; oldest first from `at`. */
type Envelope = { readonly dbfs: Float32Array; at: number; isFull: boolean };

const newEnvelope = (): Envelope => ({ dbfs: new Float32Array(values).fill(quietDbfs), at: 0, isFull: false });

/**
 * Finds microphones that hear each other through the air: the same voice raises and lowers both at once. It compares how loud they are over
 * time, not their samples, so that codecs, echo cancelling and clocks that drift do not hide it, and so that it costs little.
 */
export class BleedWatch {
  readonly #envelopes = new Map<StripId, Envelope>();
  /** Looks in a row that were alike, or, below zero, that were not. */
  readonly #belief = new Map<string, { pair: BleedPair; looks: number; isBleeding: boolean }>();
  #ticks = 0;

  /** Takes a strip's next 20 ms as the microphone gave them. */
  hear(stripId: StripId, block: Float32Array): void {
    const envelope = this.#envelopes.get(stripId) ?? newEnvelope();
    this.#envelopes.set(stripId, envelope);
    for (let from = 0; from < block.length; from += framesPerValue) push(envelope, block, from);
  }

  /** Forgets a strip that is gone, or whose sound has paused. */
  forget(stripId: StripId): void {
    this.#envelopes.delete(stripId);
    for (const [key, { pair }] of this.#belief) if (pair.includes(stripId)) this.#belief.delete(key);
  }

  /** To be called once a tick; compares once a second. */
  tick(): void {
    this.#ticks += 1;
    if (this.#ticks % ticksPerLook !== 0) return;
    const ready = [...this.#envelopes]
      .filter(([, envelope]) => envelope.isFull && isSpeech(envelope.dbfs))
      .map(([stripId, envelope]): [StripId, Float32Array] => [stripId, standardised(envelope)]);
    ready.forEach(([one, a], index) => {
      for (const [other, b] of ready.slice(index + 1)) this.#look([one, other], likeness(a, b) >= alike);
    });
    for (const belief of this.#belief.values()) if (!isAmong(belief.pair, ready)) this.#judge(belief, false);
  }

  /** The pairs that hear each other now, and for some seconds after. */
  pairs(): BleedPair[] {
    return [...this.#belief.values()].filter(({ isBleeding }) => isBleeding).map(({ pair }) => pair);
  }

  #look(pair: BleedPair, isAlike: boolean): void {
    const key = pair.join();
    const belief = this.#belief.get(key) ?? { pair, looks: 0, isBleeding: false };
    this.#belief.set(key, belief);
    this.#judge(belief, isAlike);
  }

  #judge(belief: { looks: number; isBleeding: boolean }, isAlike: boolean): void {
    belief.looks = isAlike ? Math.max(0, belief.looks) + 1 : Math.min(0, belief.looks) - 1;
    if (belief.looks >= looksToBelieve) belief.isBleeding = true;
    if (belief.looks <= -looksToForget) belief.isBleeding = false;
  }
}

const isAmong = (pair: BleedPair, ready: readonly (readonly [StripId, unknown])[]) =>
  pair.every((id) => ready.some(([stripId]) => stripId === id));

function push(envelope: Envelope, block: Float32Array, from: number): void {
  const power = meanSquareOf(block, from, from + framesPerValue);
  envelope.dbfs[envelope.at] = Math.max(quietDbfs, 10 * Math.log10(power + 1e-10));
  envelope.at = (envelope.at + 1) % values;
  if (envelope.at === 0) envelope.isFull = true;
}

/** Somebody was heard: loud enough to matter, and with breaths. */
function isSpeech(dbfs: Float32Array): boolean {
  const { mean, deviation } = spreadOf(dbfs);
  return deviation >= leastDeviationDb && mean + deviation >= loudDbfs;
}

function spreadOf(dbfs: Float32Array): { mean: number; deviation: number } {
  let [sum, squares] = [0, 0];
  for (const value of dbfs) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / dbfs.length;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / dbfs.length - mean * mean)) };
}

/** The best correlation of two standardised envelopes over all lags, −1 to 1. */
function likeness(a: Float32Array, b: Float32Array): number {
  let best = -1;
  for (let lag = -furthestLag; lag <= furthestLag; lag++) best = Math.max(best, correlation(a, b, lag));
  return best;
}

function standardised({ dbfs, at }: Envelope): Float32Array {
  const { mean, deviation } = spreadOf(dbfs);
  const inOrder = new Float32Array(values);
  inOrder.set(dbfs.subarray(at));
  inOrder.set(dbfs.subarray(0, at), values - at);
  return inOrder.map((value) => (value - mean) / deviation);
}

function correlation(a: Float32Array, b: Float32Array, lag: number): number {
  let sum = 0;
  const from = Math.max(0, -lag);
  const to = Math.min(values, values - lag);
  for (let index = from; index < to; index++) sum += (a[index] ?? 0) * (b[index + lag] ?? 0);
  return sum / (to - from);
}
