import type { SchoolId } from "../../schemas/ids.ts";
import { LostLetter } from "../../schemas/lost-letters.ts";
import type { Database } from "./open-database.ts";

/** An address is not kept for longer than somebody can do something about it. */
const lastsMs = 30 * 24 * 3_600_000;

/** The last letter of each school that did not arrive. */
export function openLostLetters(database: Database, clock: () => number = Date.now) {
  const forgetOld = async () => {
    const old = database.deleteFrom("lostLetter").where("failedAt", "<=", clock() - lastsMs);
    await old.execute();
  };

  return {
    /** Those that nobody saw to. */
    forgetOld,
    find: async (schoolId: SchoolId): Promise<LostLetter | undefined> => {
      await forgetOld();
      const row = await database
        .selectFrom("lostLetter")
        .select(["about", "email", "reason", "failedAt"])
        .where("schoolId", "=", schoolId)
        .executeTakeFirst();
      return row && LostLetter.parse({ ...row, failedAt: new Date(row.failedAt).toISOString() });
    },
    /** In place of the one before. */
    note: async (schoolId: SchoolId, { about, email, reason }: Omit<LostLetter, "failedAt">) => {
      const told = { about, email, reason, failedAt: clock() };
      await database
        .insertInto("lostLetter")
        .values({ schoolId, ...told })
        .onConflict((conflict) => conflict.column("schoolId").doUpdateSet(told))
        .execute();
    },
    /** A letter to this address has arrived, or an admin has seen to it. */
    forget: async (schoolId: SchoolId, email?: string) => {
      const rows = database.deleteFrom("lostLetter").where("schoolId", "=", schoolId);
      await (email === undefined ? rows : rows.where("email", "=", email)).execute();
    },
  };
}
/** See {@link openLostLetters}. */
export type LostLetters = ReturnType<typeof openLostLetters>;
