import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import createRNNWasmModule from "@jitsi/rnnoise-wasm/dist/rnnoise.js";
import type { Stage } from "./stage.ts";

/** Frames by which RNNoise is late, and the length of what it takes at once: 10 ms. */
export const denoiserLatencyFrames = 480;

const fullScale = 32_768;
// Quieter than the last bit of 16: there is nothing to clean, and RNNoise is slowest on silence.
const silentEnergy = denoiserLatencyFrames * (0.5 / fullScale) ** 2;
const silentFramesHeard = 20;

const require = createRequire(import.meta.url);
const wasmBinary = readFileSync(require.resolve("@jitsi/rnnoise-wasm/dist/rnnoise.wasm"));
const rnnoise = await createRNNWasmModule({ wasmBinary });
const bytesPerSample = Float32Array.BYTES_PER_ELEMENT;
const address = rnnoise._malloc(denoiserLatencyFrames * bytesPerSample);
// The heap's array is another one when the heap has grown.
const windowOfHeap = () =>
  rnnoise.HEAPF32.subarray(address / bytesPerSample, address / bytesPerSample + denoiserLatencyFrames);

/** Takes fans, corridors and traffic out of a voice with RNNoise. `onWork` hears what each block cost, in ms of the core. */
export class Denoiser implements Stage {
  readonly #state = rnnoise._rnnoise_create();
  readonly #onWork: (ms: number) => void;
  #silentFrames = 0;

  constructor(onWork: (ms: number) => void) {
    this.#onWork = onWork;
  }

  process(block: Float32Array): void {
    // Not the clock: on a busy machine, time passes in which this thread does nothing.
    const begun = process.threadCpuUsage();
    const window = windowOfHeap();
    for (let from = 0; from < block.length; from += denoiserLatencyFrames) {
      this.#clean(block.subarray(from, from + denoiserLatencyFrames), window);
    }
    const { user, system } = process.threadCpuUsage(begun);
    this.#onWork((user + system) / 1_000);
  }

  /** Gives the state's memory back. */
  close(): void {
    rnnoise._rnnoise_destroy(this.#state);
  }

  #clean(piece: Float32Array, window: Float32Array): void {
    let energy = 0;
    for (let frame = 0; frame < piece.length; frame++) {
      const sample = piece[frame] ?? 0;
      energy += sample * sample;
      window[frame] = sample * fullScale;
    }
    this.#silentFrames = energy < silentEnergy ? this.#silentFrames + 1 : 0;
    if (this.#silentFrames > silentFramesHeard) return void piece.fill(0);
    rnnoise._rnnoise_process_frame(this.#state, address, address);
    for (let frame = 0; frame < piece.length; frame++) piece[frame] = (window[frame] ?? 0) / fullScale;
  }
}
