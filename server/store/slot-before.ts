import type { Database } from "./open-database.ts";

/** The shows of a show's weekly slot that came before it, as `former`, the newest first; what a show does not have itself, it takes from them. */
export const slotBefore = (database: Database, showId: string) =>
  database
    .selectFrom("show")
    .innerJoin("show as former", (join) =>
      join.onRef("former.slotId", "=", "show.slotId").onRef("former.scheduledAt", "<", "show.scheduledAt"),
    )
    .where("show.id", "=", showId)
    .orderBy("former.scheduledAt", "desc");
