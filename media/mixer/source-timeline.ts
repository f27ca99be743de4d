import { framesPerSecond } from "../../schemas/programme.ts";
import { unwrap } from "./unwrap.ts";
import type { VoicePacket } from "../rtp/voice-packet.ts";

const farFrames = framesPerSecond;
const idleMs = 500;
const straysInARow = 3;
const latesInARow = 10;

/** Whether a packet continues its source, comes after its turn, stands far off (and is ignored), or begins the source anew. */
export type Place = "onward" | "late" | "far" | "anew";

/** Puts a source's packets on one timeline that does not wrap, and notices when the source restarted or jumped. */
export class SourceTimeline {
  #last: VoicePacket | undefined;
  #lastMs = 0;
  #stray: VoicePacket | undefined;
  #strays = 0;
  #lates = 0;

  /** Unwraps sequence and timestamp of a packet, in place. */
  unwrap(packet: VoicePacket): void {
    packet.sequence = unwrap(packet.sequence, this.#last?.sequence ?? packet.sequence + 2 ** 16, 16);
    packet.timestamp = unwrap(packet.timestamp, this.#last?.timestamp ?? packet.timestamp + 2 ** 32, 32);
  }

  /** Judges an unwrapped packet; `turn` is the next timestamp to be played, `expected` the one that plays about now. */
  place(packet: VoicePacket, turn: number, expected: number, nowMs: number): Place {
    const place = this.#judge(packet, turn, expected, nowMs);
    if (place === "far") return place;
    this.#last = packet;
    this.#lastMs = nowMs;
    this.#strays = 0;
    if (place !== "late") this.#lates = 0;
    return place;
  }

  #judge(packet: VoicePacket, turn: number, expected: number, nowMs: number): Place {
    if (this.#last === undefined) return "anew";
    // One far packet may be forged or broken; three that follow each other are a source that restarted.
    if (Math.abs(packet.timestamp - expected) > farFrames) return this.#isBack(packet, nowMs) ? "anew" : "far";
    if (packet.timestamp + packet.frames > turn) return "onward";
    return ++this.#lates >= latesInARow ? "anew" : "late";
  }

  #isBack(packet: VoicePacket, nowMs: number): boolean {
    const isNext = this.#stray !== undefined && packet.timestamp === this.#stray.timestamp + this.#stray.frames;
    this.#strays = isNext ? this.#strays + 1 : 1;
    this.#stray = packet;
    return this.#strays >= straysInARow || nowMs - this.#lastMs > idleMs;
  }
}
