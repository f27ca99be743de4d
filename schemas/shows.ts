import { z } from "zod";
import { ChannelId, EpisodeId, ShowId } from "./ids.ts";
import { Title } from "./people.ts";

/** A programme of a channel, before, while and after it is on air. */
export const Show = z.strictObject({
  id: ShowId,
  channelId: ChannelId,
  title: Title,
  scheduledAt: z.iso.datetime().nullable(),
  state: z.enum(["planned", "live", "ended"]),
  /** The episode that the show became, once it has ended. */
  episodeId: EpisodeId.nullable(),
});
/** See {@link Show}. */
export type Show = z.infer<typeof Show>;

/** Body of `POST /api/channels/:id/shows`. */
export const NewShow = z.strictObject({ title: Title, scheduledAt: z.iso.datetime().nullable().default(null) });
/** See {@link NewShow}. */
export type NewShow = z.infer<typeof NewShow>;

/** Body of `PATCH /api/shows/:id`. */
export const ShowChange = Show.pick({ title: true, scheduledAt: true }).partial();
/** See {@link ShowChange}. */
export type ShowChange = z.infer<typeof ShowChange>;
