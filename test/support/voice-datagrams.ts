import opus from "@discordjs/opus";
import { createSocket } from "node:dgram";
import { packets } from "rtp.js";

/** How a voice's RTP is numbered. */
export type RtpNumbering = { ssrc: number; payloadType: number; sequence?: number; timestamp?: number };

/** One RTP packet as bytes. */
export function rtpPacket(
  payload: Uint8Array,
  { ssrc, payloadType, sequence = 0, timestamp = 0 }: RtpNumbering,
): Buffer {
  const packet = new packets.RtpPacket();
  packet.setSsrc(ssrc);
  packet.setPayloadType(payloadType);
  packet.setSequenceNumber(sequence & 0xffff);
  packet.setTimestamp(timestamp >>> 0);
  packet.setPayload(new DataView(payload.buffer, payload.byteOffset, payload.byteLength));
  const bytes = Buffer.alloc(packet.getByteLength());
  packet.serialize(bytes.buffer, bytes.byteOffset);
  return bytes;
}

/** Mono samples at 48 kHz as Opus packets of 20 ms, as a browser's microphone sends them. */
export function opusPackets(samples: Float32Array): Buffer[] {
  const encoder = new opus.OpusEncoder(48_000, 1);
  return Array.from({ length: Math.floor(samples.length / 960) }, (_, index) => {
    const pcm = Int16Array.from(samples.subarray(index * 960, index * 960 + 960), (sample) =>
      Math.round(sample * 32_767),
    );
    return Buffer.from(encoder.encode(Buffer.from(pcm.buffer)));
  });
}

/** Mono samples as RTP packets of 20 ms, counted from the given sequence number and timestamp; both wrap. */
export function voiceDatagrams(samples: Float32Array, numbering: RtpNumbering): Buffer[] {
  const { sequence = 0, timestamp = 0 } = numbering;
  return opusPackets(samples).map((payload, index) =>
    rtpPacket(payload, { ...numbering, sequence: sequence + index, timestamp: timestamp + 960 * index }),
  );
}

/** Mono samples as a decoder gives them back, the codec's delay included; stereo interleaved, as the programme is. */
export function decodedVoice(payloads: readonly Buffer[]): Float32Array {
  const decoder = new opus.OpusEncoder(48_000, 2);
  const blocks = payloads.map((payload) => {
    const pcm = decoder.decode(payload);
    return Float32Array.from(new Int16Array(pcm.buffer, pcm.byteOffset, pcm.length / 2), (sample) => sample / 32_768);
  });
  const all = new Float32Array(blocks.length * 1_920);
  blocks.forEach((block, index) => {
    all.set(block, index * 1_920);
  });
  return all;
}

/** Sends datagrams to a port of this machine, each after the one before has left. */
export async function sendDatagrams(port: number, datagrams: readonly Uint8Array[]): Promise<void> {
  const socket = createSocket("udp4");
  for (const datagram of datagrams) {
    const sent = Promise.withResolvers<void>();
    socket.send(datagram, port, "127.0.0.1", () => {
      sent.resolve();
    });
    await sent.promise;
  }
  socket.close();
}
