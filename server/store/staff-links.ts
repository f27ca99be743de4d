import { z } from "zod";
import { AccountId, ClassroomId, SchoolId } from "../../schemas/ids.ts";
import { Email, StaffRole } from "../../schemas/people.ts";
import type { Database } from "./open-database.ts";

const Row = z.object({
  schoolId: SchoolId,
  /** Of a link for a lost password; an invitation has none. */
  accountId: AccountId.nullable(),
  email: Email,
  role: StaffRole,
  classroomIds: z.string().transform((json) => z.array(ClassroomId).parse(JSON.parse(json))),
});

/** What a link of the staff is for. */
export type StaffLinkRow = z.infer<typeof Row>;

/** Links that admins hand on, known by the hashes of their tokens; instants are epoch milliseconds. */
export function openStaffLinks(database: Database) {
  return {
    create: async ({ classroomIds, ...link }: StaffLinkRow & { tokenHash: string; expiresAt: number }) => {
      await database
        .insertInto("staffLink")
        .values({ ...link, classroomIds: JSON.stringify(classroomIds) })
        .execute();
    },
    find: async (tokenHash: string, now: number): Promise<StaffLinkRow | undefined> => {
      const query = database.selectFrom("staffLink").selectAll().where("tokenHash", "=", tokenHash);
      const row = await query.where("expiresAt", ">", now).executeTakeFirst();
      return row && Row.parse(row);
    },
    /** True once per link, also when two ask at once. */
    use: async (tokenHash: string): Promise<boolean> => {
      const used = database.deleteFrom("staffLink").where("tokenHash", "=", tokenHash);
      return (await used.executeTakeFirst()).numDeletedRows > 0n;
    },
    /** All links of one person: with one used, the others are for nothing. */
    endOf: async (email: string) => {
      await database.deleteFrom("staffLink").where("email", "=", email).execute();
    },
    endExpired: async (now: number) => {
      await database.deleteFrom("staffLink").where("expiresAt", "<=", now).execute();
    },
  };
}
/** See {@link openStaffLinks}. */
export type StaffLinks = ReturnType<typeof openStaffLinks>;
