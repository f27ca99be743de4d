import { EventEmitter } from "node:events";

/** One run of a thread, from its start to its death or its end. */
export type Life = {
  /** Resolves when it can be asked; rejects when it dies first. */
  ready(): Promise<void>;
  /** Settles when it ended without being asked to. */
  readonly died: Promise<Error>;
  readonly isGone: boolean;
  /** Ends it because something is wrong with it: it counts as dead. */
  kill(reason: Error): void;
  /** Ends it in peace. */
  end(): Promise<void>;
};

/** A thread died and another one has taken over: why, and how long there was none. */
export type Revival = { cause: Error; outageMs: number };

/** What a lasting thread is made of. */
export type LastingThreadOptions<Running extends Life> = {
  start(): Running;
  /** Gives a new life what the former one had, before anybody asks it for anything. */
  restore?(life: Running): Promise<void>;
  /** How the thread is called in what it refuses. */
  name: string;
};

/** A thread that dies so often within a minute will not get better by dying once more. */
const mostDeaths = 5;
const minuteMs = 60_000;

/** A thread that is started anew when it dies, until it dies again and again. */
export class LastingThread<Running extends Life> {
  /** Settles when it died too often to be started once more, with the reason of the last time. */
  readonly died: Promise<Error>;
  readonly #options: LastingThreadOptions<Running>;
  readonly #giveUp: (error: Error) => void;
  readonly #told = new EventEmitter<{ revived: [Revival]; died: [Error] }>().setMaxListeners(0);
  #deaths: number[] = [];
  #life: Promise<Running>;
  #isClosed = false;

  constructor(options: LastingThreadOptions<Running>) {
    this.#options = options;
    const { promise, resolve } = Promise.withResolvers<Error>();
    this.died = promise;
    this.#giveUp = (reason) => {
      resolve(reason);
      this.#told.emit("died", reason);
    };
    this.#life = this.#begin();
    // Whoever asks hears of it.
    this.#life.catch(() => undefined);
  }

  /** The life that can be asked now, or the next one while there is none; rejects once there will be none. */
  now(): Promise<Running> {
    return this.#life;
  }

  /** Hears of every new life, which has what the former one had; returns how to stop. */
  onRevived(listener: (revival: Revival) => void): () => void {
    this.#told.on("revived", listener);
    return () => this.#told.off("revived", listener);
  }

  /** Hears that it died too often to be started once more; returns how to stop, for whoever goes before the thread does. */
  onDied(listener: (reason: Error) => void): () => void {
    this.#told.once("died", listener);
    return () => this.#told.off("died", listener);
  }

  /** Kills the present life, as a hang or an exception would; resolves when the next one is there. */
  async restart(reason = new Error(`${this.#options.name} was told to start anew`)): Promise<void> {
    const life = await this.#life;
    life.kill(reason);
    await life.died;
    await this.#life;
  }

  /** Ends the thread for good. */
  async end(): Promise<void> {
    this.#isClosed = true;
    const life = await this.#life.catch(() => undefined);
    this.#life = Promise.reject(new Error(`${this.#options.name} is closed`));
    this.#life.catch(() => undefined);
    await life?.end();
  }

  async #begin(): Promise<Running> {
    const life = this.#options.start();
    await life.ready();
    this.#follow(life);
    return life;
  }

  #follow(life: Running): void {
    void life.died.then((cause) => {
      if (this.#isClosed) return;
      this.#life = this.#revive(cause);
      this.#life.catch(() => undefined);
    });
  }

  async #revive(cause: Error): Promise<Running> {
    const diedMs = performance.now();
    while (this.#mayTryAgain()) {
      const life = this.#options.start();
      if (!(await this.#isRestored(life))) continue;
      this.#follow(life);
      this.#tell(cause, performance.now() - diedMs);
      return life;
    }
    this.#giveUp(cause);
    throw cause;
  }

  /** A life that died is none, nor is one that cannot be brought to where the former one was. */
  async #isRestored(life: Running): Promise<boolean> {
    try {
      await life.ready();
      await this.#options.restore?.(life);
    } catch (error) {
      if (!life.isGone) life.kill(error instanceof Error ? error : new Error(String(error)));
      await life.died;
    }
    return !life.isGone;
  }

  // Listeners ask the new life, so they hear of it once `now` gives it.
  #tell(cause: Error, outageMs: number): void {
    setImmediate(() => {
      if (!this.#isClosed) this.#told.emit("revived", { cause, outageMs });
    });
  }

  #mayTryAgain(): boolean {
    const nowMs = performance.now();
    this.#deaths = [...this.#deaths.filter((death) => nowMs - death < minuteMs), nowMs];
    return this.#deaths.length < mostDeaths;
  }
}
