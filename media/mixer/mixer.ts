import type { MessagePort } from "node:worker_threads";
import type { Table } from "../../schemas/floor.ts";
import type { CartId, StripId } from "../../schemas/ids.ts";
import type { ProgrammeSummary, RtpPort } from "../../schemas/programme.ts";
import type { DeskSound, Processing } from "../../schemas/sound.ts";
import type { Levels } from "../../schemas/studio.ts";
import type { Revival } from "../lasting/lasting-thread.ts";
import type { RtpSource } from "../rtp/voice-packet.ts";

/** How a strip's fader and mute stand. */
export type Fader = { gainDb: number; isOpen: boolean };

/** What may be moved at a strip while it is open. */
export type StripChange = Partial<Fader> & {
  /** −1 is left, 1 is right. */
  pan?: number;
  /** How much more than the others, in dB, it counts in the automix. */
  weightDb?: number;
  /** In which room it stands: the automix shares gain within one, and among those that stand in none. */
  table?: Table | null;
  /** Whether the cue bus has it. */
  isCued?: boolean;
  processing?: Partial<Processing>;
};

/** How a strip begins: fader and mute, and what else is not as it came. */
export type StripStart = Fader & StripChange;

/** Where the return bus is sent: a mediasoup PlainTransport that takes Opus with this payload type and ssrc. */
export type ReturnTarget = RtpSource & { ip: string; port: number };

/** How a cart plays: its gain, the length of its fade-out, and which cart begins at the sample at which it ends. */
export type CartOrder = { isLooping: boolean; gainDb: number; fadeOutSeconds: number; nextCartId: CartId | null };

/**
 * A sound to load: so many frames, from `fromFrame` on, of a raw file of interleaved 16-bit little-endian samples, 48 kHz, stereo; to
 * its end where it is shorter.
 */
export type CartPart = { pcmPath: string; fromFrame: number; frames: number };

/** A cart to load. */
export type CartLoad = { cartId: CartId; part: CartPart; order: CartOrder };

/** What happened to a strip's packets since the strip was opened, and how deep its jitter buffer is now. */
export type StripStats = {
  received: number;
  /** 20 ms blocks invented because their packet was lost or late. */
  concealed: number;
  /** Packets that came after their turn. */
  lateDropped: number;
  duplicates: number;
  /** Packets of another ssrc or payload type, or that are no RTP at all. */
  forged: number;
  /** Blocks left out because the sender's clock is faster than ours. */
  driftDropped: number;
  /** Blocks inserted because the sender's clock is slower than ours. */
  driftRepeated: number;
  /** Time a packet now waits between its arrival and its mix. */
  depthMs: number;
};

/** How a mixer fares. */
export type MixerStats = {
  ticks: number;
  /** Ticks that came more than 20 ms after their instant. */
  lateTicks: number;
  strips: Record<StripId, StripStats>;
  /** Share of one core that this mixer's ticks and packets took since it was opened, 0 to 1. */
  cpuShare: number;
};

/** The programme on its way to its listeners. */
export type Programme = {
  /** Another listener, from the next batch on; one that is gone is not missed. */
  join(listener: MessagePort): Promise<void>;
  /** Ends the programme at the next tick, says `closed` on every port before it closes it, and tells the same to the caller. */
  close(): Promise<ProgrammeSummary>;
};

/** One studio's mixing desk: strips and carts in, programme and return out. Disposing it closes its sockets and its programme. */
export type Mixer = AsyncDisposable & {
  /** A strip of its own for a voice, silent until an input is opened. */
  openStrip(stripId: StripId, start: StripStart): Promise<void>;
  /** Moves fader, mute and pan within 5 ms and switches processing within 20 ms, without a click; −60 dB and below is off. */
  setStrip(stripId: StripId, change: StripChange): void;
  /** Removes the strip and closes its input. */
  closeStrip(stripId: StripId): Promise<void>;
  /** Takes one producer's Opus RTP (RFC 7587) for a strip; a new input replaces the strip's former one. */
  openInput(stripId: StripId, rtp: RtpSource): Promise<RtpPort>;
  /** Makes a cart ready to play; studios that load the same part share its memory. One that plays goes on, with its new gain. */
  loadCart(cart: CartLoad): Promise<void>;
  /** Forgets a cart; a playing one is faded out first. */
  unloadCart(cartId: CartId): Promise<void>;
  /** Plays from the beginning, from the first sample of the next tick; unknown carts are ignored. */
  playCart(cartId: CartId): void;
  /** Fades a playing cart out, as long as its order says; none follows it. */
  stopCart(cartId: CartId): void;
  /** One fader for all carts, in dB. */
  setCartsGain(gainDb: number): void;
  /** What holds for all strips together: automix and ducking. */
  setSound(sound: DeskSound): void;
  /** Sends the return bus (the carts) as Opus RTP every 20 ms, silence too, until disposed; it replaces a former return. */
  openReturn(target: ReturnTarget): Promise<AsyncDisposable>;
  /** Sends the cue bus (the strips that the desk listens to, before their faders) as Opus RTP until disposed; nothing while it is silent. */
  openCue(target: ReturnTarget): Promise<AsyncDisposable>;
  /**
   * The programme from the next tick on; loudness is measured anew from there. Refuses a second one while the first is open.
   * The ports are transferred into the mixer's thread and carry `ProgrammeMessage`s to whoever writes or streams it; they close with
   * the programme, and when the thread dies: asked again after that, with other ports, the same programme goes on, its frames where the
   * clock stands.
   */
  openProgramme(...listeners: MessagePort[]): Promise<Programme>;
  /** Meters, 15 times a second; returns how to stop listening. */
  onLevels(listener: (levels: Levels) => void): () => void;
  /** Tells when a cart came to its end or was faded out, not when it starts again; and which cart began in its place, if one did. */
  onCartEnded(listener: (cartId: CartId, nextCartId: CartId | null) => void): () => void;
  /**
   * The thread died or hung, and another one has taken over: strips, inputs, return and loaded carts are as they were, on the same
   * ports; carts go on where they would be by now. A programme has to be opened again. Returns how to stop listening.
   */
  onRevived(listener: () => void): () => void;
  stats(): Promise<MixerStats>;
};

/** The thread in which all mixers of the station live. One that dies or hangs is started anew. Disposing it ends them all. */
export type MixerThread = AsyncDisposable & {
  /** One mixer per studio. */
  openMixer(): Promise<Mixer>;
  /** Kills the thread as an exception would; resolves when the next one has taken over. */
  restart(): Promise<void>;
  /** Hears of every new thread. */
  onRevived(listener: (revival: Revival) => void): void;
  /** Settles only when the thread died so often that no other one is started, with the reason. */
  readonly died: Promise<Error>;
};
