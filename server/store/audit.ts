import { findActHome } from "./act-home.ts";
import type { Database } from "./open-database.ts";

/** What was done to whom, by whom: the table can only grow. `within` names what the target was in, where it may be gone already. */
export type AuditEntry = { actor: string; act: string; target: string; detail?: string; within?: string };

/** The append-only account of every act on publication, moderation, access and erasure. */
export function openAudit(database: Database, clock: () => number = Date.now) {
  return {
    write: async ({ actor, act, target, detail, within }: AuditEntry) => {
      const home = await findActHome(database, [target, ...(within === undefined ? [] : [within]), actor]);
      await database
        .insertInto("audit")
        .values({ at: clock(), actor, act, target, detail: detail ?? null, ...home })
        .execute();
    },
    /** Removes what is older than an instant, as the schools chose; nothing else ever removes a line. Tells how many went. */
    removeBefore: (at: number): Promise<number> =>
      database.transaction().execute(async (within) => {
        await within.updateTable("auditHorizon").set({ at }).where("at", "<", at).execute();
        return Number((await within.deleteFrom("audit").where("at", "<", at).executeTakeFirst()).numDeletedRows);
      }),
    /** Newest first. */
    listOf: (target: string) =>
      database.selectFrom("audit").selectAll().where("target", "=", target).orderBy("id", "desc").execute(),
  };
}
/** See {@link openAudit}. */
export type Audit = ReturnType<typeof openAudit>;
