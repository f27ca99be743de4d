import { framesPerBlock } from "../../schemas/programme.ts";
import type { Level } from "../../schemas/studio.ts";
import { Fader } from "./fader.ts";
import { JitterBuffer } from "./jitter-buffer.ts";
import { LevelMeter } from "./level-meter.ts";
import type { Fader as FaderPosition, StripStats } from "./mixer.ts";
import { readDatagram, type RtpSource } from "../rtp/voice-packet.ts";

/** A piece of a strip's chain: changes a mono block in place; false when nothing is left to hear, which ends the chain. */
export type Stage = { process(block: Float32Array): boolean };

/** Where a strip's sound stands on its source's timeline. */
export type Played = { ssrc: number; rtpTimestamp: number };

const noCounts = { received: 0, concealed: 0, lateDropped: 0, duplicates: 0, driftDropped: 0, driftRepeated: 0 };

type Input = { source: RtpSource; jitter: JitterBuffer };

/** One voice's way to the programme: jitter buffer, then the stages of the chain, of which the fader is the last. */
export class Strip {
  readonly #fader: Fader;
  readonly #stages: readonly Stage[];
  readonly #level = new LevelMeter();
  readonly #block = new Float32Array(framesPerBlock);
  #input: Input | undefined;
  #forged = 0;
  /** Counts of inputs that are gone. */
  #before: Omit<StripStats, "forged" | "depthMs"> = noCounts;

  constructor(position: FaderPosition) {
    this.#fader = new Fader(position, 1);
    this.#stages = [this.#fader];
  }

  /** Moves fader or mute from the next block on. */
  set(change: Partial<FaderPosition>): void {
    this.#fader.set(change);
  }

  /** Listens to another source, with an empty jitter buffer; to none when undefined. */
  listen(source: RtpSource | undefined): void {
    this.#before = this.stats();
    this.#input = source && { source, jitter: new JitterBuffer() };
  }

  /** Begins anew with the same source. */
  restart(): void {
    this.listen(this.#input?.source);
  }

  /** Takes a datagram from the input's socket. */
  receive(datagram: Buffer, nowMs: number, isPunctual: boolean): void {
    if (this.#input === undefined) return;
    const arrival = readDatagram(datagram, this.#input.source);
    if (arrival === "forged") this.#forged++;
    else if (arrival !== "rtcp") this.#input.jitter.receive(arrival, nowMs, isPunctual);
  }

  /** Adds the strip's next 20 ms to both sides of the bus. A closed strip's buffer runs on, so that it opens in time. */
  mixInto(bus: Float32Array, tickMs: number): void {
    const block = this.#block;
    if (this.#input?.jitter.pull(tickMs, block) !== true) return;
    this.#level.measure(block);
    if (!this.#stages.every((stage) => stage.process(block))) return;
    for (let frame = 0; frame < framesPerBlock; frame++) {
      const sample = block[frame] ?? 0;
      bus[2 * frame] = (bus[2 * frame] ?? 0) + sample;
      bus[2 * frame + 1] = (bus[2 * frame + 1] ?? 0) + sample;
    }
  }

  /** What the block mixed last began with; undefined while no source was heard. */
  get played(): Played | undefined {
    const rtpTimestamp = this.#input?.jitter.playedTimestamp;
    if (this.#input === undefined || rtpTimestamp === undefined) return undefined;
    return { ssrc: this.#input.source.ssrc, rtpTimestamp };
  }

  /** What the microphone gave since the last look, before the fader. */
  takeLevel(): Level {
    return this.#level.take();
  }

  /** Counts of all inputs together, and the depth of the present one. */
  stats(): StripStats {
    const now = this.#input?.jitter.stats() ?? { ...noCounts, depthMs: 0 };
    return {
      received: this.#before.received + now.received,
      concealed: this.#before.concealed + now.concealed,
      lateDropped: this.#before.lateDropped + now.lateDropped,
      duplicates: this.#before.duplicates + now.duplicates,
      driftDropped: this.#before.driftDropped + now.driftDropped,
      driftRepeated: this.#before.driftRepeated + now.driftRepeated,
      forged: this.#forged,
      depthMs: now.depthMs,
    };
  }
}
