import type { VoiceLock } from "../../schemas/consent.ts";
import type { PeerId, PupilId, StripId } from "../../schemas/ids.ts";
import type { Companion, Strip } from "../../schemas/studio.ts";
import type { Mixer } from "../../media/mixer/mixer.ts";
import { Refusal } from "../errors.ts";
import type { Announce } from "./announce.ts";
import { speakersOf } from "./company.ts";
import { isInProgramme } from "./hearing.ts";
import { makeTurns } from "./make-turns.ts";
import { Peer } from "./peer.ts";
import type { Stage } from "./stage.ts";
import type { Person, StripRack } from "./strip-rack.ts";
import { toInstant, type StudioClock } from "./studio-clock.ts";

const desertedAfterMs = 5 * 60_000;
/** On air without anybody: somebody may come back, but not tomorrow. */
const desertedOnAirAfterMs = 30 * 60_000;

/** What the door stands on. */
type Parts = {
  strips: StripRack;
  stage: Stage;
  mixer: Mixer;
  clock: StudioClock;
  isOnAir(): boolean;
  hears(listener: Strip, speaker: StripId): boolean;
  /** Whether the voice of these pupils is kept off air. */
  lockOf(speakers: readonly PupilId[]): VoiceLock | null;
  /** Who was named at this person's microphone before the studio was opened. */
  findCompany(person: Person): Companion[] | undefined;
  /** Closes all of a peer's sound. */
  silence(peer: Peer): Promise<void>;
  changed(): void;
  /** Nobody has been here for a while. */
  onDeserted(): void;
};

/** Who is in the studio: coming in, going, being sent out, one after the other. */
export class Door {
  readonly #parts: Parts;
  readonly #peers = new Map<PeerId, Peer>();
  readonly #inTurn = makeTurns();
  #isClosing = false;
  #callOffDesertion: (() => void) | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#awaitDesertion();
  }

  /** Everybody who is in. */
  peers = (): Iterable<Peer> => this.#peers.values();

  /**
   * Lets a person in. Who was here before gets the same strip, with gain and mute; who is here already in another tab is replaced there.
   * `studio.full` when the pupils' places are taken, `studio.barred` for a pupil who may not come back.
   */
  admit(person: Person, isDesk: boolean, announce: Announce): Promise<Peer> {
    const { strips, stage, hears, changed } = this.#parts;
    return this.#inTurn(async () => {
      if (this.#isClosing) throw new Refusal("server.closing");
      stage.bars.requireWelcome(person);
      const strip = strips.find(person) ?? (await this.#addStrip(person));
      const former = this.#peerAt(strip);
      if (former !== undefined) await this.#part(former, "peerReplaced");
      const peer = new Peer(strip, isDesk, announce, (speaker) => hears(strip, speaker));
      this.#peers.set(peer.id, peer);
      strips.seat(strip, peer.id, person);
      this.#awaitDesertion();
      changed();
      return peer;
    });
  }

  async #addStrip(person: Person): Promise<Strip> {
    const { strips, mixer, lockOf, findCompany } = this.#parts;
    const company = findCompany(person);
    const alone = person.voice.kind === "pupil" ? [person.voice.pupilId] : [];
    const lock = lockOf(company === undefined ? alone : speakersOf({ company }));
    const { strip, dropped } = strips.add(person, lock, company);
    if (dropped !== undefined) await mixer.closeStrip(dropped.id);
    await mixer.openStrip(strip.id, { gainDb: strip.gainDb, isOpen: isInProgramme(strip) });
    return strip;
  }

  #peerAt = ({ peerId }: Strip) => (peerId === null ? undefined : this.#peers.get(peerId));

  /** A peer goes; its strip keeps its place, empty. Whoever goes by their own word keeps it only for as long as nobody else needs it. */
  leave(peer: Peer, isForGood = false): Promise<void> {
    if (isForGood) this.#parts.strips.giveUp(peer.strip);
    return this.#inTurn(() => this.#part(peer));
  }

  /** Sends a participant out; the same door stays open to them. */
  sendOut(stripId: StripId): Promise<void> {
    return this.#inTurn(() => this.#sendOut(this.#parts.strips.require(stripId), { isBarred: false }));
  }

  /** Sends a pupil out for the whole show; their strip goes. */
  bar(stripId: StripId): Promise<void> {
    const { strips, stage, mixer, changed } = this.#parts;
    return this.#inTurn(async () => {
      const strip = strips.require(stripId);
      await stage.bars.add(strip);
      await this.#sendOut(strip, { isBarred: true });
      strips.drop(strip);
      await mixer.closeStrip(stripId);
      changed();
    });
  }

  /** Lets a barred pupil come back. */
  async liftBar(pupilId: PupilId) {
    await this.#parts.stage.bars.lift(pupilId);
    this.#parts.changed();
  }

  async #sendOut(strip: Strip, word: { isBarred: boolean }) {
    const peer = this.#peerAt(strip);
    peer?.announce("participantRemoved", word);
    this.#parts.stage.takeBack(strip);
    this.#parts.strips.giveUp(strip);
    if (peer !== undefined) await this.#part(peer);
  }

  async #part(peer: Peer, word?: "peerReplaced") {
    if (peer.isGone) return;
    if (word !== undefined) peer.announce(word, {});
    peer.isGone = true;
    this.#peers.delete(peer.id);
    this.#parts.strips.vacate(peer.strip, toInstant(this.#parts.clock.now()));
    this.#parts.stage.talkback.cut(peer.strip);
    this.#parts.changed();
    this.#awaitDesertion();
    await this.#parts.silence(peer);
  }

  #awaitDesertion() {
    this.#callOffDesertion?.();
    if (this.#peers.size > 0 || this.#isClosing) return;
    const afterMs = this.#parts.isOnAir() ? desertedOnAirAfterMs : desertedAfterMs;
    this.#callOffDesertion = this.#parts.clock.after(afterMs, this.#parts.onDeserted);
  }

  /** Lets nobody in any more. */
  shut() {
    this.#isClosing = true;
    this.#callOffDesertion?.();
  }

  /** Tells everybody that the studio is no more: they come in anew where they can. */
  async clear() {
    for (const peer of [...this.#peers.values()]) {
      peer.announce("studioClosed", {});
      await this.leave(peer);
    }
  }
}
