import type { ClassroomId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";

/** The school of a class, to be asked for within another query. */
export const schoolOf = (database: Database, classroomId: ClassroomId) =>
  database.selectFrom("classroom").select("schoolId").where("id", "=", classroomId);

/** Every class of the school that a class belongs to, archived ones too: its pupils were elsewhere the years before. */
export const classesBeside = (database: Database, classroomId: ClassroomId) =>
  database.selectFrom("classroom").select("id").where("schoolId", "in", schoolOf(database, classroomId));
