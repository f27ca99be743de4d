import { packets } from "rtp.js";
import type { RtpSource } from "./mixer.ts";
import { opusFrames } from "./opus-packet.ts";

/** One packet of a voice, as it stands in the jitter buffer. */
export type VoicePacket = {
  /** RTP sequence number and timestamp as sent, or unwrapped once the jitter buffer has placed it. */
  sequence: number;
  timestamp: number;
  /** Length in frames of 48 kHz. */
  frames: number;
  payload: Buffer;
};

/** What a datagram on an input's socket is. */
export type Arrival = VoicePacket | "rtcp" | "forged";

/** Reads a datagram; whatever is not this source's RTP with an Opus packet in it is forged. RTCP (RFC 5761, 4) is told apart. */
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
  const frames = opusFrames(payload);
  if (frames === undefined) return undefined;
  return { sequence: rtp.getSequenceNumber(), timestamp: rtp.getTimestamp(), frames, payload };
}
