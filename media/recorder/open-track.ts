import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { RtpPort } from "../../schemas/programme.ts";
import { readDatagram, type RtpSource } from "../rtp/voice-packet.ts";
import { PreRoll } from "./pre-roll.ts";
import { TrackWriter, type TrackOptions } from "./track-writer.ts";

/** A voice being recorded. Disposing it closes the port and the file. */
export type Track = RtpPort;

/** What a track needs to know of the programme. */
type Programme = { readonly isRunning: boolean; zeroOf(mixerSsrc: number): number | undefined };

/** How often held sound is put on disk. */
const tickMs = 200;

/** Opens a UDP port for one voice and records it while the programme runs, from its first frame on; what was said before is not kept. */
export async function openTrack(
  options: TrackOptions,
  source: RtpSource & { mixerSsrc: number },
  programme: Programme,
): Promise<Track> {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  // 2 s of a voice or more wait in the kernel when this thread is held up; it may grant less.
  socket.setRecvBufferSize(1_048_576);
  // An error of a later receive concerns one datagram; the socket goes on.
  socket.on("error", () => undefined);
  const writer = new TrackWriter(options);
  const preRoll = new PreRoll();
  socket.on("message", (datagram) => {
    const arrival = readDatagram(datagram, source);
    if (typeof arrival === "string") return;
    const packet = { ...arrival, arrivedMs: performance.now() };
    if (!programme.isRunning) {
      // The datagram's memory belongs to a pool that is written again.
      preRoll.keep({ ...packet, payload: Buffer.from(packet.payload) });
      return;
    }
    for (const before of preRoll.release(programme.zeroOf(source.mixerSsrc))) writer.take(before);
    writer.take(packet);
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
