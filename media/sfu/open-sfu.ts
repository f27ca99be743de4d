import type { Room } from "./open-room.ts";
import type { WorkerAddress } from "./open-worker.ts";
import { WorkerSeat } from "./worker-seat.ts";

/** Where the SFU listens; worker n takes `port` + n, unless `port` is 0. */
export type SfuOptions = WorkerAddress & {
  /** Processes to start, one per core at most; default 1. */
  workers?: number;
};

/** How one worker fares. */
export type WorkerState = { pid: number | undefined; rooms: number };

/** All sound between browsers. Disposing it ends its worker processes, and every room. */
export type Sfu = AsyncDisposable & {
  /** A room in the worker that has fewest; `media.unavailable` when no worker can be started. */
  openRoom(): Promise<Room>;
  /** Tells each unexpected death of a worker; its rooms are lost, the worker itself is started again. */
  onDied(listener: (error: Error) => void): () => void;
  /** For the health check: a worker without a pid is dead or starting. */
  workers(): WorkerState[];
};

/** Starts the workers. */
export async function openSfu({ workers = 1, ...address }: SfuOptions): Promise<Sfu> {
  const listeners = new Set<(error: Error) => void>();
  const tell = (error: Error) => listeners.forEach((listener) => listener(error));
  const portOf = (index: number) => (address.port === 0 ? 0 : address.port + index);
  const seats = Array.from(
    { length: workers },
    (_, index) => new WorkerSeat({ ...address, port: portOf(index) }, tell),
  );
  await using opening = new AsyncDisposableStack();
  opening.defer(async () => {
    await Promise.all(seats.map((seat) => seat.close()));
  });
  await Promise.all(seats.map((seat) => seat.worker()));
  const open = opening.move();
  return {
    openRoom: () => seats.reduce((emptiest, seat) => (seat.rooms < emptiest.rooms ? seat : emptiest)).openRoom(),
    onDied: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    workers: () => seats.map(({ pid, rooms }) => ({ pid, rooms })),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
