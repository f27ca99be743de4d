import { z } from "zod";
import { ClassroomId, EpisodeId, ShowId } from "./ids.ts";
import { Title } from "./people.ts";

/** From how many days before its last one an answer is said to end soon. */
export const soonDays = 30;

const Count = z.int().min(0);

/** An episode that an answer touches: one that ends soon, or one that is too narrow for the radio's audience. Without anybody's name. */
export const TouchedEpisode = z.strictObject({
  episodeId: EpisodeId,
  showId: ShowId.nullable(),
  title: Title,
  isPublished: z.boolean(),
  /** How many voices in it end soon, and the first day after which one may not be heard; `null` where none does. */
  ending: Count,
  endsOn: z.iso.date().nullable(),
  /** How many voices in it may not go as far as the radio. */
  tooNarrow: Count,
});
/** See {@link TouchedEpisode}. */
export type TouchedEpisode = z.infer<typeof TouchedEpisode>;

/**
 * A planned show that an answer touches: one that ends before it, or one that is too narrow for the radio's audience, of whoever its rundown says speaks. Of a
 * weekly slot the next show stands for all. Without anybody's name.
 */
export const TouchedShow = z.strictObject({
  showId: ShowId,
  title: Title,
  scheduledAt: z.iso.datetime().nullable(),
  /** How many voices end before it, and the first day after which one may not be heard; `null` where none does. */
  ending: Count,
  endsOn: z.iso.date().nullable(),
  /** How many voices in it may not go as far as the radio. */
  tooNarrow: Count,
});
/** See {@link TouchedShow}. */
export type TouchedShow = z.infer<typeof TouchedShow>;

/** How far the voices of a class may go today, in numbers. `expired` and `unanswered` go nowhere, and are not among the `none` that a family said. */
export const ClassConsents = z.strictObject({
  classroomId: ClassroomId,
  name: Title,
  none: Count,
  class: Count,
  family: Count,
  public: Count,
  unanswered: Count,
  expired: Count,
  /** How many answers end within {@link soonDays}; they are among the scopes too. */
  ending: Count,
  episodes: z.array(TouchedEpisode),
  /** The soonest first; those without a date come last. */
  shows: z.array(TouchedShow),
});
/** See {@link ClassConsents}. */
export type ClassConsents = z.infer<typeof ClassConsents>;
