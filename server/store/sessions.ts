import { z } from "zod";
import { AccountId, ClassroomId, FamilyId, PupilId, SchoolId } from "../../schemas/ids.ts";
import { StaffRole } from "../../schemas/people.ts";
import { keepAnswers } from "./answers.ts";
import type { Database } from "./open-database.ts";

const StaffHolder = z.strictObject({ role: StaffRole, accountId: AccountId, schoolId: SchoolId });
const PupilHolder = z.strictObject({
  role: z.literal("pupil"),
  pupilId: PupilId,
  classroomId: ClassroomId,
  schoolId: SchoolId,
});

const FamilyHolder = z.strictObject({ role: z.literal("family"), familyId: FamilyId, schoolId: SchoolId });

/** Whoever holds a session. */
export type Holder = z.infer<typeof StaffHolder> | z.infer<typeof PupilHolder> | z.infer<typeof FamilyHolder>;

/** Signed-in browsers, each known by the hash of its token; instants are epoch milliseconds. */
export function openSessions(database: Database) {
  const keep = keepAnswers<{ holder: Holder; expiresAt: number } | undefined>(database);
  const known = (tokenHash: string) => database.selectFrom("session").where("session.tokenHash", "=", tokenHash);

  async function find(tokenHash: string) {
    const staff = await known(tokenHash)
      .innerJoin("account", "account.id", "session.accountId")
      .select(["account.role", "account.id as accountId", "account.schoolId", "session.expiresAt"])
      .executeTakeFirst();
    if (staff !== undefined) {
      const { expiresAt, ...holder } = staff;
      return { holder: StaffHolder.parse(holder), expiresAt };
    }
    const pupil = await known(tokenHash)
      .innerJoin("pupil", "pupil.id", "session.pupilId")
      .innerJoin("classroom", "classroom.id", "pupil.classroomId")
      .select(["pupil.id as pupilId", "pupil.classroomId", "classroom.schoolId", "session.expiresAt"])
      .executeTakeFirst();
    if (pupil === undefined) return findFamily(tokenHash);
    const { expiresAt, ...holder } = pupil;
    return { holder: PupilHolder.parse({ role: "pupil", ...holder }), expiresAt };
  }

  async function findFamily(tokenHash: string) {
    const family = await known(tokenHash)
      .innerJoin("family", "family.id", "session.familyId")
      .select(["family.id as familyId", "family.schoolId", "session.expiresAt"])
      .executeTakeFirst();
    if (family === undefined) return undefined;
    const { expiresAt, ...holder } = family;
    return { holder: FamilyHolder.parse({ role: "family", ...holder }), expiresAt };
  }

  return {
    create: async (session: { tokenHash: string; holder: Holder; now: number; expiresAt: number }) => {
      const { tokenHash, holder, now, expiresAt } = session;
      await database
        .insertInto("session")
        .values({
          tokenHash,
          accountId: "accountId" in holder ? holder.accountId : null,
          pupilId: "pupilId" in holder ? holder.pupilId : null,
          familyId: "familyId" in holder ? holder.familyId : null,
          createdAt: now,
          expiresAt,
        })
        .execute();
    },
    findHolder: async (tokenHash: string, now: number): Promise<Holder | undefined> => {
      const session = await keep(tokenHash, () => find(tokenHash));
      return session !== undefined && session.expiresAt > now ? session.holder : undefined;
    },
    /** Lets a session that began before `before` run out at `expiresAt`; true once per session, also when two requests ask at once. */
    retire: async (
      tokenHash: string,
      { before, expiresAt }: { before: number; expiresAt: number },
    ): Promise<boolean> => {
      const old = database.updateTable("session").where("tokenHash", "=", tokenHash).where("createdAt", "<", before);
      const { numUpdatedRows } = await old.where("expiresAt", ">", expiresAt).set({ expiresAt }).executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** Forgets one browser. */
    end: async (tokenHash: string) => {
      await database.deleteFrom("session").where("tokenHash", "=", tokenHash).execute();
    },
    /** Signs a member of staff out everywhere. */
    endStaff: async (accountId: string) => {
      await database.deleteFrom("session").where("accountId", "=", accountId).execute();
    },
    /** Sends all pupils of a classroom out, as when its code is renewed. */
    endPupilsOf: async (classroomId: string) => {
      const pupils = database.selectFrom("pupil").select("id").where("classroomId", "=", classroomId);
      await database.deleteFrom("session").where("pupilId", "in", pupils).execute();
    },
    endExpired: async (now: number) => {
      await database.deleteFrom("session").where("expiresAt", "<=", now).execute();
    },
  };
}
/** See {@link openSessions}. */
export type Sessions = ReturnType<typeof openSessions>;
