import { opusPackets, rtpPacket } from "./voice-datagrams.ts";

const framesPerPacket = 960;

/** A voice as a browser would send it, without end: a sound that is repeated, in RTP packets counted from 0. */
export type EndlessVoice = {
  readonly ssrc: number;
  readonly payloadType: number;
  /** The packet with this index; `change` puts other values into its header, or another payload behind it. */
  datagram(index: number, change?: HeaderChange): Buffer;
};

/** What a test may put into a packet instead of the truth. */
export type HeaderChange = {
  sequence?: number;
  timestamp?: number;
  ssrc?: number;
  payloadType?: number;
  payload?: Buffer;
};

/** How a voice numbers its packets; the defaults wrap within the first second, as a test should. */
export type Numbering = { ssrc?: number; payloadType?: number; firstSequence?: number; firstTimestamp?: number };

/** Encodes `sound` (mono, 48 kHz, whole 20 ms) as Opus. The second of two passes is repeated, so that the loop has no seam. */
export function endlessVoice(sound: Float32Array, numbering: Numbering = {}): EndlessVoice {
  const { ssrc = 4_242, payloadType = 100, firstSequence = 65_500, firstTimestamp = 2 ** 32 - 38_400 } = numbering;
  const twice = new Float32Array(2 * sound.length);
  twice.set(sound);
  twice.set(sound, sound.length);
  const payloads = opusPackets(twice).slice(sound.length / framesPerPacket);
  const datagram: EndlessVoice["datagram"] = (index, { payload, ...change } = {}) =>
    rtpPacket(payload ?? payloads[index % payloads.length] ?? Buffer.alloc(0), {
      ssrc,
      payloadType,
      sequence: firstSequence + index,
      timestamp: (firstTimestamp + index * framesPerPacket) % 2 ** 32,
      ...change,
    });
  return { ssrc, payloadType, datagram };
}
