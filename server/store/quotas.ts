import { CartId, ClassroomId, PodcastImportId, SchoolId, type ShowId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";

/** A school, or one of its classes. */
type Owner = { schoolId: SchoolId } | { classroomId: ClassroomId };

/** How much of the disk schools and their classes may take, and what of it is whose. */
export function openQuotas(database: Database) {
  const rowOf = (owner: Owner) =>
    "schoolId" in owner ? (["school", owner.schoolId] as const) : (["classroom", owner.classroomId] as const);
  return {
    of: async (owner: Owner): Promise<number | null> => {
      const [table, id] = rowOf(owner);
      const rows = database.selectFrom(table).select("quotaBytes").where("id", "=", id);
      return (await rows.executeTakeFirstOrThrow()).quotaBytes;
    },
    set: async (owner: Owner, quotaBytes: number | null) => {
      const [table, id] = rowOf(owner);
      await database.updateTable(table).set({ quotaBytes }).where("id", "=", id).execute();
    },
    /** The class that a place is in, and its school. */
    homeOf: async (place: { classroomId: ClassroomId } | { showId: ShowId }) => {
      const classrooms = database.selectFrom("classroom").select(["classroom.schoolId", "classroom.id"]);
      const row =
        "classroomId" in place
          ? classrooms.where("classroom.id", "=", place.classroomId)
          : classrooms
              .innerJoin("channel", "channel.classroomId", "classroom.id")
              .innerJoin("show", "show.channelId", "channel.id")
              .where("show.id", "=", place.showId);
      const found = await row.executeTakeFirst();
      return found && { schoolId: SchoolId.parse(found.schoolId), classroomId: ClassroomId.parse(found.id) };
    },
    /** Its sounds that no class has: those that its staff compare their ears by. */
    anchorsOf: (schoolId: SchoolId): Promise<{ id: string }[]> =>
      database.selectFrom("anchor").select("id").where("schoolId", "=", schoolId).execute(),
    /** Its exercises and takes, by whose ids their files are called. */
    takesOf: async (schoolId: SchoolId): Promise<{ id: string; classroomId: ClassroomId }[]> => {
      const exercises = database.selectFrom("exercise").innerJoin("classroom", "classroom.id", "exercise.classroomId");
      const ofSchool = exercises.where("classroom.schoolId", "=", schoolId);
      const takes = ofSchool.innerJoin("take", "take.exerciseId", "exercise.id");
      const [own, recorded] = await Promise.all([
        ofSchool.select(["exercise.id", "exercise.classroomId"]).execute(),
        takes.select(["take.id", "exercise.classroomId"]).execute(),
      ]);
      return [...own, ...recorded].map(({ id, classroomId }) => ({ id, classroomId: ClassroomId.parse(classroomId) }));
    },
    importsOf: async (schoolId: SchoolId): Promise<{ id: PodcastImportId; classroomId: ClassroomId }[]> => {
      const channels = database.selectFrom("channel").innerJoin("classroom", "classroom.id", "channel.classroomId");
      const imports = channels.innerJoin("podcastImport", "podcastImport.channelId", "channel.id");
      const columns = ["podcastImport.id", "channel.classroomId"] as const;
      const rows = await imports.select(columns).where("classroom.schoolId", "=", schoolId).execute();
      return rows.map((row) => ({
        id: PodcastImportId.parse(row.id),
        classroomId: ClassroomId.parse(row.classroomId),
      }));
    },
    cartsOf: async (schoolId: SchoolId): Promise<{ id: CartId; classroomId: ClassroomId }[]> => {
      const carts = database.selectFrom("cart").innerJoin("classroom", "classroom.id", "cart.classroomId");
      const columns = ["cart.id", "cart.classroomId"] as const;
      const rows = await carts.select(columns).where("classroom.schoolId", "=", schoolId).execute();
      return rows.map((row) => ({ id: CartId.parse(row.id), classroomId: ClassroomId.parse(row.classroomId) }));
    },
    /** The classes of a school that are not archived, by name, with their limits. */
    classesOf: async (schoolId: SchoolId) => {
      const classrooms = database.selectFrom("classroom").select(["id", "name", "quotaBytes"]);
      const active = classrooms.where("schoolId", "=", schoolId).where("archivedAt", "is", null);
      const rows = await active.orderBy("name").execute();
      return rows.map(({ id, ...row }) => ({ ...row, classroomId: ClassroomId.parse(id) }));
    },
  };
}
/** See {@link openQuotas}. */
export type Quotas = ReturnType<typeof openQuotas>;
