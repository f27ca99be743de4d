import opus from "@discordjs/opus";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { packets } from "rtp.js";
import type { RtpPort } from "../../schemas/programme.ts";

/** A UDP port that keeps what it hears. */
export type RtpEar = RtpPort & { readonly heard: { ssrc: number; payloadType: number; payload: Buffer }[] };

/** Opens a port of this machine and listens for RTP; RTCP is ignored. */
export async function openRtpEar(): Promise<RtpEar> {
  const socket = createSocket("udp4");
  const heard: RtpEar["heard"] = [];
  socket.on("message", (datagram) => {
    const view = new DataView(datagram.buffer, datagram.byteOffset, datagram.byteLength);
    // RFC 5761: on one port, a second byte of 192 to 223 means RTCP.
    if (datagram[1]! >= 192 && datagram[1]! <= 223) return;
    const packet = new packets.RtpPacket(view);
    const payload = packet.getPayload();
    heard.push({
      ssrc: packet.getSsrc(),
      payloadType: packet.getPayloadType(),
      payload: Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength),
    });
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    ip: "127.0.0.1",
    port: socket.address().port,
    heard,
    [Symbol.asyncDispose]: async () => {
      socket.close();
      await once(socket, "close");
    },
  };
}

/** Opus packets as mono samples, −1 to 1. */
export function decode(payloads: readonly Buffer[]): Float32Array {
  const decoder = new opus.OpusEncoder(48_000, 1);
  const pcm = Buffer.concat(payloads.map((payload) => decoder.decode(payload)));
  return Float32Array.from({ length: pcm.length / 2 }, (_, index) => pcm.readInt16LE(index * 2) / 32_768);
}
