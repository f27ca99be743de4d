import type { Session } from "../../schemas/people.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { People } from "../store/people.ts";
import type { Holder } from "../store/sessions.ts";

/** What a browser is told of its own session. */
export async function sessionOf(parts: { people: People; classrooms: Classrooms }, holder: Holder): Promise<Session> {
  const { people, classrooms } = parts;
  const school = await people.requireSchool(holder.schoolId);
  if (holder.role === "family") return { kind: "family", familyId: holder.familyId, school };
  if (holder.role !== "pupil") return { kind: "staff", account: await people.requireAccount(holder.accountId), school };
  const pupil = await people.requirePupil(holder.pupilId);
  const { id, name } = await classrooms.require(holder.classroomId);
  return { kind: "pupil", pupil, classroom: { id, name }, school };
}
