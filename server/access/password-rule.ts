import { judgePassword } from "../../schemas/passwords/judge-password.ts";
import type { SchoolId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import { openClassrooms } from "../store/classrooms.ts";
import type { Database } from "../store/open-database.ts";
import { openPeople } from "../store/people.ts";

/** Refuses a password that is easy to guess for whoever knows these names: `password.personal` where they are in it, else `password.weak`. */
export async function requireGoodPassword(password: string, names: readonly string[]): Promise<void> {
  const { fault } = await judgePassword(password, names);
  if (fault !== undefined) throw new Refusal(fault === "personal" ? "password.personal" : "password.weak");
}

/** The names that everybody around a school knows: its own, its town's, those of its classes and radios. */
export async function namesAround(database: Database, schoolId: SchoolId): Promise<string[]> {
  const [{ name, city }, classrooms, channels] = await Promise.all([
    openPeople(database).requireSchool(schoolId),
    openClassrooms(database).list({ schoolId }),
    database
      .selectFrom("channel")
      .innerJoin("classroom", "classroom.id", "channel.classroomId")
      .where("classroom.schoolId", "=", schoolId)
      .select("channel.title")
      .execute(),
  ]);
  return [name, city, ...classrooms.map((each) => each.name), ...channels.map(({ title }) => title)];
}
