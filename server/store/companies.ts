import { PupilId, type ShowId } from "../../schemas/ids.ts";
import { Companion } from "../../schemas/studio.ts";
import type { Database } from "./open-database.ts";

/** What was said in another lesson says nothing about this one. */
const lastsMs = 6 * 3_600_000;

/** Who shares a microphone with whom, and who of them is said to speak, until the show has ended. */
export function openCompanies(database: Database, clock: () => number = Date.now) {
  return {
    /** The companies of one show, as its studio keeps them; who was erased is in none of them. */
    of: (showId: ShowId) => ({
      /** By whose tablet it is, in the order in which they were named. */
      list: async (): Promise<Map<PupilId, Companion[]>> => {
        const old = database.deleteFrom("companion").where("saidAt", "<=", clock() - lastsMs);
        await old.execute();
        const rows = await database
          .selectFrom("companion")
          .innerJoin("pupil", "pupil.id", "companion.pupilId")
          .where("companion.showId", "=", showId)
          .select(["ownerId", "pupil.id as pupilId", "pupil.firstName as name", "pupil.bird", "pupil.colour"])
          .select("isSpeaking")
          .orderBy("place")
          .execute();
        const byOwner = Map.groupBy(rows, ({ ownerId }) => PupilId.parse(ownerId));
        const companyIn = (same: typeof rows) =>
          same.map(({ pupilId, name, bird, colour, isSpeaking }) =>
            Companion.parse({ pupilId, name, bird, colour, isSpeaking: isSpeaking === 1 }),
          );
        return new Map([...byOwner].map(([ownerId, same]) => [ownerId, companyIn(same)]));
      },
      keep: (ownerId: PupilId, company: readonly Companion[]): Promise<void> =>
        database.transaction().execute(async (within) => {
          const former = within.deleteFrom("companion").where("showId", "=", showId);
          await former.where("ownerId", "=", ownerId).execute();
          const saidAt = clock();
          const rows = company.map(({ pupilId, isSpeaking }, place) => ({
            ...{ showId, ownerId, pupilId, place, saidAt },
            isSpeaking: isSpeaking ? (1 as const) : (0 as const),
          }));
          if (rows.length > 0) await within.insertInto("companion").values(rows).execute();
        }),
    }),
  };
}
/** See {@link openCompanies}. */
export type Companies = ReturnType<typeof openCompanies>;
