import type { MessagePort } from "node:worker_threads";
import type { ChannelId, ShowId } from "../../schemas/ids.ts";
import {
  audienceSizeOf,
  type Air,
  type AirSettings,
  type Cut,
  type DelayPipe,
  type LiveState,
} from "../../schemas/live.ts";
import type { Strip, Transmission } from "../../schemas/studio.ts";
import type { Mixer } from "../../media/mixer/mixer.ts";
import type { Room } from "../../media/sfu/open-room.ts";
import type { Passage } from "../../media/stream/delay-line.ts";
import type { StreamThread } from "../../media/stream/open-stream-thread.ts";
import { Refusal } from "../errors.ts";
import type { Airwaves, Heard } from "./airwaves.ts";
import { Broadcast } from "./broadcast.ts";
import { DelayedTitles } from "./delayed-titles.ts";
import { LoudestVoice } from "./loudest-voice.ts";
import { SchoolListening } from "./school-listening.ts";
import { toInstant, type StudioClock } from "./studio-clock.ts";

/** What the show is called where it is heard. */
type Names = { showId: ShowId; channelId: ChannelId; title: string };

/** What stands behind the desk's safety bar. */
export type AirParts = {
  streams: StreamThread;
  airwaves: Airwaves;
  settings: AirSettings;
  mixer: Pick<Mixer, "onLevels">;
  clock: StudioClock;
  names(): Names;
  /** What is said at the desk now; its listeners hear it later. */
  titleNow(): string;
  transmission(): Transmission;
  strips(): readonly Strip[];
  room(): Promise<Room>;
  /** The programme is to be led out anew, by `reopen`. */
  onRevived(): void;
  /** Notes in the recording what was removed. */
  mute(passages: readonly Passage[]): Promise<void>;
  /** Keeps the settings for the channel's next show. */
  keepSettings(settings: AirSettings): Promise<void>;
  onPipe(pipe: DelayPipe): void;
  changed(): void;
  onBug(error: unknown): void;
};

/** How long an ended show stays in its place, for players that are still behind. */
const lingerMs = 60_000;

/** How the show goes out: the delay, what is removed from it, and how it ends. */
export class AirControl {
  readonly #parts: AirParts;
  readonly #loudest: LoudestVoice;
  #settings: AirSettings;
  #lastCut: Cut | null = null;
  #cutting: Promise<unknown> = Promise.resolve();
  #titles: DelayedTitles | undefined;
  #heard: (Heard & { since: string }) | undefined;
  /** Takes a show that has just ended off its channel, before its last player has heard the end. */
  #forget: (() => void) | undefined;

  constructor(parts: AirParts) {
    this.#parts = parts;
    this.#settings = parts.settings;
    this.#loudest = new LoudestVoice(parts.clock.now);
    parts.mixer.onLevels((levels) => this.#loudest.hear(levels));
  }

  /** How it goes out, for the desk. */
  snapshot(): Air {
    return { ...this.#settings, lastCut: this.#lastCut, listeners: this.#heard?.broadcast.audience.count ?? 0 };
  }

  /** Opens the way out for a show that is about to begin. Without one the show is recorded all the same. */
  async prepare(onAirAt: number): Promise<void> {
    try {
      const { streams, clock, onPipe, onRevived, onBug, room, airwaves } = this.#parts;
      const { delaySeconds } = this.#settings;
      const broadcast = await Broadcast.open({ streams, delaySeconds, clock, onPipe, onRevived, onBug });
      const listening = new SchoolListening({ broadcast, room });
      const { showId, channelId, title } = this.#parts.names();
      const titles = new DelayedTitles(clock, title);
      const titleNow = () => titles.now;
      const since = toInstant(onAirAt);
      const [phase, state] = [() => this.#phaseOf(broadcast), () => this.#stateOf(broadcast)];
      this.#heard = { showId, channelId, broadcast, listening, titleNow, since, phase, state };
      this.#titles = titles;
      this.#lastCut = null;
      airwaves.enter(this.#heard);
    } catch (error) {
      this.#parts.onBug(error);
    }
  }

  /** Something changed at the desk: what is said there now is told to the listeners when they hear it. */
  followTitle() {
    if (this.#parts.transmission().state === "onAir")
      this.#titles?.begin(this.#parts.titleNow(), this.#settings.delaySeconds);
  }

  /** The port for the programme that begins; `undefined` when nothing goes out. */
  get inlet(): MessagePort | undefined {
    return this.#heard?.broadcast.inlet;
  }

  /** Another port for the programme, which goes on after an interruption; `undefined` when nothing goes out. */
  async reopen(): Promise<MessagePort | undefined> {
    return this.#heard?.broadcast.reopenInlet().catch((error: unknown): undefined => {
      this.#parts.onBug(error);
    });
  }

  #phaseOf(broadcast: Broadcast): LiveState["state"] {
    const { state } = this.#parts.transmission();
    if (this.#heard?.broadcast !== broadcast || state === "ended" || state === "rehearsing") return "none";
    return state === "onAir" ? "live" : state;
  }

  #stateOf(broadcast: Broadcast): LiveState {
    const state = this.#phaseOf(broadcast);
    if (this.#heard === undefined || state === "none") return { state: "none" };
    const { showId, title: showTitle } = this.#parts.names();
    return {
      state,
      ...{ showId, showTitle, title: this.#heard.titleNow(), since: this.#heard.since },
      delaySeconds: this.#settings.delaySeconds,
      listeners: audienceSizeOf(broadcast.audience.count),
    };
  }

  /** Takes the last seconds out before anybody hears them. `air.delay_empty` when none are held any more. */
  cut(): Promise<Cut> {
    const cutting = this.#cut();
    this.#cutting = Promise.allSettled([this.#cutting, cutting]);
    return cutting;
  }

  async #cut(): Promise<Cut> {
    const { broadcast } = this.#heard ?? {};
    const { state } = this.#parts.transmission();
    if (broadcast === undefined || (state !== "onAir" && state !== "ending")) throw new Refusal("studio.not_on_air");
    const removed = await broadcast.cut(this.#settings.cutSeconds);
    if (removed === undefined) throw new Refusal("air.delay_empty");
    const { seconds, passages } = removed;
    this.#titles?.cut(seconds, this.#settings.delaySeconds);
    const at = toInstant(this.#parts.clock.now());
    this.#lastCut = { at, seconds, loudest: this.#loudest.find(this.#settings.cutSeconds, this.#parts.strips()) };
    this.#parts.changed();
    await this.#parts.mute(passages);
    return this.#lastCut;
  }

  /** Sets how much is held, and how much one press removes. */
  async set(change: Partial<AirSettings>) {
    this.#settings = { ...this.#settings, ...change };
    this.#parts.changed();
    if (change.delaySeconds !== undefined) await this.#heard?.broadcast.setDelay(change.delaySeconds);
    await this.#parts.keepSettings(this.#settings);
  }

  /** The programme has been closed: what is held goes out, as far as anybody listens. Tells until when, or `undefined` when it is over. */
  async drain(): Promise<{ silentAt: number; over: Promise<void> } | undefined> {
    const { broadcast } = this.#heard ?? {};
    if (broadcast === undefined || broadcast.isOver || broadcast.audience.count === 0) {
      await this.stop();
      return undefined;
    }
    await broadcast.drain();
    const held = broadcast.pipe.parts.reduce((sum, { seconds }) => sum + seconds, 0);
    return { silentAt: this.#parts.clock.now() + held * 1_000, over: broadcast.over };
  }

  /** Ends it at once: what is held is never heard. */
  async stop() {
    // What was cut a moment before is noted on the recording first.
    await this.#cutting;
    await this.#heard?.broadcast[Symbol.asyncDispose]();
  }

  /** The show is over: its place on the channel becomes free when the last player has had time to hear the end. */
  async leave(isAtOnce = false) {
    const heard = this.#heard;
    this.#heard = undefined;
    if (heard !== undefined) {
      await heard.broadcast[Symbol.asyncDispose]();
      await heard.listening[Symbol.asyncDispose]();
      this.#linger(heard);
    }
    if (isAtOnce) this.#forget?.();
  }

  #linger(heard: Heard) {
    this.#forget?.();
    const { airwaves, clock } = this.#parts;
    const callOff = clock.after(lingerMs, () => this.#forget?.());
    this.#forget = () => {
      this.#forget = undefined;
      callOff();
      airwaves.leave(heard);
    };
  }
}
