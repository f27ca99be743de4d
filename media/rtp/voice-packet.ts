import { packets } from "rtp.js";
import { opusFrames } from "./opus-packet.ts";

/** How to know one producer’s packets, as mediasoup numbers them; others are forged. */
export type RtpSource = { ssrc: number; payloadType: number };

/** One packet of a voice. */
export type VoicePacket = {
  /** RTP sequence number and timestamp as sent, or unwrapped by the reader that placed it. */
  sequence: number;
  timestamp: number;
  /** Length in frames of 48 kHz, read from the Opus packet (RFC 7587: Opus in RTP always counts at 48 kHz). */
  frames: number;
  payload: Buffer;
};

/** What a datagram on a voice's socket is. */
export type Arrival = VoicePacket | "rtcp" | "forged";

/** An Opus packet that crossed a network in one datagram is far shorter; a longer one would not fit an Ogg page. */
const longestPayload = 8_000;

/** Reads a datagram; whatever is not this source's RTP with a whole Opus packet in it is forged. RTCP (RFC 5761, 4) is told apart. */
export function readDatagram(datagram: Buffer, source: RtpSource): Arrival {
  const type = datagram[1] ?? 0;
  if (type >= 192 && type <= 223) return "rtcp";
  try {
    return readVoice(datagram, source) ?? "forged";
  } catch {
    // Rtp.js throws at whatever does not parse as RTP.
    return "forged";
  }
}

function readVoice(datagram: Buffer, source: RtpSource): VoicePacket | undefined {
  const rtp = new packets.RtpPacket(new DataView(datagram.buffer, datagram.byteOffset, datagram.byteLength));
  if (rtp.getSsrc() !== source.ssrc || rtp.getPayloadType() !== source.payloadType) return undefined;
  const view = rtp.getPayload();
  const payload = Buffer.from(view.buffer, view.byteOffset, view.byteLength);
  const frames = payload.length > longestPayload ? undefined : opusFrames(payload);
  if (frames === undefined) return undefined;
  return { sequence: rtp.getSequenceNumber(), timestamp: rtp.getTimestamp(), frames, payload };
}
