import type { StripId } from "../../schemas/ids.ts";
import type { ProgrammeMessage, ProgrammeSummary, Treatment } from "../../schemas/programme.ts";
import { framesPerBatch, framesPerBlock, framesPerSecond } from "../../schemas/programme.ts";
import { limiterLatencyFrames } from "./limiter.ts";
import { RideLog, type Ridden } from "./ride-log.ts";
import type { Played } from "./strip-input.ts";

/** Takes what is said on a programme's port. */
export type ProgrammeListener = (message: ProgrammeMessage) => void;

/** What was measured and counted since the programme opened. */
export type Measured = Omit<ProgrammeSummary, "frames">;

/** Says on a programme's port all that a listener needs to follow it; counts its frames. */
export class ProgrammeOutput {
  readonly #say: ProgrammeListener;
  readonly #relations = new Map<StripId, Played>();
  readonly #treatments = new Map<StripId, Treatment>();
  readonly #rides = new RideLog();
  #batch = new Float32Array(2 * framesPerBatch);
  #carts: Float32Array | undefined;
  #begun = 0;
  #frame: number;

  /** `fromFrame` is a whole number of blocks. */
  constructor(say: ProgrammeListener, fromFrame = 0) {
    this.#say = say;
    this.#frame = fromFrame;
  }

  /** Tells where a strip's sound stands in the block that comes next, if that has changed. */
  align(stripId: StripId, { ssrc, rtpTimestamp }: Played): void {
    const zero = (rtpTimestamp - this.#frame + 2 ** 40) % 2 ** 32;
    const known = this.#relations.get(stripId);
    if (known?.ssrc === ssrc && known.rtpTimestamp === zero) return;
    this.#relations.set(stripId, { ssrc, rtpTimestamp: zero });
    this.#say({ kind: "aligned", stripId, ssrc, rtpTimestamp, frame: this.#frame + limiterLatencyFrames });
  }

  /** Tells what is done to a strip's voice from the block that comes next on, if that has changed. */
  treat(stripId: StripId, treatment: Treatment): void {
    if (this.#treatments.get(stripId) === treatment) return;
    this.#treatments.set(stripId, treatment);
    this.#say({ kind: "treated", stripId, frame: this.#frame, treatment });
  }

  /** Forgets what it has told of the strips, so that all of it is told again. */
  tellAnew(): void {
    this.#relations.clear();
    this.#treatments.clear();
    this.#rides.tellAnew();
  }

  /** Notes of what the block that comes next was mixed: the voices that are heard in it, and the carts if any play. */
  mix(heard: readonly (readonly [StripId, Ridden])[], carts: Float32Array | undefined): void {
    this.#rides.note(this.#frame, heard);
    if (carts === undefined) return;
    this.#carts ??= new Float32Array(2 * framesPerBatch);
    this.#carts.set(carts, 2 * this.#begun);
  }

  /** Adds a block; a batch that is full goes out, and its listener may keep it. `measure` is asked once a second. */
  add(block: Float32Array, measure: () => Pick<Measured, "integratedLufs" | "truePeakDbtp">): void {
    this.#batch.set(block, 2 * this.#begun);
    this.#begun += framesPerBlock;
    this.#frame += framesPerBlock;
    if (this.#begun === framesPerBatch) this.#send(this.#batch);
    if (this.#frame % framesPerSecond === 0) this.#say({ kind: "loudness", frame: this.#frame, ...measure() });
  }

  /** Sends what has begun, and says the last word. */
  close(measured: Measured): ProgrammeSummary {
    if (this.#begun > 0) this.#send(this.#batch.slice(0, 2 * this.#begun));
    const summary = { frames: this.#frame, ...measured };
    this.#say({ kind: "closed", summary });
    return summary;
  }

  #send(samples: Float32Array): void {
    const frames = samples.length / 2;
    const frame = this.#frame - frames;
    this.#say({
      kind: "mixed",
      frame,
      frames,
      rides: this.#rides.take(),
      carts: this.#carts?.subarray(0, samples.length),
    });
    this.#say({ kind: "batch", frame, samples });
    this.#carts = undefined;
    this.#batch = new Float32Array(2 * framesPerBatch);
    this.#begun = 0;
  }
}
