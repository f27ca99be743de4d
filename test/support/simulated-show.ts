import { Console, type ConsoleListener } from "../../media/mixer/console.ts";
import type { StripStart } from "../../media/mixer/mixer.ts";
import type { Strip } from "../../media/mixer/strip.ts";
import type { StripId } from "../../schemas/ids.ts";
import type { ProgrammeMessage } from "../../schemas/programme.ts";
import type { Levels } from "../../schemas/studio.ts";
import type { EndlessVoice } from "./endless-voice.ts";

const tickMs = 20;

/** A datagram and when it reaches the mixer, in ms of the simulated clock. */
export type Delivery = { atMs: number; datagram: Buffer };

type Line = { strip: Strip; deliveries: Iterator<Delivery, unknown>; next: Delivery | undefined };

/** `onMessage` hears everything that a recorder would. */
type ShowOptions = { keepsSound?: boolean; onMessage?: (message: ProgrammeMessage) => void };

/** A mixing desk on a simulated clock: half an hour of show takes seconds. All that it says is kept, sound only if asked. */
export class SimulatedShow {
  readonly console: Console;
  readonly messages: Exclude<ProgrammeMessage, { kind: "batch" | "mixed" }>[] = [];
  readonly levels: Levels[] = [];
  readonly faults: unknown[] = [];
  readonly endedCarts: string[] = [];
  /** The same, each with the cart that began in its place. */
  readonly chains: [ended: string, next: string | null][] = [];
  /** Mono sound of the programme so far (the mean of both sides), if `keepsSound`. */
  readonly #parts: Float32Array[] = [];
  readonly #keepsSound: boolean;
  readonly #onMessage: (message: ProgrammeMessage) => void;
  readonly #lines: Line[] = [];
  #tick = 0;
  /** Frames of the programme so far. */
  frames = 0;

  constructor({ keepsSound = true, onMessage = () => undefined }: ShowOptions = {}) {
    this.#onMessage = onMessage;
    this.#keepsSound = keepsSound;
    const listener: ConsoleListener = {
      levels: (levels) => this.levels.push(levels),
      cartEnded: (cartId, nextCartId) => {
        this.endedCarts.push(cartId);
        this.chains.push([cartId, nextCartId]);
      },
      fault: (error) => this.faults.push(error),
    };
    this.console = new Console(listener);
    this.console.openProgramme((message) => {
      this.#hear(message);
    });
  }

  /** A strip that hears a voice over a network; deliveries are in the order of their arrival. */
  addVoice(stripId: StripId, voice: EndlessVoice, deliveries: Iterable<Delivery>, start?: Partial<StripStart>): Strip {
    this.console.openStrip(stripId, { gainDb: 0, isOpen: true, ...start });
    const strip = this.console.findStrip(stripId);
    if (strip === undefined) throw new Error("the strip did not open");
    strip.listen({ ssrc: voice.ssrc, payloadType: voice.payloadType });
    const line = { strip, deliveries: deliveries[Symbol.iterator](), next: undefined };
    this.#lines.push(line);
    this.#turn(line);
    return strip;
  }

  /** Lets so many seconds pass. */
  run(seconds: number): void {
    const end = this.#tick + Math.round((seconds * 1_000) / tickMs);
    while (this.#tick < end) {
      const nowMs = ++this.#tick * tickMs;
      for (const line of this.#lines) this.#deliver(line, nowMs);
      this.console.tick(nowMs);
    }
  }

  /** The programme's sound so far. */
  get sound(): Float32Array {
    const sound = new Float32Array(this.frames);
    let place = 0;
    for (const part of this.#parts) {
      sound.set(part, place);
      place += part.length;
    }
    return sound;
  }

  #deliver(line: Line, nowMs: number): void {
    while (line.next !== undefined && line.next.atMs <= nowMs) {
      line.strip.receive(line.next.datagram, line.next.atMs, true);
      this.#turn(line);
    }
  }

  #turn(line: Line): void {
    const result = line.deliveries.next();
    line.next = result.done === true ? undefined : result.value;
  }

  #hear(message: ProgrammeMessage): void {
    this.#onMessage(message);
    if (message.kind === "mixed") return;
    if (message.kind !== "batch") return void this.messages.push(message);
    if (message.frame !== this.frames) throw new Error(`batch ${message.frame} where ${this.frames} was due`);
    this.frames += message.samples.length / 2;
    if (!this.#keepsSound) return;
    this.#parts.push(
      Float32Array.from({ length: message.samples.length / 2 }, (_, index) => mean(message.samples, 2 * index)),
    );
  }
}

const mean = (samples: Float32Array, at: number) => ((samples[at] ?? 0) + (samples[at + 1] ?? 0)) / 2;
