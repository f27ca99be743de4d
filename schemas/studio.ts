import { z } from "zod";
import { Cart } from "./carts.ts";
import { VoiceLock } from "./consent.ts";
import { GainDb } from "./gain.ts";
import { BarredPupil, Bleed, LentPart, StripPlace, Table, TalkbackTarget } from "./floor.ts";
import { AccountId, CartId, EpisodeId, JobId, PeerId, PupilId, ShowId, StripId } from "./ids.ts";
import { Air } from "./live.ts";
import { Bird, FirstName, Title, VoiceColour } from "./people.ts";
import { RundownState } from "./rundown.ts";
import { DeskSound, Pan, Processing, WeightDb } from "./sound.ts";

/** Most pupils in one studio; the teacher comes on top. */
export const mostPupils = 12;

/** Where a studio stands between "nobody is listening" and "this is now an episode". Instants are the server's clock. */
export const Transmission = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("rehearsing") }),
  z.strictObject({ state: z.literal("countdown"), onAirAt: z.iso.datetime() }),
  z.strictObject({ state: z.literal("onAir"), since: z.iso.datetime() }),
  /** No microphone is heard any more; listeners still hear what the delay holds, until about `silentAt`. */
  z.strictObject({ state: z.literal("ending"), silentAt: z.iso.datetime() }),
  z.strictObject({ state: z.literal("ended"), episodeId: EpisodeId, jobId: JobId }),
]);
/** See {@link Transmission}. */
export type Transmission = z.infer<typeof Transmission>;

/** Who speaks into a strip. */
export const Voice = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("pupil"), pupilId: PupilId, bird: Bird, colour: VoiceColour }),
  z.strictObject({ kind: z.literal("teacher"), accountId: AccountId }),
]);
/** See {@link Voice}. */
export type Voice = z.infer<typeof Voice>;

/** Most pupils who speak at one microphone; whose tablet it is stays named on top. */
export const mostAtOneMicrophone = 6;

/** A pupil at a microphone that several share, and whether they are said to speak there now. */
export const Companion = z.strictObject({
  pupilId: PupilId,
  name: FirstName,
  bird: Bird,
  colour: VoiceColour,
  isSpeaking: z.boolean(),
});
/** See {@link Companion}. */
export type Companion = z.infer<typeof Companion>;

/** How well a participant is connected, in words; the desk shows the word first and the figures small. */
export const Link = z.strictObject({
  quality: z.enum(["good", "fair", "poor", "lost"]),
  /** Share of packets lost on the way to the server over the last seconds, 0 to 1, before retransmission. */
  lossShare: z.number().min(0).max(1),
  jitterMs: z.number().min(0),
  roundTripMs: z.number().min(0).nullable(),
  /** How the packets travel; `null` before the first. */
  protocol: z.enum(["udp", "tcp"]).nullable(),
});
/** See {@link Link}. */
export type Link = z.infer<typeof Link>;

/** What the browser of a participant says of its microphone: the desk can then help with words. */
export const MicrophoneState = z.enum(["opening", "open", "mutedByOwner", "blocked", "missing", "busy", "unsupported"]);
/** See {@link MicrophoneState}. */
export type MicrophoneState = z.infer<typeof MicrophoneState>;

/** One channel strip of the desk. It stays, with gain and mute, when its peer is away. */
export const Strip = z.strictObject({
  id: StripId,
  /** 1, 2, 3… in the order of arrival; the number on the strip, the lane and the mic foam. */
  number: z.int().positive(),
  name: Title,
  voice: Voice,
  /** Who has been named at a pupil's microphone (*Qui parle ?*), whose tablet it is first; one of them at least speaks. Empty for a teacher's. */
  company: z.array(Companion).max(mostAtOneMicrophone + 1),
  /** The browser now at this strip; `null` while it is away. */
  peerId: PeerId.nullable(),
  microphone: MicrophoneState,
  gainDb: GainDb,
  /** A closed microphone (*Fermé*) is not in the programme. Every strip begins closed; one that waits backstage stays so. */
  isOpen: z.boolean(),
  processing: Processing,
  pan: Pan,
  weightDb: WeightDb,
  /** *Écouter*: the desk hears it in its own headphones, open or closed; never on air. */
  isCued: z.boolean(),
  link: Link,
  /** Pupils begin backstage, teachers on the floor. */
  place: StripPlace,
  /** Since when the pupil asks to speak; `null` with the hand down. */
  handRaisedAt: z.iso.datetime().nullable(),
  /** What of the desk this pupil holds now; empty for everybody but a technician. */
  lent: z.array(LentPart),
  table: Table.nullable(),
  /** As its owner says: what this page plays reaches no microphone. */
  hasHeadphones: z.boolean(),
  /** Whom this teacher speaks to off air; while it is set, nobody else hears them, and the programme does not. */
  talkingTo: TalkbackTarget.nullable(),
  /**
   * How far the consent of those who speak here goes, the narrowest of them, when the show goes further: the voice is heard in rehearsal, and is neither in the programme nor recorded. `null` when it
   * may go out. Staff are told, and the pupil of their own.
   */
  lock: VoiceLock.nullable(),
  /** Since when nothing comes from this strip, its page or its connection being gone; `null` while it is here. */
  awaySince: z.iso.datetime().nullable(),
});
/** See {@link Strip}. */
export type Strip = z.infer<typeof Strip>;

/** A cart as the desk sees it while it plays. */
export const PlayingCart = z.strictObject({
  cartId: CartId,
  startedAt: z.iso.datetime(),
  isLooping: z.boolean(),
});
/** See {@link PlayingCart}. */
export type PlayingCart = z.infer<typeof PlayingCart>;

/** Mixer or recorder died on air and were replaced at `at`: so many seconds are missing in the recording. */
export const Interruption = z.object({ at: z.iso.datetime(), missingSeconds: z.number().min(0) });
/** See {@link Interruption}. */
export type Interruption = z.infer<typeof Interruption>;

/** All that a page needs to draw the studio; sent whole at `join` and after every change, so a reload is never behind. */
export const StudioSnapshot = z.strictObject({
  showId: ShowId,
  showTitle: Title,
  channelTitle: Title,
  /** Grows by one with every change; an older snapshot that arrives late is dropped. */
  revision: z.int().min(0),
  /** The server's clock when it was sent, to set the page's clock by. */
  sentAt: z.iso.datetime(),
  transmission: Transmission,
  air: Air,
  strips: z.array(Strip),
  /** All carts of the classroom. */
  carts: z.array(Cart),
  /** Those that have a pad in this show, in order; the first nine have the keys 1 to 9. */
  pads: z.array(CartId),
  playing: z.array(PlayingCart),
  cartsGainDb: GainDb,
  rundown: RundownState,
  sound: DeskSound,
  /** Free space is short: the recording goes on, the desk warns. */
  isDiskLow: z.boolean(),
  /** When the show ends by itself, having lasted very long; null while that is not near. */
  endsAt: z.iso.datetime().nullable(),
  /** The last time that the sound was interrupted and came back by itself; null while it never was. */
  interruption: Interruption.nullable(),
  /** Who is barred from this show; told to staff, empty for pupils. */
  barred: z.array(BarredPupil),
  /** Devices that hear each other and are not marked as of one room; told to staff, empty for pupils. */
  bleeds: z.array(Bleed),
});
/** See {@link StudioSnapshot}. */
export type StudioSnapshot = z.infer<typeof StudioSnapshot>;

/** Peak and RMS in dBFS (−100 is silence). */
export const Level = z.strictObject({ peakDbfs: z.number(), rmsDbfs: z.number() });
/** See {@link Level}. */
export type Level = z.infer<typeof Level>;

/** What a microphone gives, after its trim and before its processing and its fader; and whether somebody speaks into it, heard or not. */
export const StripLevel = Level.extend({ isTalking: z.boolean() });
/** See {@link StripLevel}. */
export type StripLevel = z.infer<typeof StripLevel>;

/** What the meters of the desk show, 15 times a second. */
export const Levels = z.strictObject({
  strips: z.record(StripId, StripLevel),
  carts: Level,
  programme: z.strictObject({ left: Level, right: Level }),
  /** EBU R128 momentary (400 ms), short-term (3 s) and integrated since on air; −70 and below is silence. */
  momentaryLufs: z.number(),
  shortTermLufs: z.number(),
  integratedLufs: z.number(),
  /** Share of one core that noise suppression took over the last second, all strips together; 1 is a whole core. */
  denoisingShare: z.number().min(0),
  /** Microphones that have heard the same voice over the last seconds, whatever their tables. */
  bleeds: z.array(Bleed),
});
/** See {@link Levels}. */
export type Levels = z.infer<typeof Levels>;
