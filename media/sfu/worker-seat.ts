import { openRoom, type Room } from "./open-room.ts";
import { openWorker, type OpenWorker, type WorkerAddress } from "./open-worker.ts";
import { SfuError } from "./sfu-error.ts";

/** A place for a worker at one address: starts it again when it dies, and counts its rooms. */
export class WorkerSeat {
  readonly #address: WorkerAddress;
  readonly #onDied: (error: Error) => void;
  #opening: Promise<OpenWorker> | undefined;
  #open: OpenWorker | undefined;
  #isClosed = false;
  rooms = 0;

  constructor(address: WorkerAddress, onDied: (error: Error) => void) {
    this.#address = address;
    this.#onDied = onDied;
  }

  get pid() {
    return this.#open?.worker.pid;
  }

  /** The running worker; a missing one is started. */
  worker(): Promise<OpenWorker> {
    if (this.#isClosed) return Promise.reject(new SfuError("media.unavailable"));
    this.#opening ??= this.#start().catch((cause: unknown) => {
      this.#opening = undefined;
      throw new SfuError("media.unavailable", { cause });
    });
    return this.#opening;
  }

  // Starts it, and once more when it dies.
  async #start() {
    const open = await openWorker(this.#address);
    this.#open = open;
    open.worker.once("died", (error) => {
      this.#open = this.#opening = undefined;
      this.#onDied(error);
      // Should it fail, the next room tries again.
      this.worker().catch(() => undefined);
    });
    return open;
  }

  /** Opens a room in the worker and counts it until it is closed. */
  async openRoom(): Promise<Room> {
    this.rooms += 1;
    let isCounted = true;
    const leave = () => {
      if (isCounted) this.rooms -= 1;
      isCounted = false;
    };
    try {
      return await openRoom(await this.worker(), leave);
    } catch (error) {
      leave();
      throw error;
    }
  }

  /** Ends the worker for good. */
  async close() {
    this.#isClosed = true;
    const open = await this.#opening?.catch(() => undefined);
    await open?.[Symbol.asyncDispose]();
  }
}
