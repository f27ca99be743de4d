import type { CartId, StripId } from "../../schemas/ids.ts";
import type { ProgrammeSummary } from "../../schemas/programme.ts";
import { framesPerBlock } from "../../schemas/programme.ts";
import type { DeskSound } from "../../schemas/sound.ts";
import type { Levels } from "../../schemas/studio.ts";
import { BleedWatch } from "./bleed-watch.ts";
import { CartDeck } from "./cart-deck.ts";
import { Ducker } from "./ducker.ts";
import type { MixerStats, StripStart } from "./mixer.ts";
import { ProgrammeBus } from "./programme-bus.ts";
import { ProgrammeOutput } from "./programme-output.ts";
import type { ProgrammeListener } from "./programme-output.ts";
import { StripBank } from "./strip-bank.ts";
import { WorkShare } from "./work-share.ts";
import type { Strip } from "./strip.ts";

const lateMs = 20;
const ticksPerSecond = 50;
const levelsPerSecond = 15;

/** What a console tells while it ticks. A fault is an exception in one strip or in the carts; the programme goes on without them. */
export type ConsoleListener = {
  levels(levels: Levels): void;
  cartEnded(cartId: CartId, nextCartId: CartId | null): void;
  fault(error: unknown): void;
};

/** Takes a block of the return or cue bus. */
export type BusListener = (bus: Float32Array, isSilent: boolean) => void;

/**
 * One studio's mixing desk without thread, socket or clock: whoever owns it hands it packets and instants (ms of one monotonic
 * clock) and calls `tick` once for every 20 ms.
 */
export class Console {
  /** Plays to programme and return. */
  readonly carts: CartDeck;
  readonly #listener: ConsoleListener;
  readonly #strips: StripBank;
  readonly #bus = new ProgrammeBus();
  readonly #mix = new Float32Array(2 * framesPerBlock);
  readonly #cartBus = new Float32Array(2 * framesPerBlock);
  readonly #cueBus = new Float32Array(2 * framesPerBlock);
  readonly #ducker = new Ducker();
  readonly #bleeds = new BleedWatch();
  readonly #denoising = new WorkShare();
  #return: BusListener | undefined;
  #cue: BusListener | undefined;
  #programme: { output: ProgrammeOutput; concealedBefore: number; lateBefore: number } | undefined;
  #ticks = 0;
  #lateTicks = 0;

  constructor(listener: ConsoleListener) {
    this.#listener = listener;
    this.#strips = new StripBank(listener.fault, (stripId, block) => {
      this.#bleeds.hear(stripId, block);
    });
    this.carts = new CartDeck(listener.cartEnded);
  }

  /** Adds a strip, silent until it listens to a source; replaces one of the same id. */
  openStrip(stripId: StripId, start: StripStart): void {
    this.#strips.open(stripId, start);
  }

  /** The strip of that id, if it is open. */
  findStrip(stripId: StripId): Strip | undefined {
    return this.#strips.find(stripId);
  }

  /** Removes a strip at the end of the next tick, faded out. */
  closeStrip(stripId: StripId): void {
    this.#strips.close(stripId);
    this.#bleeds.forget(stripId);
  }

  /** Automix and ducking, from the next tick on. */
  setSound({ hasAutomix, ducking }: DeskSound): void {
    this.#strips.sharesGain = hasAutomix;
    this.#ducker.set(ducking);
  }

  /** Sends the return bus to one listener; to none when undefined. */
  sendReturn(listener: BusListener | undefined): void {
    this.#return = listener;
  }

  /** Sends the cue bus to one listener; to none when undefined. */
  sendCue(listener: BusListener | undefined): void {
    this.#cue = listener;
  }

  /** Begins a programme with the next tick, at a frame that is not 0 when it goes on after an interruption; refuses a second one. */
  openProgramme(say: ProgrammeListener, fromFrame = 0): void {
    if (this.#programme !== undefined) throw new Error("the programme of this mixer is open already");
    const { concealed: concealedBefore } = this.#strips;
    this.#programme = { output: new ProgrammeOutput(say, fromFrame), concealedBefore, lateBefore: this.#lateTicks };
    this.#bus.reset();
  }

  /** Tells of every strip anew with the next tick: somebody listens to the programme who has not heard of them. */
  tellAnew(): void {
    this.#programme?.output.tellAnew();
  }

  /** Ends the programme with the tick before; undefined when none is open. */
  closeProgramme(): ProgrammeSummary | undefined {
    if (this.#programme === undefined) return undefined;
    const { output, concealedBefore, lateBefore } = this.#programme;
    this.#programme = undefined;
    const concealedBlocks = this.#strips.concealed - concealedBefore;
    return output.close({ ...this.#bus.measured(), concealedBlocks, lateTicks: this.#lateTicks - lateBefore });
  }

  /** Makes the 20 ms that are due at `tickMs`; `nowMs` is when it came to be made. */
  tick(tickMs: number, nowMs = tickMs): void {
    if (nowMs - tickMs > lateMs) this.#lateTicks++;
    const bus = this.#mix.fill(0);
    this.#mixStrips(bus, tickMs);
    const hasCarts = this.#mixCarts(bus);
    this.#bus.process(bus);
    if (this.#programme !== undefined) this.#send(this.#programme.output, bus, hasCarts);
    this.#ticks++;
    this.#bleeds.tick();
    this.#denoising.add(this.#strips.denoisingMs);
    if ((this.#ticks * levelsPerSecond) % ticksPerSecond < levelsPerSecond) this.#listener.levels(this.#levels());
  }

  /** Counts of ticks and strips. */
  stats(): Omit<MixerStats, "cpuShare"> {
    return { ticks: this.#ticks, lateTicks: this.#lateTicks, strips: this.#strips.stats() };
  }

  #mixStrips(bus: Float32Array, tickMs: number): void {
    this.#cueBus.fill(0);
    this.#strips.mixInto(bus, this.#cueBus, tickMs);
    this.#cue?.(this.#cueBus, !this.#strips.isAnyCued);
  }

  #mixCarts(bus: Float32Array): boolean {
    let isPlaying = false;
    try {
      isPlaying = this.carts.render(this.#cartBus);
      this.#ducker.process(this.#cartBus, this.#strips.isSpeaking);
      this.#return?.(this.#cartBus, !isPlaying);
    } catch (error) {
      this.#listener.fault(error);
    }
    if (!isPlaying) return false;
    for (let index = 0; index < bus.length; index++) bus[index] = (bus[index] ?? 0) + (this.#cartBus[index] ?? 0);
    return true;
  }

  #send(output: ProgrammeOutput, bus: Float32Array, hasCarts: boolean): void {
    this.#strips.forEach((stripId, { played, treatment }) => {
      if (played !== undefined) output.align(stripId, played);
      output.treat(stripId, treatment);
    });
    output.mix(this.#strips.heard, hasCarts ? this.#cartBus : undefined);
    output.add(bus, () => this.#bus.measured());
  }

  #levels(): Levels {
    return {
      strips: this.#strips.takeLevels(),
      carts: this.carts.takeLevel(),
      ...this.#bus.takeLevels(),
      denoisingShare: this.#denoising.share,
      bleeds: this.#bleeds.pairs().map((stripIds) => ({ stripIds })),
    };
  }
}
