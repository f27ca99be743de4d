import type { CartId, StripId } from "../../schemas/ids.ts";
import type { RtpPort } from "../../schemas/programme.ts";
import type { Levels } from "../../schemas/studio.ts";
import type { RtpSource } from "../rtp/voice-packet.ts";

import type { ThreadCaller } from "./thread-caller.ts";
import type { DeskCalls } from "./thread-protocol.ts";

type Reply<Name extends keyof DeskCalls> = Promise<Awaited<ReturnType<DeskCalls[Name]>>>;

/** One mixer's line into the thread; asks nothing more once the mixer is closed. */
export class MixerCaller {
  readonly #thread: ThreadCaller;
  readonly #number: number;
  #isClosed = false;

  constructor(thread: ThreadCaller, number: number) {
    this.#thread = thread;
    this.#number = number;
  }

  /** Asks, and waits for the answer. */
  ask<Name extends keyof DeskCalls>(name: Name, ...data: Parameters<DeskCalls[Name]>): Reply<Name> {
    if (this.#isClosed) return Promise.reject(new Error("this mixer is closed"));
    return this.#thread.call(this.#number, name, ...data);
  }

  /** Asks without waiting, as a fader does; if the thread is gone, `died` tells. */
  tell<Name extends keyof DeskCalls>(name: Name, ...data: Parameters<DeskCalls[Name]>): void {
    this.ask(name, ...data).catch(() => undefined);
  }

  /** Asks to close something; what a gone thread or a closed mixer held is closed already. */
  async close<Name extends keyof DeskCalls>(name: Name, ...data: Parameters<DeskCalls[Name]>): Promise<void> {
    const closing = this.ask(name, ...data).catch(() => undefined);
    if (name === "close") this.#isClosed = true;
    await closing;
  }

  /** Opens a strip's input. */
  async openInput(stripId: StripId, { ssrc, payloadType }: RtpSource): Promise<RtpPort> {
    const port = await this.ask("openInput", stripId, { ssrc, payloadType });
    return { ip: "127.0.0.1", port, [Symbol.asyncDispose]: () => this.close("closeInput", stripId, port) };
  }

  /** Hears this mixer's levels; returns how to stop. */
  onLevels(listener: (levels: Levels) => void): () => void {
    const hear = (mixer: number, levels: Levels) => {
      if (mixer === this.#number) listener(levels);
    };
    this.#thread.announced.on("levels", hear);
    return () => this.#thread.announced.off("levels", hear);
  }

  /** Hears this mixer's carts end; returns how to stop. */
  onCartEnded(listener: (cartId: CartId, nextCartId: CartId | null) => void): () => void {
    const hear = (mixer: number, cartId: CartId, nextCartId: CartId | null) => {
      if (mixer === this.#number) listener(cartId, nextCartId);
    };
    this.#thread.announced.on("cartEnded", hear);
    return () => this.#thread.announced.off("cartEnded", hear);
  }
}
