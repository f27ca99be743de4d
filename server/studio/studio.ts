import type { PupilId, StripId } from "../../schemas/ids.ts";
import type { Companion, MicrophoneState, Strip, StudioSnapshot, Transmission } from "../../schemas/studio.ts";
import { Refusal } from "../errors.ts";
import { AirControl } from "./air-control.ts";
import { CartLog } from "./cart-log.ts";
import { CartRack } from "./cart-rack.ts";
import { DeskSound, type StripChange } from "./desk-sound.ts";
import { companyWith, speakersOf } from "./company.ts";
import { CompanyBook } from "./company-book.ts";
import { makeBroadcast } from "./make-broadcast.ts";
import { DeskWarnings } from "./desk-warnings.ts";
import { Door } from "./door.ts";
import { hears, isRecorded } from "./hearing.ts";
import type { Voice } from "./open-voice.ts";
import { Paths } from "./paths.ts";
import type { Peer } from "./peer.ts";
import { ShowLimit } from "./show-limit.ts";
import { Stage } from "./stage.ts";
import { StripRack, type Person } from "./strip-rack.ts";
import { toInstant } from "./studio-clock.ts";
import type { TablesParts } from "./tables.ts";
import type { StudioParts, StudioShow } from "./studio-parts.ts";
import { StudioFloor } from "./studio-floor.ts";
import { StudioRundown } from "./studio-rundown.ts";
import { Transmitter } from "./transmitter.ts";
import { VoiceLog } from "./voice-log.ts";
import { lockOf } from "./voice-lock.ts";
import { watchLinks } from "./watch-links.ts";

const broadcastPauseMs = 50;
/** One show's live room: who is in, what the desk sets, and where the transmission stands. Every page draws itself from its snapshot. */
export class Studio implements AsyncDisposable {
  readonly #parts: StudioParts;
  readonly #strips: StripRack;
  /** Who comes in and goes. */
  readonly door: Door;
  readonly #floor: StudioFloor;
  readonly #carts: CartRack;
  readonly #rundown: StudioRundown;
  readonly #paths: Paths;
  /** Who is where and may do what. */
  readonly stage: Stage;
  readonly #sound: DeskSound;
  /** On air and off again. */
  readonly transmitter: Transmitter;
  /** How the show goes out: the delay and what is removed from it. */
  readonly air: AirControl;
  readonly #broadcast: ReturnType<typeof makeBroadcast>;
  readonly #watch: Disposable;
  #show: StudioShow;
  #revision = 0;
  readonly #warnings: DeskWarnings;
  readonly #limit: ShowLimit;
  readonly #voiceLog: VoiceLog;
  readonly #companies: CompanyBook;

  constructor(parts: StudioParts) {
    const { clock, mixer, onBug, sfu } = parts;
    const peers = () => this.door.peers();
    const changed = () => this.#changed();
    this.#parts = parts;
    this.#strips = new StripRack(clock.now);
    this.#show = parts.show;
    this.#broadcast = makeBroadcast(clock, broadcastPauseMs, () => this.#tellAll());
    this.#sound = new DeskSound({ mixer, strips: this.#strips, changed });
    const log = new CartLog({ clock, keep: parts.keepPlay, onBug });
    this.#carts = new CartRack({ mixer, clock, changed, onBug, onBegun: (cart) => log.note(cart) });
    this.#rundown = new StudioRundown({ ...parts, changed, desk: this }, parts.show.rundown);
    this.#voiceLog = new VoiceLog({ ...parts, strips: () => this.#strips.list() });
    const end = () => void this.#endByItself();
    this.#warnings = new DeskWarnings({ clock, changed, end });
    this.#limit = new ShowLimit({ clock, longestMs: parts.longestMs, changed, end });
    this.air = new AirControl({
      ...parts,
      ...{ changed, settings: parts.show.air },
      names: () => this.#show,
      titleNow: () => this.currentTitle,
      transmission: () => this.transmitter.state,
      strips: () => this.#strips.list(),
      room: async () => (await this.#floor.room()).room,
      onRevived: () => void this.transmitter.rejoinStream(),
      mute: (passages) => this.transmitter.mute(passages),
      onPipe: (pipe) => {
        for (const peer of peers()) if (peer.isDesk) peer.announce("delayMeasured", pipe);
      },
    });
    this.transmitter = new Transmitter({
      ...parts,
      air: this.air,
      ...this.#limit.follow(this.#rundown.follow(this.#voiceLog.follow(log.follow(parts, () => this.#carts.heard())))),
      changed,
      ...this.#warnings.listeners,
      voices: () => this.#voices(),
      isAnyoneReady: () => [...peers()].some(isReady),
    });
    const strips = this.#strips;
    const isOnAir = () => this.#isOnAir();
    const shareGain = () => this.#sound.setAutomix(true);
    const seat: TablesParts["seat"] = (stripId, table) => {
      mixer.setStrip(stripId, { table });
    };
    const staysClosed = (stripId: StripId) => {
      this.#rundown.forgetResting(stripId);
    };
    this.stage = new Stage({ strips, clock, bars: parts.bars, isOnAir, shareGain, seat, staysClosed, changed });
    this.#floor = new StudioFloor({
      sfu,
      mixer,
      peers,
      onBug,
      onVoiceOpened: () => this.#paths.follow(),
      onVoiceClosed: (voice) => this.transmitter.removeVoice(voice),
    });
    this.#paths = new Paths({
      ...{ mixer, strips, peers, onBug },
      record: (voice, isOnTape) => this.transmitter.record(voice, this.#numberOf(voice), isOnTape),
      tune: () => this.#floor.tune(),
    });
    const hears = (listener: Strip, speaker: StripId) => this.#hears(listener, speaker);
    const silence = (peer: Peer) => this.#floor.silence(peer);
    const { onDeserted } = parts;
    const lockOf = this.#lockOf;
    this.#companies = new CompanyBook(parts.companies, onBug);
    const findCompany = (person: Person) => this.#companies.find(person, (id) => this.#show.scopes.has(id));
    this.door = new Door({
      findCompany,
      ...{ strips, stage: this.stage, mixer, clock, isOnAir, hears, lockOf, silence, changed, onDeserted },
    });
    this.#watch = watchLinks({ clock, peers, changed, onBug });
    mixer.onLevels((levels) => {
      this.stage.tables.hear(levels.bleeds);
      for (const peer of peers()) if (peer.hasDesk) peer.announce("levelsMeasured", levels);
    });
  }

  /** Loads the carts and opens the room; before it has ended, nobody is admitted. */
  async open() {
    const loading = this.#carts.load(this.#show.carts, this.#show.pads);
    await Promise.all([loading, this.#floor.room(), this.stage.bars.open(), this.#companies.open()]);
  }

  get transmission(): Transmission {
    return this.transmitter.state;
  }

  #lockOf = (speakers: readonly PupilId[]) => lockOf(this.#show, speakers);

  #isOnAir = () => this.transmitter.state.state === "onAir";

  /** All that a page needs to draw the studio; `forStaff` with what pupils are not told, but for what concerns their own strip. */
  snapshot({ forStaff, own }: { forStaff: boolean; own?: StripId } = { forStaff: false }): StudioSnapshot {
    return {
      showId: this.#show.showId,
      showTitle: this.#show.title,
      channelTitle: this.#show.channelTitle,
      revision: this.#revision,
      sentAt: toInstant(this.#parts.clock.now()),
      transmission: this.transmitter.state,
      air: this.air.snapshot(),
      strips: this.#strips
        .list()
        .map((strip) => (forStaff || strip.id === own ? { ...strip } : { ...strip, lock: null })),
      carts: this.#carts.list(),
      pads: this.#carts.pads(),
      playing: this.#carts.playing(),
      cartsGainDb: this.#carts.gainDb,
      rundown: this.#rundown.state,
      sound: this.#sound.settings,
      ...this.#warnings.state,
      endsAt: this.#limit.endsAt,
      ...(forStaff ? this.stage.forStaff() : { barred: [], bleeds: [] }),
    };
  }

  #changed() {
    this.#revision += 1;
    this.#paths.follow();
    this.#voiceLog.look();
    this.air.followTitle();
    this.#broadcast.ask();
  }

  #tellAll() {
    const [forPupils, forStaff] = [this.snapshot({ forStaff: false }), this.snapshot({ forStaff: true })];
    for (const { announce, isDesk, strip } of this.door.peers()) {
      const forPupil = strip.lock === null ? forPupils : this.snapshot({ forStaff: false, own: strip.id });
      announce("studioChanged", isDesk ? forStaff : forPupil);
    }
  }

  #hears(listener: Strip, speakerId: StripId): boolean {
    const speaker = this.#strips.list().find(({ id }) => id === speakerId);
    return speaker !== undefined && hears(listener, speaker, this.#isOnAir());
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

  /** What the desk does to the voices. */
  get sound() {
    return this.#sound;
  }

  /** What the browser says of its microphone. */
  setMicrophone(peer: Peer, microphone: MicrophoneState) {
    if (peer.strip.microphone === microphone) return;
    peer.strip.microphone = microphone;
    this.#changed();
  }

  /** What a participant says of their headphones. */
  setHeadphones({ strip }: Peer, hasHeadphones: boolean) {
    strip.hasHeadphones = hasHeadphones;
    this.#changed();
  }

  /**
   * Names who speaks at a pupil's microphone, pupils of the show's class; a voice that this locks closes at once. `isDesk` tells that a teacher says so: a pupil's own
   * word takes nobody out who may not go so far (`consent.too_narrow`). Throws `pupil.not_found`, `strip.not_pupil`.
   */
  setSpeakers(stripId: StripId, speakers: readonly Omit<Companion, "isSpeaking">[], { isDesk }: { isDesk: boolean }) {
    const strip = this.#strips.requirePupil(stripId);
    const ids = speakers.map(({ pupilId }) => pupilId);
    if (!ids.every((id) => this.#show.scopes.has(id))) throw new Refusal("pupil.not_found");
    const silenced = speakersOf(strip).filter((id) => !ids.includes(id));
    if (!isDesk && this.#lockOf(silenced) !== null) throw new Refusal("consent.too_narrow");
    strip.company = companyWith(strip.company, speakers);
    this.#companies.keep(strip);
    this.#relock();
    this.#changed();
  }

  #relock() {
    this.#strips.relock(this.#lockOf);
    for (const { id, lock } of this.#strips.list()) if (lock !== null) this.#rundown.forgetResting(id);
  }

  /** Moves a fader, opens or closes a microphone, sets what is done to a voice. One that waits backstage, or may not go out, cannot be opened. */
  setStrip(stripId: StripId, change: StripChange) {
    const { place, lock } = this.#strips.require(stripId);
    if (change.isOpen === true && lock !== null) throw new Refusal("consent.too_narrow");
    if (change.isOpen === true && place === "backstage") throw new Refusal("strip.backstage");
    this.#sound.setStrip(stripId, change);
  }

  /** The sounds of the desk. */
  get carts() {
    return this.#carts;
  }

  /** The show's words, carts, rundown or audience have changed, or how far its voices may go. */
  async refresh(show: StudioShow) {
    this.#show = show;
    this.#strips.forgetCompany((pupilId) => show.scopes.has(pupilId));
    this.#relock();
    this.#rundown.load(show.rundown);
    await this.#carts.load(show.carts, show.pads);
  }

  #voices(): [Voice, number][] {
    const recorded = [...this.door.peers()].filter(({ strip }) => isRecorded(strip));
    const voices = recorded.flatMap((peer) => peer.media.voice ?? []);
    return voices.map((voice) => [voice, this.#numberOf(voice)]);
  }

  #numberOf = (voice: Voice) => this.#strips.require(voice.stripId).number;

  async #endByItself() {
    if (this.#isOnAir()) await this.transmitter.endShow().catch(this.#parts.onBug);
  }

  /** Ends a show that is on air, keeps its recording, and closes everything. */
  async [Symbol.asyncDispose]() {
    this.door.shut();
    await this.transmitter.close();
    await this.air.leave(true);
    await this.door.clear();
    for (const watch of [this.#watch, this.#warnings, this.#limit]) watch[Symbol.dispose]();
    this.#broadcast[Symbol.dispose]();
    await this.#floor.close();
    await this.#parts.mixer[Symbol.asyncDispose]();
  }
}

const isReady = ({ media, strip }: Peer) =>
  media.voice !== undefined &&
  isRecorded(strip) &&
  (strip.microphone === "open" || strip.microphone === "mutedByOwner");
