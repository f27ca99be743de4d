import { jsonArrayFrom } from "kysely/helpers/sqlite";
import type { SchoolId } from "../../schemas/ids.ts";
import { AccountId, ClassroomId } from "../../schemas/ids.ts";
import { ClassroomOverview } from "../../schemas/classroom-overview.ts";
import { Classroom, type ClassroomChange, type NewClassroom } from "../../schemas/people.ts";
import { Refusal } from "../errors.ts";
import { isTaken } from "./is-taken.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";

const columns = ["id", "schoolId", "name", "schoolYear", "code", "codeExpiresAt"] as const;

type Row = { codeExpiresAt: number };
const toClassroom = (row: Row): Classroom =>
  Classroom.parse({ ...row, codeExpiresAt: new Date(row.codeExpiresAt).toISOString() });

/** A class code and the instant (epoch milliseconds) from which it opens nothing. */
export type IssuedCode = { code: string; codeExpiresAt: number };

/** Codes are few enough that two can meet, of a class or of a show: another is drawn until one is free. */
export async function withFreeCode<Result>(
  database: Database,
  issue: () => IssuedCode,
  write: (issued: IssuedCode) => Promise<Result>,
) {
  const isOf = async (table: "classroom" | "showCode", { code }: IssuedCode) =>
    (await database.selectFrom(table).select("code").where("code", "=", code).executeTakeFirst()) !== undefined;
  for (let attempt = 1; ; attempt += 1) {
    const issued = issue();
    if (attempt < 20 && ((await isOf("classroom", issued)) || (await isOf("showCode", issued)))) continue;
    try {
      return await write(issued);
    } catch (error) {
      if (!isTaken(error) || attempt === 20) throw error;
    }
  }
}

/** Classrooms, who teaches in them, and the codes that their pupils enter by. */
export function openClassrooms(database: Database, clock: () => number = Date.now) {
  const rows = () => database.selectFrom("classroom").select(columns);
  const active = () => rows().where("archivedAt", "is", null);
  const require = async (id: string): Promise<Classroom> => {
    const row = await rows().where("id", "=", id).executeTakeFirst();
    if (row === undefined) throw new Refusal("classroom.not_found");
    return toClassroom(row);
  };

  return {
    require,
    /** By name, without archived ones: all of the school, or those that one teacher belongs to. */
    list: async (of: { schoolId: SchoolId } | { accountId: AccountId }): Promise<Classroom[]> => {
      const memberships = database.selectFrom("membership").select("classroomId");
      const query =
        "schoolId" in of
          ? active().where("schoolId", "=", of.schoolId)
          : active().where("id", "in", memberships.where("accountId", "=", of.accountId));
      return (await query.orderBy("name").execute()).map(toClassroom);
    },
    create: (schoolId: SchoolId, classroom: NewClassroom, issue: () => IssuedCode): Promise<Classroom> =>
      withFreeCode(database, issue, async (issued) => {
        const row = { id: newId(ClassroomId), schoolId, ...classroom, ...issued };
        await database
          .insertInto("classroom")
          .values({ ...row, createdAt: clock() })
          .execute();
        return toClassroom(row);
      }),
    addTeacher: async (classroomId: ClassroomId, accountId: AccountId) => {
      await database.insertInto("membership").values({ classroomId, accountId }).execute();
    },
    /** These running classes and no others are theirs from now on; archived ones stay as they were. */
    setTeacherOf: async (accountId: AccountId, ids: readonly ClassroomId[]) => {
      const running = database.selectFrom("classroom").select("id").where("archivedAt", "is", null);
      const theirs = database.deleteFrom("membership").where("accountId", "=", accountId);
      await theirs.where("classroomId", "in", running).execute();
      const rows = [...new Set(ids)].map((classroomId) => ({ accountId, classroomId }));
      if (rows.length > 0) await database.insertInto("membership").values(rows).execute();
    },
    /** All who teach the class from now on; tells who no longer does. */
    setTeachers: (classroomId: ClassroomId, accountIds: readonly AccountId[]): Promise<AccountId[]> =>
      database.transaction().execute(async (within) => {
        const former = within.deleteFrom("membership").where("classroomId", "=", classroomId).returning("accountId");
        const before = (await former.execute()).map(({ accountId }) => AccountId.parse(accountId));
        const rows = [...new Set(accountIds)].map((accountId) => ({ classroomId, accountId }));
        if (rows.length > 0) await within.insertInto("membership").values(rows).execute();
        return before.filter((accountId) => !accountIds.includes(accountId));
      }),
    /** Every class of the school by name, with who teaches it and how many pupils it has. */
    overview: async (schoolId: SchoolId): Promise<ClassroomOverview[]> => {
      const found = await database
        .selectFrom("classroom")
        .select(["id", "schoolId", "name", "schoolYear", "archivedAt"])
        .select((of) => [
          jsonArrayFrom(of.selectFrom("membership").select("accountId").whereRef("classroomId", "=", "classroom.id"))
            .$castTo<string>()
            .as("teachers"),
          of
            .selectFrom("pupil")
            .select((pupil) => pupil.fn.countAll<number>().as("pupils"))
            .whereRef("classroomId", "=", "classroom.id")
            .as("pupils"),
        ])
        .where("schoolId", "=", schoolId)
        .orderBy("name")
        .execute();
      return found.map(({ teachers, archivedAt: since, ...row }) => {
        const members = JSON.parse(teachers) as { accountId: string }[];
        const archivedAt = since === null ? null : new Date(since).toISOString();
        return ClassroomOverview.parse({ ...row, archivedAt, teacherIds: members.map(({ accountId }) => accountId) });
      });
    },
    /** Brings an archived class back into the lists; what it made was never gone. */
    restore: async (id: ClassroomId) => {
      await database.updateTable("classroom").set({ archivedAt: null }).where("id", "=", id).execute();
    },
    change: async (id: ClassroomId, change: ClassroomChange): Promise<Classroom> => {
      if (Object.keys(change).length > 0)
        await database.updateTable("classroom").set(change).where("id", "=", id).execute();
      return require(id);
    },
    /** The former code opens nothing from now on. */
    renewCode: async (id: ClassroomId, issue: () => IssuedCode): Promise<Classroom> => {
      await withFreeCode(database, issue, (issued) =>
        database.updateTable("classroom").set(issued).where("id", "=", id).execute(),
      );
      return require(id);
    },
    /** Also finds a classroom whose code has expired: its `codeExpiresAt` tells. */
    findByCode: async (code: string): Promise<Classroom | undefined> => {
      const shut = database.selectFrom("school").select("id").where("shutAt", "is not", null);
      const row = await active().where("code", "=", code).where("schoolId", "not in", shut).executeTakeFirst();
      return row && toClassroom(row);
    },
  };
}
/** See {@link openClassrooms}. */
export type Classrooms = ReturnType<typeof openClassrooms>;
