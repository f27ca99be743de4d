import { framesPerBlock } from "../../schemas/programme.ts";
import { sharedNowMs } from "../lasting/shared-clock.ts";
import { BusEncoder } from "./bus-encoder.ts";
import type { RtpSource } from "./voice-packet.ts";

const headerBytes = 12;
const bitrate = 64_000;

/** Makes one Opus RTP packet per block of a stereo bus, silence too, so that a listener's jitter buffer always has something to do. */
export class OpusSource {
  readonly #encoder = new BusEncoder(bitrate);
  readonly #source: RtpSource;
  // By the clock: when another thread goes on with a stream, it looks as if some packets had been lost.
  readonly #blocks = Math.floor(sharedNowMs() / 20);
  #sequence = this.#blocks % 2 ** 16;
  #timestamp = (this.#blocks * framesPerBlock) % 2 ** 32;

  constructor(source: RtpSource) {
    this.#source = source;
  }

  /** It has been silent for so long that nothing is lost by sending nothing. */
  get isResting(): boolean {
    return this.#encoder.isResting;
  }

  /** Lets 20 ms pass without a packet: what comes next stands at its own time. */
  skip(): void {
    this.#timestamp = (this.#timestamp + framesPerBlock) % 2 ** 32;
  }

  /** The packet for the next 20 ms. */
  encode(bus: Float32Array, isSilent: boolean): Buffer {
    const payload = this.#encoder.encode(bus, isSilent);
    const packet = Buffer.allocUnsafe(headerBytes + payload.length);
    this.#writeHeader(packet);
    payload.copy(packet, headerBytes);
    return packet;
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
