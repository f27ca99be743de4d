import { MessagePort } from "node:worker_threads";
import type { CartId, StripId } from "../../schemas/ids.ts";
import { framesPerSecond, type ProgrammeSummary, type RtpPort } from "../../schemas/programme.ts";
import type { Levels } from "../../schemas/studio.ts";
import { sharedNowMs } from "../lasting/shared-clock.ts";
import type { RtpSource } from "../rtp/voice-packet.ts";
import { Journal, type Entry, type PlayedCart } from "./journal.ts";
import type { MixerLife, MixerLine } from "./mixer-line.ts";
import type { Programme } from "./mixer.ts";
import type { DeskCalls } from "./thread-protocol.ts";

type Answer<Name extends keyof DeskCalls> = Awaited<ReturnType<DeskCalls[Name]>>;

/** One mixer's line into the thread; asks nothing more once the mixer is closed. What stands is asked again of each new thread. */
export class MixerCaller {
  readonly #line: MixerLine;
  readonly #number: number;
  readonly #journal = new Journal();
  /** When the programme that is open began, by the clock of all threads. */
  #programmeBeganMs: number | undefined;
  readonly #hearing = new DisposableStack();
  #isClosed = false;

  constructor(line: MixerLine, number: number) {
    this.#line = line;
    this.#number = number;
    this.onCartEnded((cartId, nextCartId) => {
      this.#journal.cartEnded(cartId);
      if (nextCartId !== null) this.#journal.note("playCart", [nextCartId]);
    });
  }

  /** Asks, and waits for the answer; while there is no thread, for the next one's. */
  async ask<Name extends keyof DeskCalls>(name: Name, ...data: Parameters<DeskCalls[Name]>): Promise<Answer<Name>> {
    if (this.#isClosed) throw new Error("this mixer is closed");
    const life = await this.#line.thread.now();
    const entry = this.#journal.note(name, data);
    try {
      const answer = await this.#call(life, name, data);
      if (entry !== undefined) entry.answer = answer;
      return answer;
    } catch (error) {
      if (life.isGone && this.#journal.knows(name)) return this.#answerOfNext<Name>(life, entry);
      if (entry !== undefined) this.#journal.strike(entry);
      throw error;
    }
  }

  #call<Name extends keyof DeskCalls>(life: MixerLife, name: Name, asked: Parameters<DeskCalls[Name]>) {
    const ports = asked.flat().filter((value) => value instanceof MessagePort);
    return life.call(name, { mixer: this.#number, asked }, ports);
  }

  // The next thread was asked for what stands, and has nothing of what was to be closed. It is there some time after the former one's end.
  async #answerOfNext<Name extends keyof DeskCalls>(life: MixerLife, entry: Entry | undefined): Promise<Answer<Name>> {
    await life.died;
    await this.#line.thread.now();
    if (entry?.refusal !== undefined) throw entry.refusal;
    return entry?.answer as Answer<Name>;
  }

  /** Asks without waiting, as a fader does; if there will be no thread any more, `died` tells. */
  tell<Name extends keyof DeskCalls>(name: Name, ...data: Parameters<DeskCalls[Name]>): void {
    this.ask(name, ...data).catch(() => undefined);
  }

  /** Asks to close something; what a gone thread or a closed mixer held is closed already. */
  async close<Name extends keyof DeskCalls>(name: Name, ...data: Parameters<DeskCalls[Name]>): Promise<void> {
    const closing = this.ask(name, ...data).catch(() => undefined);
    if (name === "close") {
      this.#isClosed = true;
      this.#hearing.dispose();
    }
    await closing;
  }

  /** Opens a strip's input. */
  async openInput(stripId: StripId, { ssrc, payloadType }: RtpSource): Promise<RtpPort> {
    const port = await this.ask("openInput", stripId, { ssrc, payloadType });
    return { ip: "127.0.0.1", port, [Symbol.asyncDispose]: () => this.close("closeInput", stripId, port) };
  }

  /** Opens the programme, or goes on with the one that the thread's death has cut: its frames are the clock's. */
  async openProgramme(listeners: readonly MessagePort[]): Promise<Programme> {
    const life = await this.#line.thread.now();
    this.#programmeBeganMs = await this.ask("openProgramme", listeners, this.#programmeBeganMs);
    const close = async (): Promise<ProgrammeSummary> => {
      this.#programmeBeganMs = undefined;
      if (life.isGone) throw new Error("the thread of this programme died");
      return this.ask("closeProgramme");
    };
    return { close, join: (listener) => this.ask("joinProgramme", listener) };
  }

  /** Asks another thread for all that stands. What it refuses is told, and left out. */
  async restore(life: MixerLife, onRefused: (error: Error) => void): Promise<void> {
    this.#windCarts();
    for (const entry of this.#journal.standing()) {
      // A port is opened again under its number, so that whoever sends to it or hears from it notices nothing.
      const data = typeof entry.answer === "number" ? [...entry.data, entry.answer] : entry.data;
      try {
        entry.answer = await this.#call(life, entry.name, data as never);
      } catch (error) {
        if (life.isGone) throw error;
        entry.refusal = error instanceof Error ? error : new Error(String(error));
        this.#journal.strike(entry);
        onRefused(entry.refusal);
      }
    }
  }

  #windCarts(): void {
    const nowMs = sharedNowMs();
    for (const cart of this.#journal.playing()) this.#wind(cart, nowMs);
  }

  // A cart goes on where it would be by now; one that would have come to its end has, and what follows it has begun.
  #wind({ entry, load: { cartId, part, order } }: PlayedCart, nowMs: number): void {
    const frame = Math.round(((nowMs - entry.sinceMs) / 1_000) * framesPerSecond);
    entry.data = [cartId, order.isLooping ? frame % part.frames : frame];
    if (order.isLooping || frame < part.frames) return;
    const next = order.nextCartId !== null && this.#journal.loadOf(order.nextCartId) ? order.nextCartId : null;
    this.#line.announced.emit("cartEnded", this.#number, cartId, next);
    const follower = this.#journal.playing().find(({ load }) => load.cartId === next);
    if (follower === undefined) return;
    follower.entry.sinceMs = entry.sinceMs + (part.frames / framesPerSecond) * 1_000;
    this.#wind(follower, nowMs);
  }

  /** Hears that another thread has taken the mixer over; returns how to stop before the mixer is closed. */
  onRevived(listener: () => void): () => void {
    return this.#untilClosed(this.#line.thread.onRevived(listener));
  }

  /** Hears this mixer's levels; returns how to stop before the mixer is closed. */
  onLevels(listener: (levels: Levels) => void): () => void {
    const hear = (mixer: number, levels: Levels) => {
      if (mixer === this.#number) listener(levels);
    };
    this.#line.announced.on("levels", hear);
    return this.#untilClosed(() => this.#line.announced.off("levels", hear));
  }

  /** Hears this mixer's carts end; returns how to stop before the mixer is closed. */
  onCartEnded(listener: (cartId: CartId, nextCartId: CartId | null) => void): () => void {
    const hear = (mixer: number, cartId: CartId, nextCartId: CartId | null) => {
      if (mixer === this.#number) listener(cartId, nextCartId);
    };
    this.#line.announced.on("cartEnded", hear);
    return this.#untilClosed(() => this.#line.announced.off("cartEnded", hear));
  }

  #untilClosed(stop: () => void): () => void {
    this.#hearing.defer(stop);
    return stop;
  }
}
