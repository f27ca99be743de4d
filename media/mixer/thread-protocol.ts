import type { MessagePort } from "node:worker_threads";
import type { CartId, StripId } from "../../schemas/ids.ts";
import type { ProgrammeSummary } from "../../schemas/programme.ts";
import type { DeskSound } from "../../schemas/sound.ts";
import type { Levels } from "../../schemas/studio.ts";
import type { RtpSource } from "../rtp/voice-packet.ts";
import type { CartLoad, MixerStats, ReturnTarget, StripChange, StripStart } from "./mixer.ts";

/** What the main thread may ask of one mixer in the thread; every argument and answer can be cloned or transferred. */
export type DeskCalls = {
  openStrip(stripId: StripId, start: StripStart): void;
  setStrip(stripId: StripId, change: StripChange): void;
  closeStrip(stripId: StripId): Promise<void>;
  /** Answers the port's number. */
  openInput(stripId: StripId, source: RtpSource): Promise<number>;
  /** Does nothing when the strip has another port by now. */
  closeInput(stripId: StripId, port: number): Promise<void>;
  loadCart(cart: CartLoad): Promise<void>;
  unloadCart(cartId: CartId): Promise<void>;
  playCart(cartId: CartId): void;
  stopCart(cartId: CartId): void;
  setCartsGain(gainDb: number): void;
  setSound(sound: DeskSound): void;
  /** Answers a number to close it by. */
  openReturn(target: ReturnTarget): Promise<number>;
  /** Does nothing when there is another return by now. */
  closeReturn(number: number): Promise<void>;
  /** Answers a number to close it by. */
  openCue(target: ReturnTarget): Promise<number>;
  /** Does nothing when there is another cue by now. */
  closeCue(number: number): Promise<void>;
  /** The ports are transferred into the thread. */
  openProgramme(listeners: readonly MessagePort[]): void;
  closeProgramme(): ProgrammeSummary;
  stats(): MixerStats;
  /** Closes all that the mixer opened; the mixer is gone afterwards. */
  close(): Promise<void>;
};

/** A call on its way into the thread; a mixer that is not there yet is opened. */
export type Call = { call: number; mixer: number; name: keyof DeskCalls; data: unknown[] };

/** What comes out of the thread: answers to calls, and what mixers announce. */
export type ThreadMessage =
  | { kind: "answered"; call: number; value: unknown }
  | { kind: "failed"; call: number; error: Error }
  | { kind: "levels"; mixer: number; levels: Levels }
  | { kind: "cartEnded"; mixer: number; cartId: CartId; nextCartId: CartId | null }
  | { kind: "fault"; mixer: number; error: Error };
