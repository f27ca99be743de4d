import { CartId, SchoolId, type ClassroomId, type ShowId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";

/** How much of the disk schools may take, and what of it is whose. */
export function openQuotas(database: Database) {
  return {
    of: async (schoolId: SchoolId): Promise<number | null> => {
      const rows = database.selectFrom("school").select("quotaBytes").where("id", "=", schoolId);
      return (await rows.executeTakeFirstOrThrow()).quotaBytes;
    },
    set: async (schoolId: SchoolId, quotaBytes: number | null) => {
      await database.updateTable("school").set({ quotaBytes }).where("id", "=", schoolId).execute();
    },
    schoolOf: async (place: { classroomId: ClassroomId } | { showId: ShowId }): Promise<SchoolId | undefined> => {
      const classrooms = database.selectFrom("classroom").select("classroom.schoolId");
      const row =
        "classroomId" in place
          ? classrooms.where("classroom.id", "=", place.classroomId)
          : classrooms
              .innerJoin("channel", "channel.classroomId", "classroom.id")
              .innerJoin("show", "show.channelId", "channel.id")
              .where("show.id", "=", place.showId);
      const found = await row.executeTakeFirst();
      return found && SchoolId.parse(found.schoolId);
    },
    cartsOf: async (schoolId: SchoolId): Promise<Set<CartId>> => {
      const carts = database.selectFrom("cart").innerJoin("classroom", "classroom.id", "cart.classroomId");
      const rows = await carts.select("cart.id").where("classroom.schoolId", "=", schoolId).execute();
      return new Set(rows.map(({ id }) => CartId.parse(id)));
    },
  };
}
/** See {@link openQuotas}. */
export type Quotas = ReturnType<typeof openQuotas>;
