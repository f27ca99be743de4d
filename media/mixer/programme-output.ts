import type { StripId } from "../../schemas/ids.ts";
import type { ProgrammeMessage, ProgrammeSummary } from "../../schemas/programme.ts";
import { framesPerBlock, framesPerSecond } from "../../schemas/programme.ts";
import { limiterLatencyFrames } from "./limiter.ts";
import type { Played } from "./strip.ts";

/** Takes what is said on a programme's port. */
export type ProgrammeListener = (message: ProgrammeMessage) => void;

/** What was measured and counted since the programme opened. */
export type Measured = Omit<ProgrammeSummary, "frames">;

/** Says on a programme's port all that a listener needs to follow it; counts its frames. */
export class ProgrammeOutput {
  readonly #say: ProgrammeListener;
  readonly #relations = new Map<StripId, string>();
  #frame = 0;

  constructor(say: ProgrammeListener) {
    this.#say = say;
  }

  /** Tells where a strip's sound stands in the block that comes next, if that has changed. */
  align(stripId: StripId, { ssrc, rtpTimestamp }: Played): void {
    const relation = `${ssrc} ${(rtpTimestamp - this.#frame + 2 ** 40) % 2 ** 32}`;
    if (this.#relations.get(stripId) === relation) return;
    this.#relations.set(stripId, relation);
    this.#say({ kind: "aligned", stripId, ssrc, rtpTimestamp, frame: this.#frame + limiterLatencyFrames });
  }

  /** Sends a block, which the listener may keep. */
  send(samples: Float32Array, measured: Pick<Measured, "integratedLufs" | "truePeakDbtp">): void {
    this.#say({ kind: "block", frame: this.#frame, samples });
    this.#frame += framesPerBlock;
    if (this.#frame % framesPerSecond === 0) this.#say({ kind: "loudness", frame: this.#frame, ...measured });
  }

  /** Says the last word. */
  close(measured: Measured): ProgrammeSummary {
    const summary = { frames: this.#frame, ...measured };
    this.#say({ kind: "closed", summary });
    return summary;
  }
}
