import { packets } from "rtp.js";
import { opusDuration } from "./opus-packet.ts";

/** One Opus packet of a voice as it came: `samples` is its length at 48 kHz, read from its first byte; `arrivedMs` a monotonic clock. */
export type VoicePacket = { sequence: number; timestamp: number; samples: number; opus: Uint8Array; arrivedMs: number };

/** Which packets belong to a track. */
export type VoiceSource = { ssrc: number; payloadType: number };

/** Reads a datagram; `undefined` for everything that is not a sound packet of this source: RTCP, another voice, an attack, a damaged packet. */
export function parseVoiceRtp(datagram: Uint8Array, source: VoiceSource, arrivedMs: number): VoicePacket | undefined {
  const packet = parseRtp(datagram);
  if (packet?.getSsrc() !== source.ssrc || packet.getPayloadType() !== source.payloadType) return undefined;
  const { buffer, byteOffset, byteLength } = packet.getPayload();
  const opus = new Uint8Array(buffer, byteOffset, byteLength);
  const samples = opusDuration(opus);
  // A packet of one datagram on the open network is far shorter; longer ones would not fit an Ogg page.
  if (samples === undefined || opus.length > 8_000) return undefined;
  return { sequence: packet.getSequenceNumber(), timestamp: packet.getTimestamp(), samples, opus, arrivedMs };
}

function parseRtp(datagram: Uint8Array): packets.RtpPacket | undefined {
  try {
    return new packets.RtpPacket(new DataView(datagram.buffer, datagram.byteOffset, datagram.byteLength));
  } catch {
    // rtp.js throws at whatever is not RTP; a stray datagram is nothing to tell of.
    return undefined;
  }
}
