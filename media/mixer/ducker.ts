import type { Ducking } from "../../schemas/sound.ts";
import { framesPerBlock, framesPerSecond } from "../../schemas/programme.ts";

const blockMs = (1_000 * framesPerBlock) / framesPerSecond;
const attackMs = 240;

/** Lowers music while somebody speaks (*Sous voix*): down in a quarter of a second, up again in the release time, evenly in dB. */
export class Ducker {
  #ducking: Ducking = { isOn: false, depthDb: 12, releaseMs: 1_000 };
  #gainDb = 0;
  /** How deep it went since the music was last whole: from there it comes up in the release time, whatever depth is set by then. */
  #deepestDb = 0;

  /** Takes effect with the next block, as gently as speech does. */
  set(ducking: Ducking): void {
    this.#ducking = ducking;
  }

  /** Follows the speech, and changes a block of interleaved stereo in place. */
  process(bus: Float32Array, isSpeaking: boolean): void {
    const { isOn, depthDb, releaseMs } = this.#ducking;
    const wantedDb = isOn && isSpeaking ? -depthDb : 0;
    const before = this.#gainDb;
    this.#deepestDb = before === 0 ? depthDb : Math.max(this.#deepestDb, -before);
    const step = wantedDb < before ? (depthDb * blockMs) / attackMs : (this.#deepestDb * blockMs) / releaseMs;
    this.#gainDb = wantedDb < before ? Math.max(wantedDb, before - step) : Math.min(wantedDb, before + step);
    if (before !== 0 || this.#gainDb !== 0) glide(bus, before, this.#gainDb);
  }
}

function glide(bus: Float32Array, fromDb: number, toDb: number): void {
  const from = 10 ** (fromDb / 20);
  const step = (10 ** (toDb / 20) - from) / (bus.length / 2);
  for (let index = 0; index < bus.length; index++) {
    bus[index] = (bus[index] ?? 0) * (from + step * ((index >> 1) + 1));
  }
}
