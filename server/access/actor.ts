import type { AccountId, ClassroomId, PupilId, SchoolId } from "../../schemas/ids.ts";
import type { StaffRole } from "../../schemas/people.ts";
import { Refusal } from "../errors.ts";
import type { FeedHolder } from "../store/feed-addresses.ts";
import type { Place } from "../store/homes.ts";

/** Who asks, as the session cookie tells it. Without a valid session: a visitor. */
export type Actor =
  | { role: "visitor" }
  | { role: "pupil"; pupilId: PupilId; classroomId: ClassroomId; schoolId: SchoolId }
  | FeedHolder
  | { role: StaffRole; accountId: AccountId; schoolId: SchoolId }
  | { role: "region"; accountId: AccountId; schoolId: SchoolId };

/** What every route finds in its context once `permit` has let the request in; `askAgain` tells who it would be now. */
export type Env = { Variables: { actor: Actor; askAgain: () => Promise<Actor> } };

/**
 * The thing that an action is about; `nothing` when it is about no single thing. Ids may come straight from an address: one that is
 * malformed or unknown is not found.
 */
export type Target = "nothing" | Place;

/** A family, as the guard let it in; a route that the permission table keeps to families asks this for its id. */
export function familyOf(actor: Actor): Extract<Actor, { familyId: unknown }> {
  if (actor.role !== "family") throw new Refusal("session.forbidden");
  return actor;
}

/** The audit table's word for who acted. */
export function auditName(actor: Actor): string {
  if (actor.role === "visitor") return "visitor";
  if (actor.role === "family") return `family:${actor.familyId}`;
  if (actor.role === "subscriber") return `classroom:${actor.classroomId}`;
  return actor.role === "pupil" ? `pupil:${actor.pupilId}` : `account:${actor.accountId}`;
}
