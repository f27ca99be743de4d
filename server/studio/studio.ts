import type { CartId, EpisodeId, PeerId, RecordingId, ShowId, StripId } from "../../schemas/ids.ts";
import type { Rundown } from "../../schemas/rundown.ts";
import type { MicrophoneState, Strip, StudioSnapshot, Transmission } from "../../schemas/studio.ts";
import type { Mixer } from "../../media/mixer/mixer.ts";
import type { Sfu } from "../../media/sfu/open-sfu.ts";
import { Refusal } from "../errors.ts";
import type { Announce } from "./announce.ts";
import { CartRack, type LoadableCart } from "./cart-rack.ts";
import { makeBroadcast } from "./make-broadcast.ts";
import { makeTurns } from "./make-turns.ts";
import type { Voice } from "./open-voice.ts";
import { Peer } from "./peer.ts";
import { StripRack, type Person } from "./strip-rack.ts";
import { toInstant, type StudioClock } from "./studio-clock.ts";
import { StudioFloor } from "./studio-floor.ts";
import { StudioRundown, type AiredItem } from "./studio-rundown.ts";
import { Transmitter, type TransmitterHooks } from "./transmitter.ts";
import { watchLinks } from "./watch-links.ts";

/** What a studio needs to know of its show. */
export type StudioShow = {
  showId: ShowId;
  title: string;
  channelTitle: string;
  carts: readonly LoadableCart[];
  rundown: Rundown;
};

/** What a studio stands on; the mixer becomes its own. */
export type StudioParts = TransmitterHooks & {
  show: StudioShow;
  sfu: Sfu;
  mixer: Mixer;
  clock: StudioClock;
  /** An item of the rundown began on air. */
  onAired(recordingId: RecordingId, item: AiredItem): Promise<void>;
  /** Nobody has been here for a while: the studio may be disposed. */
  onDeserted(): void;
  onBug(error: unknown): void;
};

const broadcastPauseMs = 50;
const desertedAfterMs = 5 * 60_000;
/** On air without anybody: somebody may come back, but not tomorrow. */
const desertedOnAirAfterMs = 30 * 60_000;

/** One show's live room: who is in, what the desk sets, and where the transmission stands. Every page draws itself from its snapshot. */
export class Studio implements AsyncDisposable {
  readonly #parts: StudioParts;
  readonly #peers = new Map<PeerId, Peer>();
  readonly #strips = new StripRack();
  readonly #door = makeTurns();
  readonly #floor: StudioFloor;
  readonly #carts: CartRack;
  readonly #rundown: StudioRundown;
  readonly #transmitter: Transmitter;
  readonly #broadcast: ReturnType<typeof makeBroadcast>;
  readonly #watch: Disposable;
  #show: StudioShow;
  #revision = 0;
  #isDiskLow = false;
  #isClosing = false;
  #callOffDesertion: (() => void) | undefined;

  constructor(parts: StudioParts) {
    const { clock, mixer, onBug, sfu } = parts;
    const peers = () => this.#peers.values();
    const changed = () => this.#changed();
    this.#parts = parts;
    this.#show = parts.show;
    this.#broadcast = makeBroadcast(clock, broadcastPauseMs, () => this.#tellAll());
    this.#carts = new CartRack({ mixer, clock, changed, onBug });
    this.#rundown = new StudioRundown({ ...parts, changed, desk: this }, parts.show.rundown);
    this.#transmitter = new Transmitter({
      ...parts,
      ...this.#rundown.follow(parts),
      changed,
      onDiskLow: () => this.#warnOfDisk(),
      voices: () => this.#voices(),
      isAnyoneReady: () => [...peers()].some(isReady),
    });
    this.#floor = new StudioFloor({
      sfu,
      mixer,
      peers,
      onBug,
      onVoiceOpened: (voice) => void this.#transmitter.addVoice(voice, this.#numberOf(voice)).catch(onBug),
      onVoiceClosed: (voice) => this.#transmitter.removeVoice(voice),
    });
    this.#watch = watchLinks({ clock, peers, changed, onBug });
    mixer.onLevels((levels) => {
      for (const peer of peers()) if (peer.isDesk) peer.announce("levelsMeasured", levels);
    });
    this.#awaitDesertion();
  }

  /** Loads the carts and opens the room; before it has ended, nobody is admitted. */
  async open() {
    await Promise.all([this.#carts.load(this.#show.carts), this.#floor.room()]);
  }

  get transmission(): Transmission {
    return this.#transmitter.state;
  }

  /** All that a page needs to draw the studio. */
  snapshot(): StudioSnapshot {
    return {
      showId: this.#show.showId,
      showTitle: this.#show.title,
      channelTitle: this.#show.channelTitle,
      revision: this.#revision,
      sentAt: toInstant(this.#parts.clock.now()),
      transmission: this.#transmitter.state,
      strips: this.#strips.list().map((strip) => ({ ...strip })),
      carts: this.#carts.list(),
      playing: this.#carts.playing(),
      cartsGainDb: this.#carts.gainDb,
      rundown: this.#rundown.state,
      isDiskLow: this.#isDiskLow,
    };
  }

  #changed() {
    this.#revision += 1;
    this.#broadcast.ask();
  }

  #tellAll() {
    const snapshot = this.snapshot();
    for (const peer of this.#peers.values()) peer.announce("studioChanged", snapshot);
  }

  /**
   * Lets a person in. Who was here before gets the same strip, with gain and mute; who is here already in another tab is replaced there.
   * `studio.full` when the pupils' places are taken.
   */
  admit(person: Person, isDesk: boolean, announce: Announce): Promise<Peer> {
    return this.#door(async () => {
      if (this.#isClosing) throw new Refusal("server.closing");
      const strip = this.#strips.find(person) ?? (await this.#addStrip(person));
      const former = strip.peerId === null ? undefined : this.#peers.get(strip.peerId);
      if (former !== undefined) await this.#part(former, "peerReplaced");
      const peer = new Peer(strip, isDesk, announce);
      this.#peers.set(peer.id, peer);
      this.#strips.seat(strip, peer.id, person);
      this.#awaitDesertion();
      this.#changed();
      return peer;
    });
  }

  async #addStrip(person: Person): Promise<Strip> {
    const { strip, dropped } = this.#strips.add(person);
    if (dropped !== undefined) await this.#parts.mixer.closeStrip(dropped.id);
    await this.#parts.mixer.openStrip(strip.id, strip);
    return strip;
  }

  /** A peer goes; its strip keeps its place, empty. */
  leave(peer: Peer): Promise<void> {
    return this.#door(() => this.#part(peer));
  }

  /** Sends a participant out; the same door stays open to them. */
  removeParticipant(stripId: StripId): Promise<void> {
    return this.#door(async () => {
      const { peerId } = this.#strips.require(stripId);
      const peer = peerId === null ? undefined : this.#peers.get(peerId);
      if (peer !== undefined) await this.#part(peer, "participantRemoved");
    });
  }

  async #part(peer: Peer, word?: "peerReplaced" | "participantRemoved") {
    if (peer.isGone) return;
    if (word !== undefined) peer.announce(word, {});
    peer.isGone = true;
    this.#peers.delete(peer.id);
    this.#strips.vacate(peer.strip);
    this.#changed();
    this.#awaitDesertion();
    await this.#floor.silence(peer);
  }

  #awaitDesertion() {
    this.#callOffDesertion?.();
    if (this.#peers.size > 0 || this.#isClosing) return;
    const afterMs = this.transmission.state === "onAir" ? desertedOnAirAfterMs : desertedAfterMs;
    this.#callOffDesertion = this.#parts.clock.after(afterMs, this.#parts.onDeserted);
  }

  /** The sound between people. */
  get floor() {
    return this.#floor;
  }

  /** Where the show stands in its rundown. */
  get rundown() {
    return this.#rundown;
  }

  /** What is on now, as listeners may read it: the item's title, else the show's. */
  get currentTitle(): string {
    return this.#rundown.currentTitle ?? this.#show.title;
  }

  /** What the browser says of its microphone. */
  setMicrophone(peer: Peer, microphone: MicrophoneState) {
    if (peer.strip.microphone === microphone) return;
    peer.strip.microphone = microphone;
    this.#changed();
  }

  /** Moves a fader or opens and closes a microphone; the mixer hears of it at once. */
  setStrip(stripId: StripId, change: Partial<Pick<Strip, "gainDb" | "isOpen">>) {
    const strip = this.#strips.require(stripId);
    this.#parts.mixer.setStrip(stripId, change);
    Object.assign(strip, change);
    this.#changed();
  }

  setCartsGain(gainDb: number) {
    this.#carts.setGain(gainDb);
  }

  playCart(cartId: CartId) {
    this.#carts.play(cartId);
  }

  stopCart(cartId: CartId) {
    this.#carts.stop(cartId);
  }

  /** The show's words, carts or rundown have changed. */
  async refresh(show: StudioShow) {
    this.#show = show;
    this.#rundown.load(show.rundown);
    await this.#carts.load(show.carts);
  }

  goOnAir(): Promise<void> {
    return this.#transmitter.goOnAir();
  }

  cancelCountdown(): Promise<void> {
    return this.#transmitter.cancelCountdown();
  }

  endShow(): Promise<EpisodeId> {
    return this.#transmitter.endShow();
  }

  #voices(): [Voice, number][] {
    const voices = [...this.#peers.values()].flatMap((peer) => peer.media.voice ?? []);
    return voices.map((voice) => [voice, this.#numberOf(voice)]);
  }

  #numberOf = (voice: Voice) => this.#strips.require(voice.stripId).number;

  #warnOfDisk() {
    this.#isDiskLow = true;
    this.#changed();
  }

  /** Ends a show that is on air, keeps its recording, and closes everything. */
  async [Symbol.asyncDispose]() {
    this.#isClosing = true;
    this.#callOffDesertion?.();
    await this.#transmitter.close();
    for (const peer of [...this.#peers.values()]) {
      peer.announce("mediaLost", {});
      await this.leave(peer);
    }
    this.#watch[Symbol.dispose]();
    this.#broadcast[Symbol.dispose]();
    await this.#floor.close();
    await this.#parts.mixer[Symbol.asyncDispose]();
  }
}

const isReady = ({ media, strip }: Peer) =>
  media.voice !== undefined && (strip.microphone === "open" || strip.microphone === "mutedByOwner");
