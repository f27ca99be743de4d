import type { AccountId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";

/** The second steps of staff: a sealed secret that an app shares, and hashes of recovery codes. */
export function openSecondSteps(database: Database) {
  const of = (id: AccountId) => database.selectFrom("secondStep").selectAll().where("accountId", "=", id);
  return {
    /** Begins anew; it counts once it is confirmed, and a confirmed one is not begun over. */
    begin: async (accountId: AccountId, sealedSecret: string): Promise<boolean> => {
      const insert = database.insertInto("secondStep").values({ accountId, sealedSecret, confirmedAt: null });
      const begun = insert.onConflict((known) =>
        known.column("accountId").doUpdateSet({ sealedSecret }).where("secondStep.confirmedAt", "is", null),
      );
      return ((await begun.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
    findBegun: async (id: AccountId) =>
      (await of(id).where("confirmedAt", "is", null).executeTakeFirst())?.sealedSecret,
    findConfirmed: async (id: AccountId) =>
      (await of(id).where("confirmedAt", "is not", null).executeTakeFirst())?.sealedSecret,
    /** True once per code, also when two send it at once: a counter never comes back. */
    useCounter: async (id: AccountId, counter: number): Promise<boolean> => {
      const step = database.updateTable("secondStep").where("accountId", "=", id).where("lastCounter", "<", counter);
      return (await step.set({ lastCounter: counter }).executeTakeFirst()).numUpdatedRows > 0n;
    },
    confirm: async (accountId: AccountId, now: number, codeHashes: readonly string[]) => {
      await database.updateTable("secondStep").set({ confirmedAt: now }).where("accountId", "=", accountId).execute();
      await database
        .insertInto("recoveryCode")
        .values(codeHashes.map((codeHash) => ({ codeHash, accountId })))
        .execute();
    },
    /** True once per recovery code. */
    useRecoveryCode: async (id: AccountId, codeHash: string): Promise<boolean> => {
      const used = database.deleteFrom("recoveryCode").where("accountId", "=", id).where("codeHash", "=", codeHash);
      return (await used.executeTakeFirst()).numDeletedRows > 0n;
    },
    countRecoveryCodes: async (id: AccountId): Promise<number> => {
      const codes = database.selectFrom("recoveryCode").where("accountId", "=", id);
      const { left } = await codes.select((row) => row.fn.countAll<number>().as("left")).executeTakeFirstOrThrow();
      return left;
    },
    /** False when there was none. */
    remove: async (id: AccountId): Promise<boolean> => {
      const removed = database.deleteFrom("secondStep").where("accountId", "=", id);
      return (await removed.executeTakeFirst()).numDeletedRows > 0n;
    },
  };
}
/** See {@link openSecondSteps}. */
export type SecondSteps = ReturnType<typeof openSecondSteps>;
