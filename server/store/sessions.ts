import type { Selectable } from "kysely";
import { z } from "zod";
import { Device, OwnSession } from "../../schemas/account.ts";
import { AccountId, ClassroomId, FamilyId, PupilId, SchoolId, SessionId, type ShowId } from "../../schemas/ids.ts";
import { StaffRole } from "../../schemas/people.ts";
import { keepAnswers } from "./answers.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables/tables.ts";

const StaffHolder = z.strictObject({ role: StaffRole, accountId: AccountId, schoolId: SchoolId });
const PupilHolder = z.strictObject({
  role: z.literal("pupil"),
  pupilId: PupilId,
  classroomId: ClassroomId,
  schoolId: SchoolId,
});

const FamilyHolder = z.strictObject({ role: z.literal("family"), familyId: FamilyId, schoolId: SchoolId });

const RegionHolder = z.strictObject({ ...StaffHolder.shape, role: z.literal("region") });

/** Whoever holds a session. */
export type Holder =
  | z.infer<typeof StaffHolder>
  | z.infer<typeof RegionHolder>
  | z.infer<typeof PupilHolder>
  | z.infer<typeof FamilyHolder>;

/** What stays of a session when its token changes. */
const Lasting = z.object({ id: SessionId, openedAt: z.number(), ...Device.shape });
/** See {@link Lasting}. */
export type Lasting = z.infer<typeof Lasting>;

const unknownDevice = { browser: "other", system: "other" } as const;

/** How long a last visit is not written anew. */
const seenMs = 5 * 60_000;

type NewSession = {
  tokenHash: string;
  holder: Holder;
  now: number;
  expiresAt: number;
  /** Of a pupil who came in by the code of this show: the session ends with it. */
  showId?: ShowId | undefined;
  /** Of a new session, where it is to be known again. */
  device?: Device | undefined;
  /** Of a session that goes on under this token. */
  lasting?: Lasting | undefined;
};

function toOwnSession(row: Selectable<Tables["session"]>, isHere: boolean): OwnSession {
  const instant = (ms: number) => new Date(ms).toISOString();
  const { id, browser, system, openedAt, seenAt } = row;
  return OwnSession.parse({ id, browser, system, openedAt: instant(openedAt), seenAt: instant(seenAt), isHere });
}

/** Signed-in browsers, each known by the hash of its token; instants are epoch milliseconds. */
export function openSessions(database: Database) {
  const keep = keepAnswers<{ holder: Holder; expiresAt: number } | undefined>(database);
  const known = (tokenHash: string) => database.selectFrom("session").where("session.tokenHash", "=", tokenHash);

  async function find(tokenHash: string) {
    const staff = await known(tokenHash)
      .innerJoin("account", "account.id", "session.accountId")
      .innerJoin("school", "school.id", "account.schoolId")
      .where("school.shutAt", "is", null)
      .where("account.deactivatedAt", "is", null)
      .select(["account.id as accountId", "account.schoolId", "session.expiresAt"])
      .select((of) => of.case("school.isRegion").when(1).then("region").else(of.ref("account.role")).end().as("role"))
      .executeTakeFirst();
    if (staff !== undefined) {
      const { expiresAt, ...holder } = staff;
      return { holder: z.union([StaffHolder, RegionHolder]).parse(holder), expiresAt };
    }
    const pupil = await known(tokenHash)
      .innerJoin("pupil", "pupil.id", "session.pupilId")
      .innerJoin("classroom", "classroom.id", "pupil.classroomId")
      .leftJoin("show", "show.id", "session.showId")
      .where((of) => of.or([of("show.state", "is", null), of("show.state", "!=", "ended")]))
      .innerJoin("school", "school.id", "classroom.schoolId")
      .where("school.shutAt", "is", null)
      .select(["pupil.id as pupilId", "pupil.classroomId", "classroom.schoolId", "session.expiresAt"])
      .executeTakeFirst();
    if (pupil === undefined) return findFamily(tokenHash);
    const { expiresAt, ...holder } = pupil;
    return { holder: PupilHolder.parse({ role: "pupil", ...holder }), expiresAt };
  }

  const ofStaff = (accountId: AccountId) =>
    database.selectFrom("session").selectAll().where("accountId", "=", accountId);

  async function findFamily(tokenHash: string) {
    const family = await known(tokenHash)
      .innerJoin("family", "family.id", "session.familyId")
      .innerJoin("school", "school.id", "family.schoolId")
      .where("school.shutAt", "is", null)
      .select(["family.id as familyId", "family.schoolId", "session.expiresAt"])
      .executeTakeFirst();
    if (family === undefined) return undefined;
    const { expiresAt, ...holder } = family;
    return { holder: FamilyHolder.parse({ role: "family", ...holder }), expiresAt };
  }

  return {
    create: async (session: NewSession) => {
      const { tokenHash, holder, now, expiresAt } = session;
      const { id, openedAt, browser, system } = session.lasting ?? {
        ...{ id: newId(SessionId), openedAt: now, ...unknownDevice, ...session.device },
      };
      await database
        .insertInto("session")
        .values({
          tokenHash,
          accountId: "accountId" in holder ? holder.accountId : null,
          pupilId: "pupilId" in holder ? holder.pupilId : null,
          familyId: "familyId" in holder ? holder.familyId : null,
          showId: session.showId ?? null,
          createdAt: now,
          expiresAt,
          id,
          openedAt,
          seenAt: now,
          browser,
          system,
        })
        .execute();
    },
    findHolder: async (tokenHash: string, now: number): Promise<Holder | undefined> => {
      const session = await keep(tokenHash, () => find(tokenHash));
      return session !== undefined && session.expiresAt > now ? session.holder : undefined;
    },
    /** Whether a school was shut: then its sessions open nothing. */
    isShut: async (schoolId: SchoolId): Promise<boolean> => {
      const shut = database
        .selectFrom("school")
        .select("id")
        .where("id", "=", schoolId)
        .where("shutAt", "is not", null);
      return (await shut.executeTakeFirst()) !== undefined;
    },
    /** Lets a token that was made before `before` run out at `expiresAt`; gives its session once, also when two requests ask at once. */
    retire: async (
      tokenHash: string,
      { before, expiresAt }: { before: number; expiresAt: number },
    ): Promise<Lasting | undefined> => {
      const old = database.updateTable("session").where("tokenHash", "=", tokenHash).where("createdAt", "<", before);
      const retired = old.where("expiresAt", ">", expiresAt).set({ expiresAt });
      const row = await retired.returning(["id", "openedAt", "browser", "system"]).executeTakeFirst();
      return row && Lasting.parse(row);
    },
    /** Notes a visit, at most every five minutes. */
    see: async (tokenHash: string, now: number) => {
      const seen = database
        .updateTable("session")
        .where("tokenHash", "=", tokenHash)
        .where("seenAt", "<", now - seenMs);
      await seen.set({ seenAt: now }).execute();
    },
    /** The browsers in which somebody of the staff is signed in, the one that asks first, then the newest visit. */
    listOf: async (accountId: AccountId, hereHash: string, now: number): Promise<OwnSession[]> => {
      const rows = await ofStaff(accountId).where("expiresAt", ">", now).orderBy("seenAt", "desc").execute();
      const here = rows.find(({ tokenHash }) => tokenHash === hereHash)?.id;
      const newest = rows.filter(({ id }, index) => rows.findIndex((each) => each.id === id) === index);
      const shown = newest.map((row) => toOwnSession(row, row.id === here));
      return [...shown.filter(({ isHere }) => isHere), ...shown.filter(({ isHere }) => !isHere)];
    },
    /** Signs a member of staff out of one browser; false when that is none of theirs. */
    endOne: async (accountId: AccountId, id: string): Promise<boolean> => {
      const one = database.deleteFrom("session").where("accountId", "=", accountId).where("id", "=", id);
      return (await one.executeTakeFirst()).numDeletedRows > 0n;
    },
    /** Signs a member of staff out of every browser but the one with this token. */
    endOthers: async (accountId: AccountId, hereHash: string) => {
      const here = database.selectFrom("session").select("id").where("tokenHash", "=", hereHash);
      await database.deleteFrom("session").where("accountId", "=", accountId).where("id", "not in", here).execute();
    },
    /** Forgets one browser. */
    end: async (tokenHash: string) => {
      await database.deleteFrom("session").where("tokenHash", "=", tokenHash).execute();
    },
    /** Signs a member of staff out everywhere. */
    endStaff: async (accountId: string) => {
      await database.deleteFrom("session").where("accountId", "=", accountId).execute();
    },
    /** Sends those pupils of a classroom out who came in by the code of the day. */
    endByDayCode: async (classroomId: string) => {
      const pupils = database.selectFrom("pupil").select("id").where("classroomId", "=", classroomId);
      const byDayCode = database.deleteFrom("session").where("showId", "is", null);
      await byDayCode.where("pupilId", "in", pupils).execute();
    },
    /** Sends those out who came in by a show's code. */
    endByShowCode: async (showId: ShowId) => {
      await database.deleteFrom("session").where("showId", "=", showId).execute();
    },
    /** Sends all pupils of a classroom out, as when its year is over. */
    endPupilsOf: async (classroomId: string) => {
      const pupils = database.selectFrom("pupil").select("id").where("classroomId", "=", classroomId);
      await database.deleteFrom("session").where("pupilId", "in", pupils).execute();
    },
    endExpired: async (now: number) => {
      await database.deleteFrom("session").where("expiresAt", "<=", now).execute();
      const ended = database.selectFrom("show").select("id").where("state", "=", "ended");
      await database.deleteFrom("session").where("showId", "in", ended).execute();
    },
  };
}
/** See {@link openSessions}. */
export type Sessions = ReturnType<typeof openSessions>;
