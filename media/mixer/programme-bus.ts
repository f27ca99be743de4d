import type { Levels } from "../../schemas/studio.ts";
import { LevelMeter } from "./level-meter.ts";
import { Limiter } from "./limiter.ts";
import { LoudnessMeter } from "./loudness-meter.ts";
import { TruePeakMeter } from "./true-peak-meter.ts";

/** What of the programme's meters the desk shows. */
export type BusLevels = Pick<Levels, "programme" | "momentaryLufs" | "shortTermLufs" | "integratedLufs">;

/** The sum of everything on its way out: limited, then measured. */
export class ProgrammeBus {
  readonly #limiter = new Limiter();
  readonly #loudness = new LoudnessMeter();
  readonly #truePeak = new TruePeakMeter();
  readonly #level = new LevelMeter();

  /** Limits and measures a block in place; what comes out is `limiterLatencyFrames` later than what goes in. */
  process(bus: Float32Array): void {
    this.#limiter.process(bus);
    this.#loudness.measure(bus);
    this.#truePeak.measure(bus);
    this.#level.measure(bus);
  }

  /** Loudness and peak since the last reset. */
  measured(): { integratedLufs: number; truePeakDbtp: number } {
    return { integratedLufs: this.#loudness.integratedLufs, truePeakDbtp: this.#truePeak.truePeakDbtp };
  }

  /** Begins loudness and peak anew, as a programme opens. */
  reset(): void {
    this.#loudness.reset();
    this.#truePeak.reset();
  }

  /** Levels since the last look. */
  takeLevels(): BusLevels {
    const { momentaryLufs, shortTermLufs, integratedLufs } = this.#loudness;
    return { programme: this.#level.takeSides(), momentaryLufs, shortTermLufs, integratedLufs };
  }
}
