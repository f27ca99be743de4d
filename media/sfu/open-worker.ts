import { createWorker, type types } from "mediasoup";
import { goFirst } from "../priority/go-first.ts";

/** Where a worker listens for browsers. */
export type WorkerAddress = {
  /** Interface to listen on, `0.0.0.0` for all. */
  listenIp: string;
  /** Address that browsers reach, announced in the ICE candidates; default `listenIp`. */
  announcedAddress?: string | undefined;
  /** One port for UDP and TCP; 0 takes free ones. */
  port: number;
  /** Path of the mediasoup-worker program; default the package's own. */
  workerBin?: string | undefined;
};

/** A mediasoup worker (a process of its own) and its one door for browsers. Disposing it ends the process. */
export type OpenWorker = AsyncDisposable & {
  readonly worker: types.Worker;
  readonly door: types.WebRtcServer;
};

const listenInfos = ({ listenIp, announcedAddress, port }: WorkerAddress): types.TransportListenInfo[] =>
  (["udp", "tcp"] as const).map((protocol) => ({
    protocol,
    ip: listenIp,
    ...(announcedAddress !== undefined && { announcedAddress }),
    ...(port !== 0 && { port }),
  }));

async function close(worker: types.Worker) {
  if (worker.closed && worker.subprocessClosed) return;
  const ended = new Promise<void>((resolve) => worker.once("subprocessclose", resolve));
  worker.close();
  await ended;
}

/** Starts a worker process and opens its port. */
export async function openWorker(address: WorkerAddress): Promise<OpenWorker> {
  const { workerBin } = address;
  const worker = await createWorker({ logLevel: "error", ...(workerBin !== undefined && { workerBin }) });
  goFirst(worker.pid);
  try {
    const door = await worker.createWebRtcServer({ listenInfos: listenInfos(address) });
    return { worker, door, [Symbol.asyncDispose]: () => close(worker) };
  } catch (error) {
    await close(worker);
    throw error;
  }
}
