import { framesPerBlock, framesPerSecond } from "../../schemas/programme.ts";
import { ArrivalDelay } from "./arrival-delay.ts";
import type { StripStats } from "./mixer.ts";
import { OpusVoice } from "./opus-voice.ts";
import { PauseDetector } from "../pauses/pause-detector.ts";
import { paceOf } from "./pace.ts";
import { PacketQueue } from "./packet-queue.ts";
import { SampleQueue } from "./sample-queue.ts";
import { SourceTimeline } from "./source-timeline.ts";
import type { VoicePacket } from "../rtp/voice-packet.ts";

const framesPerMs = framesPerSecond / 1_000;
// Opus DTX (and Chrome's) sends packets of at most two bytes while nobody speaks.
const longestDtxPayload = 2;
const wantingMs = 10;

/** What a jitter buffer counts. */
export type JitterStats = Omit<StripStats, "forged">;

/**
 * Makes an even 20 ms block per tick out of one source's uneven packets: reordered, decoded, concealed where they are
 * missing, silent where the source was silent, and held at the depth that their arrival asks for.
 */
export class JitterBuffer {
  readonly #voice = new OpusVoice();
  readonly #packets = new PacketQueue();
  readonly #queue = new SampleQueue();
  readonly #timeline = new SourceTimeline();
  readonly #arrival = new ArrivalDelay();
  readonly #pauses = new PauseDetector();
  readonly #counts = { received: 0, lateDropped: 0, duplicates: 0, driftDropped: 0, driftRepeated: 0 };
  /** Timestamp of the next frame to be decoded; undefined before the first tick of a source. */
  #turn: number | undefined;
  #first: { timestamp: number; arrivedMs: number } | undefined;
  #tickMs = 0;
  #lastSequence: number | undefined;
  #isResting = true;
  #concealedFrames = 0;
  /** Invented while nothing came at all: a loss, if the next packet says so, or the source fell silent. */
  #pendingFrames = 0;

  /** Takes a packet that arrived at `nowMs`; `isPunctual` is false when the thread was late to look, so that it says nothing of the network. */
  receive(packet: VoicePacket, nowMs: number, isPunctual = true): void {
    this.#counts.received++;
    this.#timeline.unwrap(packet);
    if (this.#packets.isDuplicate(packet)) {
      this.#counts.duplicates++;
      return;
    }
    const turn = this.#turn ?? -Infinity;
    const expected = this.#turn === undefined ? packet.timestamp : this.#head + (nowMs - this.#tickMs) * framesPerMs;
    const place = this.#timeline.place(packet, turn, expected, nowMs);
    if (place === "far") return;
    if (place === "anew") this.#begin(packet, nowMs);
    if (isPunctual) this.#arrival.observe(nowMs - packet.timestamp / framesPerMs, nowMs);
    if (place === "late") this.#drop();
    else this.#packets.insert(packet);
  }

  /** Fills `block` with the tick's 20 ms; false, and the block untouched, before the first packet. */
  pull(tickMs: number, block: Float32Array): boolean {
    if (this.#first === undefined) return false;
    this.#tickMs = tickMs;
    this.#turn ??= this.#firstTurn(this.#first);
    this.#fill(framesPerBlock);
    const pace = paceOf(this.#depthMs - this.#arrival.targetMs, this.#pauses.isPause(this.#queue.next));
    if (pace === "skip" && this.#canSkip()) this.#skip(block);
    else if (pace === "repeat") this.#repeat(block);
    else this.#queue.take(block);
    return true;
  }

  /** RTP timestamp of the first frame of the block last pulled; undefined before the first. */
  get playedTimestamp(): number | undefined {
    if (this.#turn === undefined) return undefined;
    return (this.#head - framesPerBlock) % 2 ** 32;
  }

  /** What happened so far. */
  stats(): JitterStats {
    const depthMs =
      this.#turn === undefined ? 0 : Math.round(this.#depthMs + 1_000 * (framesPerBlock / framesPerSecond));
    return { ...this.#counts, concealed: Math.round(this.#concealedFrames / framesPerBlock), depthMs };
  }

  /** Timestamp of the next frame to be played. */
  get #head(): number {
    return (this.#turn ?? 0) - this.#queue.frames;
  }

  /** How long the frame at the head waited, if its packet came the undisturbed way. */
  get #depthMs(): number {
    return this.#tickMs - this.#head / framesPerMs - this.#arrival.leastOffsetMs;
  }

  #begin(packet: VoicePacket, nowMs: number): void {
    this.#packets.clear();
    this.#queue.clear();
    this.#voice.rest();
    this.#arrival.restart(nowMs - packet.timestamp / framesPerMs);
    this.#first = { timestamp: packet.timestamp, arrivedMs: nowMs };
    this.#turn = this.#lastSequence = undefined;
    this.#pendingFrames = 0;
  }

  // Within the first tick's block the sound begins just when the first packet has waited long enough.
  #firstTurn({ timestamp, arrivedMs }: { timestamp: number; arrivedMs: number }): number {
    const leftMs = this.#arrival.targetMs - (this.#tickMs - arrivedMs);
    return timestamp - Math.round(leftMs * framesPerMs);
  }

  #drop(): void {
    this.#counts.lateDropped++;
    this.#settle(true);
  }

  #settle(isLoss: boolean): void {
    if (isLoss) this.#concealedFrames += this.#pendingFrames;
    this.#pendingFrames = 0;
  }

  #fill(frames: number): void {
    while (this.#queue.frames < frames) this.#advance();
  }

  #advance(): void {
    const head = this.#packets.head;
    const gap = head === undefined ? 0 : head.timestamp - (this.#turn ?? 0);
    if (head === undefined) this.#starve();
    else if (gap <= 0) this.#decode(head, -gap);
    else this.#bridge(head, Math.min(gap, framesPerBlock));
  }

  #bridge(next: VoicePacket, frames: number): void {
    const isSilence = this.#lastSequence === undefined || next.sequence === this.#lastSequence + 1;
    this.#settle(!isSilence);
    if (isSilence) this.#rest(frames);
    else this.#concealedFrames += this.#conceal(frames);
  }

  #decode(packet: VoicePacket, past: number): void {
    this.#packets.shift();
    this.#settle(past > 0 || packet.sequence !== (this.#lastSequence ?? 0) + 1);
    this.#lastSequence = Math.max(packet.sequence, this.#lastSequence ?? packet.sequence);
    if (past >= packet.frames) return;
    this.#isResting = packet.payload.length <= longestDtxPayload;
    // Decoded, it would be 20 ms of comfort noise in 400 ms of silence.
    if (this.#isResting) this.#rest(packet.frames - past);
    else if (this.#voice.decode(packet.payload, this.#queue, past)) this.#turn = packet.timestamp + packet.frames;
    else this.#concealedFrames += this.#conceal(packet.frames - past);
  }

  /** No packet is there: the source rests, or packets are late, and then waiting a little longer helps the next ones. */
  #starve(): void {
    if (this.#isResting) {
      this.#rest(framesPerBlock);
      return;
    }
    const isWaiting = this.#depthMs < this.#arrival.targetMs - wantingMs;
    const turn = this.#turn;
    const sounding = this.#conceal(framesPerBlock);
    if (isWaiting && sounding > 0) {
      this.#turn = turn;
      this.#concealedFrames += sounding;
    } else this.#pendingFrames += sounding;
  }

  #conceal(frames: number): number {
    this.#turn = (this.#turn ?? 0) + frames;
    return this.#voice.conceal(frames, this.#queue);
  }

  #rest(frames: number): void {
    this.#turn = (this.#turn ?? 0) + frames;
    this.#voice.rest();
    this.#queue.extend(frames).fill(0);
  }

  #canSkip(): boolean {
    return this.#isResting || this.#packets.head !== undefined || this.#queue.frames >= 2 * framesPerBlock;
  }

  #skip(block: Float32Array): void {
    this.#fill(2 * framesPerBlock);
    this.#queue.skip(block);
    this.#counts.driftDropped++;
  }

  #repeat(block: Float32Array): void {
    this.#queue.repeat(block);
    this.#counts.driftRepeated++;
  }
}
