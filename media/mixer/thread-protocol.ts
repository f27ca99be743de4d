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
  /** Answers the port's number; takes that port if it is given. */
  openInput(stripId: StripId, source: RtpSource, port?: number): Promise<number>;
  /** Does nothing when the strip has another port by now. */
  closeInput(stripId: StripId, port: number): Promise<void>;
  loadCart(cart: CartLoad): Promise<void>;
  unloadCart(cartId: CartId): Promise<void>;
  /** Plays from its beginning, or from a later frame of it. */
  playCart(cartId: CartId, fromFrame?: number): void;
  stopCart(cartId: CartId): void;
  setCartsGain(gainDb: number): void;
  setSound(sound: DeskSound): void;
  /** Answers the port from which it is sent; takes that port if it is given. */
  openReturn(target: ReturnTarget, port?: number): Promise<number>;
  /** Does nothing when there is another return by now. */
  closeReturn(port: number): Promise<void>;
  /** Answers the port from which it is sent; takes that port if it is given. */
  openCue(target: ReturnTarget, port?: number): Promise<number>;
  /** Does nothing when there is another cue by now. */
  closeCue(port: number): Promise<void>;
  /**
   * The ports are transferred into the thread. Answers when the programme began, in ms of the clock of all threads; one that began
   * before, in a thread that died, counts on from there.
   */
  openProgramme(listeners: readonly MessagePort[], beganMs?: number): number;
  /** The port is transferred into the thread. */
  joinProgramme(listener: MessagePort): void;
  closeProgramme(): ProgrammeSummary;
  stats(): MixerStats;
  /** Closes all that the mixer opened; the mixer is gone afterwards. */
  close(): Promise<void>;
};

/** The same as the thread is asked: which mixer, and what; a mixer that is not there yet is opened. */
export type MixerCalls = {
  [Name in keyof DeskCalls]: {
    data: { mixer: number; asked: Parameters<DeskCalls[Name]> };
    reply: Awaited<ReturnType<DeskCalls[Name]>>;
  };
};

/** What mixers announce; mixer 0 is the thread itself. */
export type MixerFact =
  | { kind: "levels"; mixer: number; levels: Levels }
  | { kind: "cartEnded"; mixer: number; cartId: CartId; nextCartId: CartId | null }
  | { kind: "fault"; mixer: number; error: Error };
