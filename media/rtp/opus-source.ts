import opus from "@discordjs/opus";
import { framesPerBlock } from "../../schemas/programme.ts";
import { sharedNowMs } from "../lasting/shared-clock.ts";
import type { RtpSource } from "./voice-packet.ts";

const headerBytes = 12;
const bitrate = 64_000;
// OPUS_SET_COMPLEXITY: 5 of 10 costs two thirds and is not heard at 64 kbit/s stereo.
const complexity = { request: 4_010, value: 5 };
// The 20 ms of stereo silence that libopus itself makes; the encoder hears ten blocks of silence before it is spared.
const silence = Buffer.of(0xfc, 0xff, 0xfe);
const heardSilences = 10;

/** Makes one Opus RTP packet per block of a stereo bus, silence too, so that a listener's jitter buffer always has something to do. */
export class OpusSource {
  readonly #encoder = new opus.OpusEncoder(48_000, 2);
  readonly #source: RtpSource;
  readonly #pcm = Buffer.alloc(4 * framesPerBlock);
  readonly #samples = new Int16Array(this.#pcm.buffer, this.#pcm.byteOffset, 2 * framesPerBlock);
  // By the clock: when another thread goes on with a stream, it looks as if some packets had been lost.
  readonly #blocks = Math.floor(sharedNowMs() / 20);
  #sequence = this.#blocks % 2 ** 16;
  #timestamp = (this.#blocks * framesPerBlock) % 2 ** 32;
  #silences = heardSilences;

  constructor(source: RtpSource) {
    this.#source = source;
    this.#encoder.setBitrate(bitrate);
    this.#encoder.applyEncoderCTL(complexity.request, complexity.value);
  }

  /** It has been silent for so long that nothing is lost by sending nothing. */
  get isResting(): boolean {
    return this.#silences >= heardSilences;
  }

  /** Lets 20 ms pass without a packet: what comes next stands at its own time. */
  skip(): void {
    this.#timestamp = (this.#timestamp + framesPerBlock) % 2 ** 32;
  }

  /** The packet for the next 20 ms. */
  encode(bus: Float32Array, isSilent: boolean): Buffer {
    this.#silences = isSilent ? this.#silences + 1 : 0;
    const payload = this.#silences > heardSilences ? silence : this.#compress(bus);
    const packet = Buffer.allocUnsafe(headerBytes + payload.length);
    this.#writeHeader(packet);
    payload.copy(packet, headerBytes);
    return packet;
  }

  #compress(bus: Float32Array): Buffer {
    for (let index = 0; index < bus.length; index++) {
      this.#samples[index] = Math.max(-32_768, Math.min(32_767, Math.round((bus[index] ?? 0) * 32_767)));
    }
    return this.#encoder.encode(this.#pcm);
  }

  // RFC 3550, 5.1: version 2, no padding, extension or CSRC.
  #writeHeader(packet: Buffer): void {
    packet.writeUInt8(0x80, 0);
    packet.writeUInt8(this.#source.payloadType & 0x7f, 1);
    packet.writeUInt16BE(this.#sequence, 2);
    packet.writeUInt32BE(this.#timestamp, 4);
    packet.writeUInt32BE(this.#source.ssrc >>> 0, 8);
    this.#sequence = (this.#sequence + 1) % 2 ** 16;
    this.#timestamp = (this.#timestamp + framesPerBlock) % 2 ** 32;
  }
}
