import { AccountId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";

/** A person as an identity provider knows them, for good: its issuer and the word it has for them. */
export type Identity = { issuer: string; subject: string };

/** Which person of which provider is which account. */
export function openIdentities(database: Database, clock: () => number = Date.now) {
  return {
    find: async ({ issuer, subject }: Identity): Promise<AccountId | undefined> => {
      const rows = database.selectFrom("accountIdentity").select("accountId").where("issuer", "=", issuer);
      const row = await rows.where("subject", "=", subject).executeTakeFirst();
      return row && AccountId.parse(row.accountId);
    },
    /** Whoever was tied to the account at this provider before is so no more. */
    tie: (accountId: AccountId, { issuer, subject }: Identity) =>
      database.transaction().execute(async (within) => {
        const former = within.deleteFrom("accountIdentity").where("accountId", "=", accountId);
        await former.where("issuer", "=", issuer).execute();
        const row = { issuer, subject, accountId, createdAt: clock() };
        await within.insertInto("accountIdentity").values(row).execute();
      }),
    untie: async (accountId: AccountId, issuer: string) => {
      const rows = database.deleteFrom("accountIdentity").where("accountId", "=", accountId);
      await rows.where("issuer", "=", issuer).execute();
    },
    untieAll: async (accountId: AccountId) => {
      await database.deleteFrom("accountIdentity").where("accountId", "=", accountId).execute();
    },
    /** Issuers at which the account is known. */
    issuersOf: async (accountId: AccountId): Promise<string[]> => {
      const rows = database.selectFrom("accountIdentity").select("issuer").where("accountId", "=", accountId);
      return (await rows.execute()).map(({ issuer }) => issuer);
    },
  };
}
/** See {@link openIdentities}. */
export type Identities = ReturnType<typeof openIdentities>;
