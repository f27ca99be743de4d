import type { Processing } from "../../schemas/sound.ts";
import { makeVoiceCompressor } from "./compressor.ts";
import { Denoiser, denoiserLatencyFrames } from "./denoiser.ts";
import { Dynamics } from "./dynamics.ts";
import { makeGate } from "./gate.ts";
import { HighPass } from "./high-pass.ts";
import { SwitchedStage } from "./stage.ts";

type Switches = Omit<Processing, "trimDb">;

/** What a strip does to a voice before its fader, in the order of a broadcast desk; everything is off at first. */
export class StripChain {
  readonly #stages: Record<keyof Switches, SwitchedStage>;
  #isDelayed = false;

  /** `onDenoised` hears how long RNNoise worked, in ms. */
  constructor(onDenoised: (ms: number) => void) {
    this.#stages = {
      hasHighPass: new SwitchedStage(() => new HighPass()),
      hasDenoiser: new SwitchedStage(() => new Denoiser(onDenoised)),
      hasGate: new SwitchedStage(() => new Dynamics(makeGate())),
      hasCompressor: new SwitchedStage(() => new Dynamics(makeVoiceCompressor())),
    };
  }

  /** Switches stages, from the next block on. */
  set(switches: Partial<Switches>): void {
    for (const name of Object.keys(this.#stages) as (keyof Switches)[]) {
      const isOn = switches[name];
      if (isOn !== undefined) this.#stages[name].switch(isOn);
    }
    this.#isDelayed = switches.hasDenoiser ?? this.#isDelayed;
  }

  /** Changes the block in place. */
  process(block: Float32Array): void {
    for (const stage of Object.values(this.#stages)) stage.process(block);
  }

  /** The voice is not heard for now: every stage lets go of what it remembers. */
  rest(): void {
    for (const stage of Object.values(this.#stages)) stage.rest();
  }

  /** How much later the voice leaves the chain than it entered. */
  get latencyFrames(): number {
    return this.#isDelayed ? denoiserLatencyFrames : 0;
  }
}
