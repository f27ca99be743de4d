import { BarredPupil } from "../../schemas/floor.ts";
import type { PupilId, ShowId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";

/** Pupils who were sent out of a show for good. */
export function openBars(database: Database, clock: () => number = Date.now) {
  return {
    listOf: async (showId: ShowId): Promise<BarredPupil[]> => {
      const rows = await database
        .selectFrom("showBar")
        .innerJoin("pupil", "pupil.id", "showBar.pupilId")
        .where("showBar.showId", "=", showId)
        .select(["pupil.id as pupilId", "pupil.firstName as name", "pupil.bird", "pupil.colour"])
        .orderBy("pupil.firstName")
        .execute();
      return rows.map((row) => BarredPupil.parse(row));
    },
    add: async (showId: ShowId, pupilId: PupilId) => {
      const row = { showId, pupilId, barredAt: clock() };
      await database
        .insertInto("showBar")
        .values(row)
        .onConflict((known) => known.doNothing())
        .execute();
    },
    lift: async (showId: ShowId, pupilId: PupilId) => {
      await database.deleteFrom("showBar").where("showId", "=", showId).where("pupilId", "=", pupilId).execute();
    },
    /** The bars of one show, as its studio keeps them. */
    of(showId: ShowId) {
      return {
        list: () => this.listOf(showId),
        add: (pupilId: PupilId) => this.add(showId, pupilId),
        lift: (pupilId: PupilId) => this.lift(showId, pupilId),
      };
    },
  };
}
/** See {@link openBars}. */
export type Bars = ReturnType<typeof openBars>;
