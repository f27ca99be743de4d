import { v7 } from "uuid";
import { StripId, type PeerId, type PupilId } from "../../schemas/ids.ts";
import { plainProcessing } from "../../schemas/sound.ts";
import type { VoiceLock } from "../../schemas/consent.ts";
import { mostPupils, type Companion, type Strip, type Voice } from "../../schemas/studio.ts";
import { lostLink, unmeasuredLink } from "../../media/sfu/make-link-meter.ts";
import { Refusal } from "../errors.ts";
import { companyWith, speakersOf } from "./company.ts";

/** Somebody at the studio's door: what they are called, and whose voice it is. */
export type Person = { name: string; voice: Voice };

/** The same for every tab and tablet of one person. */
export const personKey = ({ voice }: Person) => (voice.kind === "pupil" ? voice.pupilId : voice.accountId);

function companyOf({ name, voice }: Person): Companion[] {
  if (voice.kind === "teacher") return [];
  const { pupilId, bird, colour } = voice;
  return [{ pupilId, name, bird, colour, isSpeaking: true }];
}

/** Places beside the twelve pupils', so that a whole staff room cannot fill a mixer. */
const mostTeachers = 6;

/** So long a place is kept for whoever is away: a reload, a tablet that blinks, a walk through a hole in the Wi-Fi. */
export const placeKeptMs = 2 * 60_000;

/**
 * The desk's strips, in order of arrival. A strip outlives its peer; when all places are taken, one that has been empty for two minutes gives way, or whose
 * person went for good, those backstage before those on the floor.
 */
export class StripRack {
  readonly #strips = new Map<string, Strip>();
  readonly #now: () => number;
  /** Whose people said that they go, were sent out, or are in the class no more. */
  readonly #given = new WeakSet<Strip>();
  #lastNumber = 0;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** In order of arrival. */
  list(): Strip[] {
    return [...this.#strips.values()];
  }

  /** `strip.not_found` for an id that is not on the desk. */
  require(id: StripId): Strip {
    const strip = this.list().find((candidate) => candidate.id === id);
    if (strip === undefined) throw new Refusal("strip.not_found");
    return strip;
  }

  /** The strip of a pupil; `strip.not_pupil` for a teacher's. */
  requirePupil(id: StripId): Strip {
    const strip = this.require(id);
    if (strip.voice.kind !== "pupil") throw new Refusal("strip.not_pupil");
    return strip;
  }

  find(person: Person): Strip | undefined {
    return this.#strips.get(personKey(person));
  }

  /** Tells every strip whether its voice is locked now; one that is closes. */
  relock(lockOf: (speakers: readonly PupilId[]) => VoiceLock | null) {
    for (const strip of this.#strips.values()) {
      strip.lock = lockOf(speakersOf(strip));
      if (strip.lock !== null) strip.isOpen = false;
    }
  }

  /** Whoever the class does not know any more is at no microphone; where nobody is left who speaks, the one whose tablet it is does. */
  forgetCompany(isKnown: (pupilId: PupilId) => boolean) {
    for (const strip of this.#strips.values()) {
      const [owner, ...others] = strip.company;
      if (owner === undefined) continue;
      if (!isKnown(owner.pupilId)) this.giveUp(strip);
      const left = [owner, ...others.filter(({ pupilId }) => isKnown(pupilId))];
      strip.company = left.some(({ isSpeaking }) => isSpeaking) ? left : companyWith(left, [owner]);
    }
  }

  /** A closed strip for a person who has none, with the lock that is theirs and who is at it with them; `dropped` is the empty one that gave way. `studio.full` when all are taken. */
  add(
    person: Person,
    lock: VoiceLock | null = null,
    company = companyOf(person),
  ): { strip: Strip; dropped: Strip | undefined } {
    const dropped = this.#makeRoom(person.voice.kind);
    this.#lastNumber += 1;
    const strip: Strip = {
      id: StripId.parse(v7()),
      number: this.#lastNumber,
      ...person,
      company,
      peerId: null,
      microphone: "opening",
      gainDb: 0,
      isOpen: false,
      processing: { ...plainProcessing },
      pan: 0,
      weightDb: 0,
      isCued: false,
      link: lostLink,
      place: person.voice.kind === "pupil" ? "backstage" : "floor",
      handRaisedAt: null,
      lent: [],
      table: null,
      hasHeadphones: false,
      talkingTo: null,
      lock,
      awaySince: null,
    };
    this.#strips.set(personKey(person), strip);
    return { strip, dropped };
  }

  #makeRoom(kind: Voice["kind"]): Strip | undefined {
    const ofKind = this.list().filter((strip) => strip.voice.kind === kind);
    if (ofKind.length < (kind === "pupil" ? mostPupils : mostTeachers)) return undefined;
    const emptySince = this.#now() - placeKeptMs;
    const isLongAway = ({ awaySince }: Strip) => awaySince === null || Date.parse(awaySince) <= emptySince;
    const given = ofKind.filter((strip) => strip.peerId === null && (this.#given.has(strip) || isLongAway(strip)));
    const empty = given.find(({ place }) => place === "backstage") ?? given[0];
    if (empty === undefined) throw new Refusal("studio.full");
    this.drop(empty);
    return empty;
  }

  /** Keeps the strip's place for nobody: it is another's as soon as one is needed, unless its person is back before. */
  giveUp(strip: Strip) {
    this.#given.add(strip);
  }

  /** Takes a strip off the desk; its person would get a new one. */
  drop(strip: Strip) {
    this.#strips.delete(personKey(strip));
  }

  /** Seats a peer at its strip; the name may have changed since. */
  seat(strip: Strip, peerId: PeerId, { name, voice }: Person) {
    const here: Partial<Strip> = { peerId, microphone: "opening", link: unmeasuredLink, awaySince: null };
    const [owner] = companyOf({ name, voice });
    const company = strip.company.map((each) =>
      each.pupilId === owner?.pupilId ? { ...owner, isSpeaking: each.isSpeaking } : each,
    );
    Object.assign(strip, { name, voice, company, ...here });
    this.#given.delete(strip);
  }

  /** Leaves the strip empty, with gain and mute as they are; `awaySince` is an instant. */
  vacate(strip: Strip, awaySince: string) {
    const away: Partial<Strip> = { peerId: null, microphone: "opening", link: lostLink, awaySince };
    Object.assign(strip, away);
  }
}
