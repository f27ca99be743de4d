import { z } from "zod";
import { Grade } from "./exercises.ts";
import { AnchorId } from "./ids.ts";
import { Title } from "./people.ts";
import { Criterion, mostCriteria } from "./rubrics.ts";

/** Most anchors of a school. */
export const mostAnchors = 40;
/** Ratings of others are told in whole groups of so many: from one time to the next nobody's own can be taken from the sum. */
export const toldTogether = 3;

/** Whose voice an anchor holds: an adult's, or one that was recorded or made on purpose. A pupil's take is never one: it leaves nobody's pair of pupil and teacher. */
export const AnchorVoice = z.enum(["adult", "made"]);
/** See {@link AnchorVoice}. */
export type AnchorVoice = z.infer<typeof AnchorVoice>;

const Level = z.int().min(1);
const Levels = z.array(Level).min(1);

/** Whether each criterion has a level, and each level is one of its criterion's. */
export const isOfCriteria = (levels: readonly number[], criteria: readonly { levels: readonly string[] }[]): boolean =>
  levels.length === criteria.length && levels.every((level, index) => level <= criteria[index]!.levels.length);

/** What a member of staff says of a sound that they bring. Its criteria are its own copy, of the library's rubric or a class's: rubrics of classes change, an anchor does not. */
export const AnchorSettings = z.strictObject({
  title: Title,
  grade: Grade,
  voice: AnchorVoice,
  /** The name of the rubric that its criteria come from. */
  rubric: Title,
  criteria: z
    .array(Criterion.omit({ ownAnswer: true }))
    .min(1)
    .max(mostCriteria),
  /** The levels that were agreed on, in the order of the criteria. */
  agreed: Levels,
});
/** See {@link AnchorSettings}. */
export type AnchorSettings = z.infer<typeof AnchorSettings>;

/** Form field beside the file of `POST /api/anchors`: {@link AnchorSettings} as JSON. */
export const NewAnchor = z.strictObject({ settings: z.string().max(10_000) });

/** Body of `PUT /api/anchors/:id/rating`: a level for every criterion, in their order. */
export const AnchorRating = z.strictObject({ levels: Levels });
/** See {@link AnchorRating}. */
export type AnchorRating = z.infer<typeof AnchorRating>;

/** A sound that a school's staff rate by the same criteria, as it is told to one of them. */
export const Anchor = AnchorSettings.extend({
  id: AnchorId,
  /** Whether they brought it; then they do not rate it. */
  isOwn: z.boolean(),
  /** What they chose the last time. */
  rating: Levels.nullable(),
  /** Once they have rated it, or brought it. */
  agreed: Levels.nullable(),
  /** How many of the school's others chose each level the first time, criterion by criterion; not before they have rated it, nor before {@link toldTogether} others have. */
  others: z.array(z.array(z.int().min(0))).nullable(),
});
/** See {@link Anchor}. */
export type Anchor = z.infer<typeof Anchor>;
