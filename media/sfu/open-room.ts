import type { RtpPort } from "../../schemas/programme.ts";
import { openForward, type Forward, type ForwardedRtp } from "./open-forward.ts";
import { openPeerTransport, type Opaque, type PeerTransport } from "./open-peer-transport.ts";
import { openPlainSource, type PlainSource } from "./open-plain-source.ts";
import type { OpenWorker } from "./open-worker.ts";
import { browserCapabilities, roomCodecs } from "./opus.ts";
import { asked } from "./sfu-error.ts";

/** One studio's sound in the SFU: voices of 48 kHz Opus come in, go to the others, to mixer and recorder. Disposing it closes all of it. */
export type Room = AsyncDisposable & {
  /** What a browser needs to know before it makes transports. */
  readonly rtpCapabilities: Opaque;
  /** Settles only when the worker died: the room and all in it are gone. */
  readonly died: Promise<Error>;
  openTransport(options: { forceTcp: boolean }): Promise<PeerTransport>;
  /** Sends a producer to a UDP port on this machine; begins paused, so that the port can be opened knowing what will come. */
  forward(producerId: string, openPort: (rtp: ForwardedRtp) => Promise<RtpPort>): Promise<Forward>;
  /** A producer that is fed from this machine: the mixer's return bus. */
  openSource(): Promise<PlainSource>;
};

/** Opens a room in a worker; `onClosed` is told once, however it ended. */
export async function openRoom({ worker, door }: OpenWorker, onClosed: () => void): Promise<Room> {
  const router = await asked(() => worker.createRouter({ mediaCodecs: roomCodecs }));
  router.observer.once("close", onClosed);
  const died = new Promise<Error>((resolve) => {
    const tell = (error: Error) => resolve(error);
    worker.once("died", tell);
    router.observer.once("close", () => {
      if (!worker.died) worker.off("died", tell);
    });
  });
  return {
    rtpCapabilities: browserCapabilities(router.rtpCapabilities),
    died,
    openTransport: (options) => openPeerTransport(router, door, options),
    forward: (producerId, openPort) => openForward(router, producerId, openPort),
    openSource: () => openPlainSource(router),
    [Symbol.asyncDispose]: async () => {
      router.close();
    },
  };
}
