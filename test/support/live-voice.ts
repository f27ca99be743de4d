import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { EndlessVoice } from "./endless-voice.ts";

/** A voice on its way in real time; `sentMs[index]` is when each packet left, by `performance.now()`. Disposing it falls silent. */
export type LiveVoice = AsyncDisposable & { readonly sentMs: readonly number[] };

/** Sends a packet of a voice every 20 ms to a port of this machine; a held-up timer catches up. */
export async function sendLive(voice: EndlessVoice, port: number): Promise<LiveVoice> {
  const socket = createSocket("udp4");
  socket.connect(port, "127.0.0.1");
  await once(socket, "connect");
  const sentMs: number[] = [];
  const startMs = performance.now();
  const timer = setInterval(() => {
    while (startMs + sentMs.length * 20 <= performance.now()) {
      socket.send(voice.datagram(sentMs.length));
      sentMs.push(performance.now());
    }
  }, 2);
  const stop = async () => {
    clearInterval(timer);
    socket.close();
    await once(socket, "close");
  };
  return { sentMs, [Symbol.asyncDispose]: stop };
}
