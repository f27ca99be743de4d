import type { z } from "zod";
import type { AccountChange } from "../../schemas/account.ts";
import { AccountId, PupilId, SchoolId, type ClassroomId } from "../../schemas/ids.ts";
import {
  Account,
  Pupil,
  School,
  largestClassroom,
  type NewPupil,
  type PupilChange,
  type StaffRole,
} from "../../schemas/people.ts";
import { StaffMember } from "../../schemas/staff.ts";
import { Refusal } from "../errors.ts";
import { isTaken } from "./is-taken.ts";
import { moveFeedsOf } from "./named-adults.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";

const accountColumns = ["account.id", "account.schoolId", "account.email", "account.displayName"] as const;
const pupilColumns = ["id", "classroomId", "firstName", "bird", "colour"] as const;

function found<Schema extends z.ZodType>(
  schema: Schema,
  row: unknown,
  code: "school.not_found" | "account.not_found" | "pupil.not_found",
) {
  if (row === undefined) throw new Refusal(code);
  return schema.parse(row);
}

function toCredentials(row: { passwordHash: string; deactivatedAt: number | null }) {
  const { passwordHash, deactivatedAt, ...person } = row;
  return { account: Account.parse(person), passwordHash, isActive: deactivatedAt === null };
}

/** Schools, their staff and their pupils. `require…` throws a Refusal when there is no such person. */
export function openPeople(database: Database, clock: () => number = Date.now) {
  // An admin of the region's tenant is an admin of no school.
  const account = () =>
    database
      .selectFrom("account")
      .innerJoin("school", "school.id", "account.schoolId")
      .select(accountColumns)
      .select((of) => of.case("school.isRegion").when(1).then("region").else(of.ref("account.role")).end().as("role"));
  const credentials = () => account().select(["passwordHash", "deactivatedAt"]);
  const pupil = () => database.selectFrom("pupil").select(pupilColumns);

  return {
    /** Whether the station has been set up. */
    hasSchool: async () => (await database.selectFrom("school").select("id").executeTakeFirst()) !== undefined,
    createSchool: async (school: { name: string; city: string }): Promise<School> => {
      const row = { id: newId(SchoolId), ...school };
      await database
        .insertInto("school")
        .values({ ...row, createdAt: clock() })
        .execute();
      return School.parse(row);
    },
    /** Those that somebody can come into. */
    listSchools: async (): Promise<School[]> => {
      const open = database.selectFrom("school").where("isRegion", "=", 0).where("shutAt", "is", null);
      return (await open.select(["id", "name", "city"]).execute()).map((row) => School.parse(row));
    },
    requireSchool: async (id: SchoolId): Promise<School> => {
      const row = await database
        .selectFrom("school")
        .select(["id", "name", "city"])
        .where("id", "=", id)
        .executeTakeFirst();
      return found(School, row, "school.not_found");
    },
    /** Refuses an e-mail that another account of the station has. */
    createAccount: async ({
      passwordHash,
      ...person
    }: Omit<Account, "id"> & { passwordHash: string }): Promise<Account> => {
      const { role, ...row } = Account.parse({ id: newId(AccountId), ...person });
      const kept = { ...row, role: role === "region" ? "admin" : role, passwordHash, createdAt: clock() };
      const insert = database.insertInto("account").values(kept);
      await insert.execute().catch((error: unknown) => {
        throw isTaken(error) ? new Refusal("account.email_taken", { cause: error }) : error;
      });
      return Account.parse(await account().where("account.id", "=", row.id).executeTakeFirstOrThrow());
    },
    findAccount: async (id: AccountId): Promise<Account | undefined> => {
      const row = await account().where("account.id", "=", id).executeTakeFirst();
      return row && Account.parse(row);
    },
    requireAccount: async (id: AccountId): Promise<Account> =>
      found(Account, await account().where("account.id", "=", id).executeTakeFirst(), "account.not_found"),
    findCredentials: async (email: string) => {
      const row = await credentials().where("email", "=", email).executeTakeFirst();
      return row && toCredentials(row);
    },
    credentialsOf: async (id: AccountId) => {
      const row = await credentials().where("account.id", "=", id).executeTakeFirst();
      if (row === undefined) throw new Refusal("account.not_found");
      return toCredentials(row);
    },
    /** Whoever has this e-mail and may come in. */
    findActive: async (email: string): Promise<Account | undefined> => {
      const row = await account().where("email", "=", email).where("deactivatedAt", "is", null).executeTakeFirst();
      return row && Account.parse(row);
    },
    /** The school's staff by name, with their classes. */
    staffOf: async (schoolId: SchoolId): Promise<StaffMember[]> => {
      const [people, memberships, steps] = await Promise.all([
        account().select("deactivatedAt").where("schoolId", "=", schoolId).orderBy("displayName").execute(),
        database.selectFrom("membership").selectAll().execute(),
        database.selectFrom("secondStep").select("accountId").where("confirmedAt", "is not", null).execute(),
      ]);
      const withStep = new Set(steps.map(({ accountId }) => accountId));
      const classesOf = (id: string) =>
        memberships.filter(({ accountId }) => accountId === id).map(({ classroomId }) => classroomId);
      return people.map(({ deactivatedAt, ...row }) =>
        StaffMember.parse({
          ...row,
          classroomIds: classesOf(row.id),
          isActive: deactivatedAt === null,
          hasSecondStep: withStep.has(row.id),
        }),
      );
    },
    setRole: async (id: AccountId, role: StaffRole) => {
      await database.updateTable("account").set({ role }).where("id", "=", id).execute();
    },
    /** Podcasts name nobody who may not come in. */
    setActive: async (id: AccountId, isActive: boolean) => {
      const deactivatedAt = isActive ? null : clock();
      await database.updateTable("account").set({ deactivatedAt }).where("id", "=", id).execute();
      await moveFeedsOf(database, id, clock());
    },
    hasActiveAdmin: async (schoolId: SchoolId): Promise<boolean> => {
      const admins = account().where("schoolId", "=", schoolId).where("account.role", "=", "admin");
      return (await admins.where("deactivatedAt", "is", null).limit(1).executeTakeFirst()) !== undefined;
    },
    setPassword: async (id: AccountId, passwordHash: string) => {
      await database.updateTable("account").set({ passwordHash }).where("id", "=", id).execute();
    },
    changeAccount: async (id: AccountId, change: AccountChange): Promise<Account> => {
      await database.updateTable("account").set(change).where("id", "=", id).execute();
      return found(Account, await account().where("account.id", "=", id).executeTakeFirst(), "account.not_found");
    },
    /** True when it still was `from`. */
    replacePassword: async (id: AccountId, { from, to }: { from: string; to: string }): Promise<boolean> => {
      const known = database.updateTable("account").where("id", "=", id).where("passwordHash", "=", from);
      return (await known.set({ passwordHash: to }).executeTakeFirst()).numUpdatedRows > 0n;
    },
    pupilsOf: async (classroomId: ClassroomId): Promise<Pupil[]> => {
      const rows = await pupil().where("classroomId", "=", classroomId).orderBy("firstName").orderBy("id").execute();
      return rows.map((row) => Pupil.parse(row));
    },
    requirePupil: async (id: PupilId): Promise<Pupil> =>
      found(Pupil, await pupil().where("id", "=", id).executeTakeFirst(), "pupil.not_found"),
    /** Refuses more pupils than a class can hold. */
    addPupil: (classroomId: ClassroomId, newPupil: NewPupil): Promise<Pupil> =>
      database.transaction().execute(async (within) => {
        const counted = within.selectFrom("pupil").select((of) => of.fn.countAll<number>().as("pupils"));
        const { pupils } = await counted.where("classroomId", "=", classroomId).executeTakeFirstOrThrow();
        if (pupils >= largestClassroom) throw new Refusal("classroom.full");
        const row = { id: newId(PupilId), classroomId, ...newPupil };
        await within
          .insertInto("pupil")
          .values({ ...row, createdAt: clock() })
          .execute();
        return Pupil.parse(row);
      }),
    changePupil: async (id: PupilId, change: PupilChange): Promise<Pupil> => {
      if (Object.keys(change).length > 0)
        await database.updateTable("pupil").set(change).where("id", "=", id).execute();
      return found(Pupil, await pupil().where("id", "=", id).executeTakeFirst(), "pupil.not_found");
    },
    /** The pupil, if they are in a class. */
    findPupil: async (id: PupilId): Promise<Pupil | undefined> => {
      const row = await pupil().where("id", "=", id).executeTakeFirst();
      return row && Pupil.parse(row);
    },
  };
}
/** See {@link openPeople}. */
export type People = ReturnType<typeof openPeople>;
