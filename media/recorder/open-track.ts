import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { RtpPort } from "../../schemas/programme.ts";
import { readDatagram, type RtpSource } from "../rtp/voice-packet.ts";
import { TrackWriter, type TrackOptions } from "./track-writer.ts";

/** A voice being recorded. Disposing it closes the port and the file. */
export type Track = RtpPort;

/** How often held sound is put on disk. */
const tickMs = 200;

/** Opens a UDP port for one voice and records it while `isRecording()`; what comes before the programme begins is not kept. */
export async function openTrack(options: TrackOptions, source: RtpSource, isRecording: () => boolean): Promise<Track> {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  // 2 s of a voice or more wait in the kernel when this thread is held up; it may grant less.
  socket.setRecvBufferSize(1_048_576);
  // An error of a later receive concerns one datagram; the socket goes on.
  socket.on("error", () => undefined);
  const writer = new TrackWriter(options);
  socket.on("message", (datagram) => {
    if (!isRecording()) return;
    const arrival = readDatagram(datagram, source);
    if (typeof arrival !== "string") writer.take({ ...arrival, arrivedMs: performance.now() });
  });
  const ticker = setInterval(() => {
    writer.tick(performance.now());
  }, tickMs);
  const closed = Promise.withResolvers<void>();
  const dispose = (): Promise<void> => {
    clearInterval(ticker);
    socket.close(closed.resolve);
    writer[Symbol.dispose]();
    return closed.promise;
  };
  return { ip: "127.0.0.1", port: socket.address().port, [Symbol.asyncDispose]: dispose };
}
