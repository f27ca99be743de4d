import { z } from "zod";
import { Visibility } from "./channels.ts";
import { PupilId } from "./ids.ts";
import { FirstName, line, Title } from "./people.ts";

/** How far a pupil's voice may be heard, each wider than the one before; `none` is not even recorded. */
export const ConsentScope = z.enum(["none", "class", "family", "public"]);
/** See {@link ConsentScope}. */
export type ConsentScope = z.infer<typeof ConsentScope>;

/** Why a voice is kept off a show: how far its consent goes, which is less far than the show's audience. */
export const VoiceLock = ConsentScope.exclude(["public"]);
/** See {@link VoiceLock}. */
export type VoiceLock = z.infer<typeof VoiceLock>;

/** How an answer reached the station: on a signed paper that a teacher wrote down here, or by the family's private link and PIN. */
export const ConsentMeans = z.enum(["paper", "familyLink"]);

/** Who answered for the pupil: in the words of the paper ("sa mère"), which has the name; or the name typed by who answered by the link. */
export const GivenBy = line(80);

/** One answer about a pupil's voice. It is never changed: another answer follows it. Days are those of Europe/Paris. */
export const VoiceConsent = z.strictObject({
  scope: ConsentScope,
  /** Whether the first name may be told beside the voice, to those who may hear it. */
  isNamed: z.boolean(),
  givenBy: GivenBy,
  /** The day that stands on the paper, or on which the link was used. */
  givenOn: z.iso.date(),
  /** The last day on which it holds. */
  endsOn: z.iso.date(),
  means: ConsentMeans,
  recordedAt: z.iso.datetime(),
  /** The member of staff who wrote it down; `null` once their account is gone, and for an answer by the link. */
  recordedBy: Title.nullable(),
});
/** See {@link VoiceConsent}. */
export type VoiceConsent = z.infer<typeof VoiceConsent>;

/** What holds for a pupil today. Without an answer, and after its last day, the scope is `none`. */
export const PupilConsent = z.strictObject({
  pupilId: PupilId,
  scope: ConsentScope,
  /** Whether the first name may be told today to those whom the scope lets hear. */
  isNamed: z.boolean(),
  standing: z.enum(["unanswered", "answered", "expired"]),
  /** The newest answer, also when it has expired. */
  latest: VoiceConsent.nullable(),
});
/** See {@link PupilConsent}. */
export type PupilConsent = z.infer<typeof PupilConsent>;

/** Body of `POST /api/pupils/:id/consents`; without a last day it holds to the end of the school year. */
export const NewVoiceConsent = VoiceConsent.pick({ scope: true, givenBy: true, givenOn: true })
  .extend({ endsOn: z.iso.date().optional(), isNamed: z.boolean().default(false) })
  .refine(({ givenOn, endsOn }) => endsOn === undefined || endsOn >= givenOn, "it ends before it begins");
/** See {@link NewVoiceConsent}. */
export type NewVoiceConsent = z.input<typeof NewVoiceConsent>;

/**
 * How a voice is left out of an episode: not yet but wished for, mixed again without it, or, for a recording that does not tell how it was mixed, silent
 * wherever its microphone picked something up.
 */
export const LeftOut = z.enum(["awaited", "remixed", "silenced"]);
/** See {@link LeftOut}. */
export type LeftOut = z.infer<typeof LeftOut>;

/**
 * A pupil who was heard in a show, and how far that may go today. `name` is `null` for one who has left the class: nobody answers for them. A family's message is
 * one voice too, by its own id: nobody's name, and as far as the family said.
 */
export const HeardVoice = z.strictObject({
  pupilId: PupilId,
  name: FirstName.nullable(),
  isFamily: z.boolean(),
  scope: ConsentScope,
  /** `null` where the episode is to have the voice. */
  leftOut: LeftOut.nullable(),
});
/** See {@link HeardVoice}. */
export type HeardVoice = z.infer<typeof HeardVoice>;

/** Body of `PUT /api/episodes/:id/left-out-voices`: all who are to be left out, and nobody else. */
export const LeftOutChoice = z.strictObject({ pupilIds: z.array(PupilId).max(100) });

/** Who was heard in the show of an episode, who may hear it now, and how far it may go at most: the narrowest scope of those whom its files still hold. */
export const EpisodeVoices = z.strictObject({
  voices: z.array(HeardVoice),
  /** It is out of the feed for a voice that may not go so far, and comes back by itself once that one is left out. */
  isComingBack: z.boolean(),
  audience: Visibility,
  reach: ConsentScope,
  /** Pupils who shared a microphone, for each that was shared: one of them is left out only with the others. */
  companies: z.array(z.array(PupilId)),
  /** Who speaks in a cart that was played: one of them is left out only with all carts of the show. */
  inCarts: z.array(PupilId),
});
/** See {@link EpisodeVoices}. */
export type EpisodeVoices = z.infer<typeof EpisodeVoices>;

/** Whether a voice of this scope may be heard by those whom a visibility lets in. */
export const reaches = (scope: ConsentScope, visibility: Visibility): boolean =>
  ConsentScope.options.indexOf(scope) >= ConsentScope.options.indexOf(visibility);

/** The audience of something on a channel that may have a narrower one of its own. */
export const narrower = (ofChannel: Visibility, own: Visibility | null): Visibility =>
  own === null || reaches(own, ofChannel) ? ofChannel : own;

/** Whether something on a channel is for all whom the channel lets in. */
export const isForAll =
  ({ visibility }: { visibility: Visibility }) =>
  (item: { visibility: Visibility | null }): boolean =>
    narrower(visibility, item.visibility) === visibility;

/** Whether an episode's files hold a voice. */
export const isInFiles = ({ leftOut }: Pick<HeardVoice, "leftOut">): boolean =>
  leftOut === null || leftOut === "awaited";

/** The narrowest of some scopes; `public` of none at all. */
export const narrowest = (scopes: readonly ConsentScope[]): ConsentScope =>
  ConsentScope.options.find((scope) => scopes.includes(scope)) ?? "public";

const parisDay = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Paris" });

/** The day in Europe/Paris at an instant, `YYYY-MM-DD`. */
export const dayInParis = (instant: number): string => parisDay.format(instant);

/**
 * The last day of a consent that names none: the school's day of the year (`MM-DD`, 31 August unless it chose another) in the second year of its classroom's
 * school year (`2026-2027`), or, when that one is over on `day`, the next one.
 */
export function usualLastDay(schoolYear: string, day: string, dayOfYear = "08-31"): string {
  const ofYear = `${schoolYear.slice(5)}-${dayOfYear}`;
  if (ofYear >= day) return ofYear;
  const ofDay = `${day.slice(0, 4)}-${dayOfYear}`;
  return ofDay >= day ? ofDay : `${Number(day.slice(0, 4)) + 1}-${dayOfYear}`;
}
