import { z } from "zod";
import type { ChannelId } from "../../schemas/ids.ts";
import { ShowId } from "../../schemas/ids.ts";
import { PlannedSeconds } from "../../schemas/shows.ts";
import type { Database } from "./open-database.ts";
import { forgottenAfterMs } from "./shows.ts";

/** A show as a timetable needs it; instants in epoch milliseconds. */
const Airing = z.strictObject({
  id: ShowId,
  title: z.string(),
  state: z.enum(["planned", "live", "ended"]),
  scheduledAt: z.number().nullable(),
  plannedSeconds: PlannedSeconds.nullable(),
  changedAt: z.number(),
  /** When it went on air and left it; `null` as long as it has not. */
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
});
/** See {@link Airing}. */
export type Airing = z.infer<typeof Airing>;

// A calendar is a list of dates, and a school year has fewer.
const mostShows = 500;

/** When the shows of a channel are, will be and were on air, latest first. */
export function openTimetable(database: Database, clock: () => number = Date.now) {
  const airings = (channelId: ChannelId) =>
    database
      .selectFrom("show")
      .leftJoin("recording", "recording.showId", "show.id")
      .where("show.channelId", "=", channelId)
      .select((of) => [
        "show.id",
        "show.title",
        "show.state",
        "show.scheduledAt",
        "show.plannedSeconds",
        "show.changedAt",
        of.fn.min("recording.startedAt").as("startedAt"),
        of.fn.max("recording.endedAt").as("endedAt"),
      ])
      .groupBy("show.id")
      .orderBy("show.scheduledAt", "desc")
      .limit(mostShows);

  return {
    /** Shows that have a date or went on air, without planned ones that were forgotten. */
    listOf: async (channelId: ChannelId): Promise<Airing[]> => {
      const soon = clock() - forgottenAfterMs;
      const shown = airings(channelId).where((of) =>
        of.or([of("show.state", "!=", "planned"), of("show.scheduledAt", ">", soon)]),
      );
      return (await shown.execute()).map((row) => Airing.parse(row));
    },
  };
}
/** See {@link openTimetable}. */
export type Timetable = ReturnType<typeof openTimetable>;
