import { ClassroomId, ShowId } from "../../schemas/ids.ts";
import { ShowCode } from "../../schemas/show-codes.ts";
import { withFreeCode, type IssuedCode } from "./classrooms.ts";
import type { Database } from "./open-database.ts";

/** A show that is never held does not keep its class open: its code ends after so long. */
const longestMs = 31 * 24 * 3_600_000;

type Row = { showId: string; title: string; code: string; expiresAt: number };
const toShowCode = (row: Row): ShowCode => ShowCode.parse({ ...row, expiresAt: new Date(row.expiresAt).toISOString() });

/** Class codes that open until one show has ended. */
export function openShowCodes(database: Database, clock: () => number = Date.now) {
  const rows = () =>
    database
      .selectFrom("showCode")
      .innerJoin("show", "show.id", "showCode.showId")
      .innerJoin("channel", "channel.id", "show.channelId")
      .innerJoin("classroom", "classroom.id", "channel.classroomId");
  const open = () => rows().where("show.state", "!=", "ended").where("showCode.expiresAt", ">", clock());
  const told = ["showCode.showId", "show.title", "showCode.code", "showCode.expiresAt"] as const;
  const find = async (showId: ShowId): Promise<ShowCode | undefined> => {
    const row = await open().select(told).where("showCode.showId", "=", showId).executeTakeFirst();
    return row && toShowCode(row);
  };

  return {
    /** While it opens anything. */
    find,
    /** Of the shows of a classroom that have not ended, in the order of their planning. */
    listOf: async (classroomId: ClassroomId): Promise<ShowCode[]> => {
      const ofClass = open().select(told).where("channel.classroomId", "=", classroomId);
      return (await ofClass.orderBy("showCode.showId").execute()).map(toShowCode);
    },
    /** Which classroom of a running year it belongs to, also when it opens nothing any more. */
    findByCode: async (code: string) => {
      const found = rows().where("showCode.code", "=", code).where("classroom.archivedAt", "is", null);
      const row = await found
        .select(["classroom.id as classroomId", "showCode.showId", "showCode.expiresAt", "show.state"])
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const ids = { classroomId: ClassroomId.parse(row.classroomId), showId: ShowId.parse(row.showId) };
      return { ...ids, expiresAt: row.expiresAt, hasEnded: row.state === "ended" };
    },
    /** Gives a show a code, in place of the one that it had. */
    issue: async (showId: ShowId, issue: () => IssuedCode): Promise<void> => {
      const expiresAt = clock() + longestMs;
      await withFreeCode(database, issue, async ({ code }) => {
        const row = { showId, code, expiresAt };
        await database
          .insertInto("showCode")
          .values(row)
          .onConflict((conflict) => conflict.column("showId").doUpdateSet({ code, expiresAt }))
          .execute();
      });
    },
    remove: async (showId: ShowId) => {
      await database.deleteFrom("showCode").where("showId", "=", showId).execute();
    },
  };
}
/** See {@link openShowCodes}. */
export type ShowCodes = ReturnType<typeof openShowCodes>;
