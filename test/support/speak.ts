import opus from "@discordjs/opus";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { packets } from "rtp.js";
import { toneSamples } from "./sound.ts";

/** Where a voice is sent to, and how its packets are marked. */
export type Ear = { port: number; ssrc: number; payloadType: number };

/** A sound as Opus packets of 20 ms. */
function encode(samples: Float32Array): Buffer[] {
  const encoder = new opus.OpusEncoder(48_000, 1);
  encoder.setBitrate(64_000);
  return Array.from({ length: samples.length / 960 }, (_, index) => {
    const block = samples.subarray(index * 960, index * 960 + 960);
    const pcm = Int16Array.from(block, (sample) => Math.round(sample * 32_767));
    return Buffer.from(encoder.encode(Buffer.from(pcm.buffer)));
  });
}

function datagram(payload: Buffer, index: number, { ssrc, payloadType }: Ear): Buffer {
  const packet = new packets.RtpPacket();
  packet.setSsrc(ssrc);
  packet.setPayloadType(payloadType);
  packet.setSequenceNumber(index % 2 ** 16);
  packet.setTimestamp((index * 960) % 2 ** 32);
  packet.setPayload(new DataView(payload.buffer, payload.byteOffset, payload.byteLength));
  const bytes = Buffer.alloc(packet.getByteLength());
  packet.serialize(bytes.buffer, bytes.byteOffset);
  return bytes;
}

/** Sends an endless tone as Opus RTP in real time, as a microphone does; a held-up timer catches up. Disposing it ends the voice. */
export async function speak(ear: Ear, frequency: number, levelDbfs = -20): Promise<AsyncDisposable> {
  // The second of two seconds: it begins as it ends, so its loop has no seam.
  const payloads = encode(toneSamples(frequency, levelDbfs, 2)).slice(50);
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  await once(socket, "listening");
  const begun = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    for (const due = (performance.now() - begun) / 20; sent < due; sent += 1) {
      socket.send(datagram(payloads[sent % payloads.length]!, sent, ear), ear.port, "127.0.0.1");
    }
  }, 5);
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      socket.close();
      await once(socket, "close");
    },
  };
}
