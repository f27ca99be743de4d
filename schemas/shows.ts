import { z } from "zod";
import { ChannelId, EpisodeId, ShowId, SlotId } from "./ids.ts";
import { Title } from "./people.ts";

/** How long a show is meant to be, in seconds of media time; four hours at most. */
export const PlannedSeconds = z
  .int()
  .min(60)
  .max(4 * 3_600);

/** A programme of a channel, before, while and after it is on air. */
export const Show = z.strictObject({
  id: ShowId,
  channelId: ChannelId,
  title: Title,
  scheduledAt: z.iso.datetime().nullable(),
  plannedSeconds: PlannedSeconds.nullable(),
  /** The weekly slot that it was planned with; such a show can still be moved, renamed and called off alone. */
  slotId: SlotId.nullable(),
  state: z.enum(["planned", "live", "ended"]),
  /** The episode that the show became, once it has ended. */
  episodeId: EpisodeId.nullable(),
});
/** See {@link Show}. */
export type Show = z.infer<typeof Show>;

/** Body of `POST /api/channels/:id/shows`. */
export const NewShow = z.strictObject({
  title: Title,
  scheduledAt: z.iso.datetime().nullable().default(null),
  plannedSeconds: PlannedSeconds.nullable().default(null),
});
/** See {@link NewShow}. */
export type NewShow = z.infer<typeof NewShow>;

/** Body of `PATCH /api/shows/:id`. */
export const ShowChange = Show.pick({ title: true, scheduledAt: true, plannedSeconds: true }).partial();
/** See {@link ShowChange}. */
export type ShowChange = z.infer<typeof ShowChange>;

const isTimeZone = (name: string) => {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
};

/** IANA name of the zone whose wall clock counts, so that 14:10 stays 14:10 when the hour changes. */
const TimeZone = z.string().max(60).refine(isTimeZone, "not a time zone");

/** Body of `PATCH /api/shows/:id/following`: what changes for a weekly slot from this show on; the later dates move as far as this one. */
export const SlotChange = z.strictObject({
  title: Title.optional(),
  scheduledAt: z.iso.datetime().optional(),
  plannedSeconds: PlannedSeconds.nullable().optional(),
  timeZone: TimeZone,
});
/** See {@link SlotChange}. */
export type SlotChange = z.infer<typeof SlotChange>;

/** Longest time that a weekly slot can be planned for: a school year and its summer. */
export const longestSlotDays = 400;

const dayMs = 86_400_000;
/** Body of `POST /api/channels/:id/slots`: the first show, then one every week at the same hour of the wall clock. */
export const NewSlot = z
  .strictObject({
    title: Title,
    firstAt: z.iso.datetime(),
    /** Last day on which there may be a show. */
    lastDay: z.iso.date(),
    timeZone: TimeZone,
    plannedSeconds: PlannedSeconds.nullable().default(null),
  })
  .refine(({ firstAt, lastDay }) => {
    const days = (Date.parse(lastDay) - Date.parse(firstAt)) / dayMs;
    return days > -2 && days < longestSlotDays;
  }, "the last day is before the first, or too far away");
/** See {@link NewSlot}. */
export type NewSlot = z.infer<typeof NewSlot>;
