import type { ClassroomId, FamilyId } from "../../schemas/ids.ts";
import type { Follower } from "../store/push-subscriptions.ts";

type Reader = Pick<Follower, "familyId" | "visibility" | "classroomId" | "isArchived">;
type HasChildIn = (familyId: FamilyId, classroomId: ClassroomId) => Promise<boolean>;

/** Whether somebody may still hear of a channel: everybody of a public one, a family of its child's. */
export function mayHear({ familyId, visibility, classroomId, isArchived }: Reader, hasChildIn: HasChildIn) {
  if (familyId === null || visibility === "public") return Promise.resolve(visibility === "public");
  if (visibility === "class" || isArchived) return Promise.resolve(false);
  return hasChildIn(familyId, classroomId);
}
