import type { Table } from "../../schemas/floor.ts";
import { framesPerBlock } from "../../schemas/programme.ts";
import type { Treatment } from "../../schemas/programme.ts";
import { plainProcessing } from "../../schemas/sound.ts";
import type { StripLevel } from "../../schemas/studio.ts";
import { gainOf } from "./decibels.ts";
import { Fader } from "./fader.ts";
import type { Sharing } from "./gain-sharing.ts";
import { newShare, slicesPerBlock } from "./gain-sharing.ts";
import { LevelMeter } from "./level-meter.ts";
import type { StripChange, StripStart, StripStats } from "./mixer.ts";
import { Panner } from "./pan.ts";
import { StripChain } from "./strip-chain.ts";
import type { Played } from "./strip-input.ts";
import { StripInput } from "./strip-input.ts";
import { VoiceActivity } from "./voice-activity.ts";
import type { RtpSource } from "../rtp/voice-packet.ts";

/** What a strip tells: how long RNNoise worked for it, in ms, and what its microphone gave. */
export type StripListeners = { onDenoised(ms: number): void; onHeard(block: Float32Array): void };

/** One voice's way to the programme: jitter buffer, trim, meter, the chain of its processing, cue, fader; then automix and pan. */
export class Strip {
  readonly #input = new StripInput();
  readonly #chain: StripChain;
  readonly #fader: Fader;
  readonly #panner = new Panner();
  readonly #level = new LevelMeter();
  readonly #activity = new VoiceActivity();
  readonly #block = new Float32Array(framesPerBlock);
  readonly #sharing = { block: this.#block, weight: 1, share: newShare() };
  readonly #ridden = new Float64Array(slicesPerBlock);
  readonly #onHeard: StripListeners["onHeard"];
  #treatment: Treatment = { ...plainProcessing, pan: 0 };
  #trim = 1;
  #table: Table | null = null;
  #isCued = false;

  constructor(start: StripStart, { onDenoised, onHeard }: StripListeners) {
    this.#onHeard = onHeard;
    this.#fader = new Fader(start, 1);
    this.#chain = new StripChain(onDenoised);
    this.set(start);
  }

  /** Takes effect from the next block on. */
  set({ processing, pan, weightDb, table, isCued, gainDb, isOpen }: StripChange): void {
    this.#fader.set({ ...(gainDb !== undefined && { gainDb }), ...(isOpen !== undefined && { isOpen }) });
    this.#isCued = isCued ?? this.#isCued;
    if (pan !== undefined) this.#panner.set(pan);
    if (table !== undefined) this.#table = table;
    if (weightDb !== undefined) this.#sharing.weight = 10 ** (weightDb / 10);
    if (processing?.trimDb !== undefined) this.#trim = gainOf(processing.trimDb);
    if (processing !== undefined) this.#chain.set(processing);
    if (processing !== undefined || pan !== undefined)
      this.#treatment = { ...this.#treatment, ...processing, ...(pan !== undefined && { pan }) };
  }

  /** Listens to another source, with an empty jitter buffer; to none when undefined. */
  listen(source: RtpSource | undefined): void {
    this.#input.listen(source);
    this.#chain.rest();
  }

  /** Begins anew with the same source. */
  restart(): void {
    this.#input.restart();
    this.#chain.rest();
  }

  /** Takes a datagram from the input's socket. */
  receive(datagram: Buffer, nowMs: number, isPunctual: boolean): void {
    this.#input.receive(datagram, nowMs, isPunctual);
  }

  /**
   * Makes the strip's next 20 ms, and adds them to the cue bus if the desk listens to it; true when something of them goes on to the
   * programme. A closed strip's buffer runs on, so that it opens in time; its processing rests.
   */
  render(tickMs: number, cue: Float32Array): boolean {
    const block = this.#block;
    if (!this.#input.pull(tickMs, block)) return false;
    this.#onHeard(block);
    this.#trimAndMeasure(block);
    if (!this.#isCued && this.#fader.isOff) {
      this.#chain.rest();
      return false;
    }
    this.#chain.process(block);
    if (this.#isCued) addToBoth(cue, block);
    return this.#fader.process(block);
  }

  /** In which room it stands. */
  get table(): Table | null {
    return this.#table;
  }

  /** What was rendered last, for the automix to change. */
  get sharing(): Sharing {
    return this.#sharing;
  }

  /** Fader and automix together, at the end of each 5 ms of what was rendered last; the same array each time. */
  get ridden(): Float64Array {
    const { ridden } = this.#sharing.share;
    for (let slice = 0; slice < slicesPerBlock; slice++) this.#ridden[slice] = (ridden[slice] ?? 0) * this.#fader.gain;
    return this.#ridden;
  }

  /** What is done to the voice besides; another object once it has changed. */
  get treatment(): Treatment {
    return this.#treatment;
  }

  /** Adds what was rendered last to both sides of the bus. */
  mixInto(bus: Float32Array): void {
    this.#panner.mixInto(bus, this.#block);
  }

  /** What the block mixed last began with; undefined while no source was heard. */
  get played(): Played | undefined {
    return this.#input.playedBefore(this.#chain.latencyFrames);
  }

  /** Whether the desk listens to it. */
  get isCued(): boolean {
    return this.#isCued;
  }

  /** Whether somebody speaks into the microphone, heard or not. */
  get isTalking(): boolean {
    return this.#activity.isTalking;
  }

  /** What the microphone gave since the last look, after its trim. */
  takeLevel(): StripLevel {
    return { ...this.#level.take(), isTalking: this.isTalking };
  }

  /** Counts of all inputs together, and the depth of the present one. */
  stats(): StripStats {
    return this.#input.stats();
  }

  /** Gives back what the processing holds. */
  close(): void {
    this.#chain.rest();
  }

  #trimAndMeasure(block: Float32Array): void {
    if (this.#trim !== 1)
      for (let frame = 0; frame < block.length; frame++) block[frame] = (block[frame] ?? 0) * this.#trim;
    this.#activity.hear(this.#level.measure(block));
  }
}

function addToBoth(bus: Float32Array, block: Float32Array): void {
  for (let frame = 0; frame < block.length; frame++) {
    const sample = block[frame] ?? 0;
    bus[2 * frame] = (bus[2 * frame] ?? 0) + sample;
    bus[2 * frame + 1] = (bus[2 * frame + 1] ?? 0) + sample;
  }
}
