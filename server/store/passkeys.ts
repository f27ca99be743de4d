import type { Selectable } from "kysely";
import { z } from "zod";
import { AccountId } from "../../schemas/ids.ts";
import { Passkey } from "../../schemas/passkeys.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables/tables.ts";

const Transports = z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json)));

/** What a signature is checked against. */
export type Credential = { id: string; publicKey: Buffer<ArrayBuffer>; counter: number; transports: string[] };

function toPasskey({ id, name, createdAt, usedAt }: Selectable<Tables["passkey"]>): Passkey {
  const instant = (ms: number) => new Date(ms).toISOString();
  return Passkey.parse({ id, name, createdAt: instant(createdAt), usedAt: usedAt === null ? null : instant(usedAt) });
}

/** The passkeys of staff: public keys, so that nothing here opens anything. */
export function openPasskeys(database: Database) {
  const of = (accountId: AccountId) => database.selectFrom("passkey").selectAll().where("accountId", "=", accountId);
  const found = (row: Selectable<Tables["passkey"]> | undefined): Passkey => {
    if (row === undefined) throw new Refusal("passkey.not_found");
    return toPasskey(row);
  };
  return {
    /** After a lost password: somebody else may have added one meanwhile. */
    removeAll: async (accountId: AccountId) => {
      await database.deleteFrom("passkey").where("accountId", "=", accountId).execute();
    },
    listOf: async (accountId: AccountId): Promise<Passkey[]> =>
      (await of(accountId).orderBy("createdAt").execute()).map(toPasskey),
    /** Refuses a credential that is kept already, here or at another account. */
    add: async (accountId: AccountId, name: string, credential: Credential, now: number): Promise<Passkey> => {
      const { id, publicKey, counter, transports } = credential;
      const key = { publicKey: publicKey.toString("base64url"), counter, transports: JSON.stringify(transports) };
      const row = { id, accountId, name, ...key, createdAt: now, usedAt: null };
      const insert = database
        .insertInto("passkey")
        .values(row)
        .onConflict((conflict) => conflict.doNothing());
      const added = await insert.returningAll().executeTakeFirst();
      if (added === undefined) throw new Refusal("passkey.taken");
      return toPasskey(added);
    },
    find: async (id: string): Promise<(Credential & { accountId: AccountId }) | undefined> => {
      const row = await database.selectFrom("passkey").selectAll().where("id", "=", id).executeTakeFirst();
      if (row === undefined) return undefined;
      const [accountId, transports] = [AccountId.parse(row.accountId), Transports.parse(row.transports)];
      return { id, accountId, publicKey: Buffer.from(row.publicKey, "base64url"), counter: row.counter, transports };
    },
    use: async (id: string, counter: number, now: number) => {
      await database.updateTable("passkey").set({ counter, usedAt: now }).where("id", "=", id).execute();
    },
    /** Somebody else's is not found. */
    rename: async (accountId: AccountId, id: string, name: string): Promise<Passkey> => {
      const own = database.updateTable("passkey").set({ name }).where("accountId", "=", accountId).where("id", "=", id);
      return found(await own.returningAll().executeTakeFirst());
    },
    remove: async (accountId: AccountId, id: string): Promise<Passkey> => {
      const own = database.deleteFrom("passkey").where("accountId", "=", accountId).where("id", "=", id);
      return found(await own.returningAll().executeTakeFirst());
    },
  };
}
/** See {@link openPasskeys}. */
export type Passkeys = ReturnType<typeof openPasskeys>;
