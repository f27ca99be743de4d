import opus from "@discordjs/opus";
import { framesPerBlock } from "../../schemas/programme.ts";
import { silentPacket } from "./opus-packet.ts";

// OPUS_SET_COMPLEXITY: 5 of 10 costs two thirds and is not heard at 64 kbit/s stereo.
const complexity = { request: 4_010, value: 5 };
const silence = Buffer.from(silentPacket(framesPerBlock, 2));
// The encoder hears ten blocks of silence before it is spared.
const heardSilences = 10;

/** Makes one Opus packet of each 20 ms of a stereo bus; silence costs nothing after 0.2 s. */
export class BusEncoder {
  readonly #encoder = new opus.OpusEncoder(48_000, 2);
  readonly #pcm = Buffer.alloc(4 * framesPerBlock);
  readonly #samples = new Int16Array(this.#pcm.buffer, this.#pcm.byteOffset, 2 * framesPerBlock);
  #silences = heardSilences;

  /** `bitrate` is in bit/s. */
  constructor(bitrate: number) {
    this.#encoder.setBitrate(bitrate);
    this.#encoder.applyEncoderCTL(complexity.request, complexity.value);
  }

  /** It has been silent for so long that nothing is lost by sending nothing. */
  get isResting(): boolean {
    return this.#silences >= heardSilences;
  }

  /** The packet for the next 20 ms. */
  encode(bus: Float32Array, isSilent: boolean): Buffer {
    this.#silences = isSilent ? this.#silences + 1 : 0;
    return this.#silences > heardSilences ? silence : this.#compress(bus);
  }

  #compress(bus: Float32Array): Buffer {
    for (let index = 0; index < bus.length; index++) {
      this.#samples[index] = Math.max(-32_768, Math.min(32_767, Math.round((bus[index] ?? 0) * 32_767)));
    }
    return this.#encoder.encode(this.#pcm);
  }
}
