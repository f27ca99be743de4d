import type { MessagePort } from "node:worker_threads";
import type { CartId, StripId } from "../../schemas/ids.ts";
import { framesPerBlock, type ProgrammeMessage, type ProgrammeSummary, type RtpPort } from "../../schemas/programme.ts";
import type { DeskSound } from "../../schemas/sound.ts";
import { sharedNowMs } from "../lasting/shared-clock.ts";
import type { RtpSource } from "../rtp/voice-packet.ts";
import type { CartFile, CartLibrary } from "./cart-library.ts";
import type { ConsoleListener } from "./console.ts";
import { Console } from "./console.ts";
import type { CartLoad, MixerStats, ReturnTarget, StripChange, StripStart } from "./mixer.ts";
import { BusSender } from "./bus-sender.ts";
import { openRtpPort } from "./rtp-socket.ts";
import type { DeskCalls } from "./thread-protocol.ts";

const blockMs = 20;

/** What a desk needs of the thread it lives in. */
export type DeskOptions = ConsoleListener & { library: CartLibrary; isPunctual(nowMs: number): boolean };

/** One studio in the mixer's thread: a console with its sockets, cart files and ports. `close` closes them all. */
export class Desk implements DeskCalls {
  readonly #options: DeskOptions;
  readonly #console: Console;
  readonly #inputs = new Map<StripId, RtpPort>();
  readonly #carts = new Map<CartId, CartFile>();
  readonly #openedMs = performance.now();
  readonly #return: BusSender;
  readonly #cue: BusSender;
  #listeners: readonly MessagePort[] = [];
  #busyMs = 0;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#console = new Console(options);
    this.#return = new BusSender((listener) => this.#console.sendReturn(listener), { sendsSilence: true });
    this.#cue = new BusSender((listener) => this.#console.sendCue(listener), { sendsSilence: false });
  }

  /** Makes the 20 ms that are due. */
  tick(dueMs: number, nowMs: number): void {
    this.#console.tick(dueMs, nowMs);
    this.#busyMs += performance.now() - nowMs;
  }

  openStrip(stripId: StripId, start: StripStart): void {
    this.#console.openStrip(stripId, start);
  }

  setStrip(stripId: StripId, change: StripChange): void {
    this.#console.findStrip(stripId)?.set(change);
  }

  async closeStrip(stripId: StripId): Promise<void> {
    this.#console.closeStrip(stripId);
    await this.#closePort(stripId);
  }

  async openInput(stripId: StripId, source: RtpSource, number?: number): Promise<number> {
    const port = await openRtpPort((datagram) => {
      if (this.#inputs.get(stripId) === port) this.#receive(stripId, datagram);
    }, number);
    const strip = this.#console.findStrip(stripId);
    if (strip === undefined) await port[Symbol.asyncDispose]();
    if (strip === undefined) throw new Error(`no strip ${stripId} in this mixer`);
    const former = this.#inputs.get(stripId);
    this.#inputs.set(stripId, port);
    strip.listen(source);
    await former?.[Symbol.asyncDispose]();
    return port.port;
  }

  async closeInput(stripId: StripId, port: number): Promise<void> {
    if (this.#inputs.get(stripId)?.port !== port) return;
    this.#console.findStrip(stripId)?.listen(undefined);
    await this.#closePort(stripId);
  }

  async loadCart({ cartId, part, order }: CartLoad): Promise<void> {
    const file = await this.#options.library.lend(part);
    const former = this.#carts.get(cartId);
    this.#carts.set(cartId, file);
    this.#console.carts.load(cartId, file.sound, order);
    await former?.[Symbol.asyncDispose]();
  }

  async unloadCart(cartId: CartId): Promise<void> {
    const file = this.#carts.get(cartId);
    this.#carts.delete(cartId);
    this.#console.carts.unload(cartId);
    await file?.[Symbol.asyncDispose]();
  }

  playCart(cartId: CartId, fromFrame?: number): void {
    this.#console.carts.play(cartId, fromFrame);
  }

  stopCart(cartId: CartId): void {
    this.#console.carts.stop(cartId);
  }

  setCartsGain(gainDb: number): void {
    this.#console.carts.setGain(gainDb);
  }

  setSound(sound: DeskSound): void {
    this.#console.setSound(sound);
  }

  openReturn(target: ReturnTarget, port?: number): Promise<number> {
    return this.#return.open(target, port);
  }

  closeReturn(port: number): Promise<void> {
    return this.#return.close(port);
  }

  openCue(target: ReturnTarget, port?: number): Promise<number> {
    return this.#cue.open(target, port);
  }

  closeCue(port: number): Promise<void> {
    return this.#cue.close(port);
  }

  openProgramme(listeners: readonly MessagePort[], beganMs = sharedNowMs()): number {
    const blocks = Math.round((sharedNowMs() - beganMs) / blockMs);
    this.#console.openProgramme((message) => this.#tell(message), blocks * framesPerBlock);
    this.#listeners = listeners;
    return beganMs;
  }

  joinProgramme(listener: MessagePort): void {
    this.#listeners = [...this.#listeners, listener];
    this.#console.tellAnew();
  }

  closeProgramme(): ProgrammeSummary {
    const summary = this.#console.closeProgramme();
    if (summary === undefined) throw new Error("no programme of this mixer is open");
    this.#closeListeners();
    return summary;
  }

  stats(): MixerStats {
    return { ...this.#console.stats(), cpuShare: this.#busyMs / (performance.now() - this.#openedMs) };
  }

  async close(): Promise<void> {
    if (this.#console.closeProgramme() !== undefined) this.#closeListeners();
    await Promise.all([...this.#inputs.keys()].map((stripId) => this.#closePort(stripId)));
    await Promise.all([...this.#carts.values()].map((file) => file[Symbol.asyncDispose]()));
    await Promise.all([this.#return.close(), this.#cue.close()]);
  }

  #receive(stripId: StripId, datagram: Buffer): void {
    const nowMs = performance.now();
    this.#console.findStrip(stripId)?.receive(datagram, nowMs, this.#options.isPunctual(nowMs));
    this.#busyMs += performance.now() - nowMs;
  }

  /** Sound is copied for all listeners but the last, who gets it as it is: what is handed over leaves no garbage behind. */
  #tell(message: ProgrammeMessage): void {
    const last = this.#listeners.length - 1;
    const sound = message.kind === "batch" ? [message.samples.buffer as ArrayBuffer] : [];
    this.#listeners.forEach((listener, place) => {
      listener.postMessage(message, place === last ? sound : []);
    });
  }

  #closeListeners(): void {
    for (const listener of this.#listeners) listener.close();
    this.#listeners = [];
  }

  async #closePort(stripId: StripId): Promise<void> {
    const port = this.#inputs.get(stripId);
    this.#inputs.delete(stripId);
    await port?.[Symbol.asyncDispose]();
  }
}
