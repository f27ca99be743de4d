import type { Facts, Thing } from "./facts.ts";

/** Somebody who asks, as their session or private address says. */
export type Person = {
  role: "visitor" | "pupil" | "family" | "teacher" | "admin" | "region";
  id: string;
  schoolId: string;
  /** A pupil's own, those a member of staff teaches, those a family has children in. */
  classroomIds: ReadonlySet<string>;
  childIds: ReadonlySet<string>;
};

const none: ReadonlySet<string> = new Set();

/** Somebody who brought nothing, or nothing that counts any more. */
export const visitor: Person = { role: "visitor", id: "", schoolId: "", classroomIds: none, childIds: none };

/** Whom an account, a pupil or a family is. */
export function personOf({ things, taught, children }: Facts, id: string): Person {
  const { noun, schoolId, classroomIds, role } = things.get(id)!;
  const known = { id, schoolId, classroomIds: new Set(classroomIds), childIds: none };
  // A class whose year is over has neither teachers nor pupils.
  const awake = (ids: Iterable<string>) => new Set([...ids].filter((each) => things.get(each)?.isAsleep !== true));
  if (noun === "account") return { ...known, role: role!, classroomIds: awake(taught.get(id) ?? none) };
  return noun === "pupil"
    ? { ...known, role: "pupil", classroomIds: awake(classroomIds) }
    : { ...known, role: "family", childIds: children.get(id) ?? none };
}

/** Whether somebody's school was shut. */
export const isOutside = ({ things }: Facts, { schoolId }: Person) => things.get(schoolId)?.isShut === true;

/** Whose session a token's hash is, at an instant. */
export function holderOf(facts: Facts, tokenHash: string, now: number): Person {
  const session = facts.sessions.get(tokenHash);
  if (session === undefined || Number(session.expiresAt) <= now) return visitor;
  const person = personOf(facts, String(session.accountId ?? session.pupilId ?? session.familyId));
  return isOutside(facts, person) ? visitor : person;
}

/** How near a thing is to somebody: of a class of theirs, of their school, of another one. */
export function nearness(who: Person, thing: Thing): "own" | "school" | "foreign" {
  if (thing.id === who.id || thing.ownerId === who.id || thing.classroomIds.some((id) => who.classroomIds.has(id)))
    return "own";
  return thing.schoolId === who.schoolId ? "school" : "foreign";
}
