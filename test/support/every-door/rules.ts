import type { Facts, Thing } from "./facts.ts";
import type { Person } from "./person.ts";

/** Whether somebody may; `thing` is what the address is about. */
export type Rule = (who: Person, thing: Thing | undefined, facts: Facts) => boolean;

const isStaff = ({ role }: Person) => role === "teacher" || role === "admin";
const isOfClass = (who: Person, thing: Thing) => thing.classroomIds.some((id) => who.classroomIds.has(id));
const isOfSchool = (who: Person, thing: Thing) => who.schoolId === thing.schoolId;

// What a school is promised, rule by rule. Nothing here reads schemas/permissions.ts.

/** Doors that stand open: what one brings is looked at behind them. */
export const everybody: Rule = () => true;
/** Whoever came in by any door. */
export const whoeverIsIn: Rule = ({ role }) => role !== "visitor";
/** Teachers and admins, about nothing of anybody in particular. */
export const staff: Rule = (who) => isStaff(who);
/** "School admin: create classes, retention, quotas": of the one school. */
export const admins: Rule = (who, thing) => who.role === "admin" && (thing === undefined || isOfSchool(who, thing));
/** The staff of its school. */
export const itsStaff: Rule = (who, thing) => isStaff(who) && thing !== undefined && isOfSchool(who, thing);
/** Whoever has an account: a school's staff, and the region's admins. */
export const accounts: Rule = (who) => isStaff(who) || who.role === "region";
/** "Region admin": all schools, and nothing that is in them. */
export const regionAdmins: Rule = ({ role }) => role === "region";
/** Whoever it belongs to. */
export const itsOwner: Rule = ({ id }, thing) => thing?.ownerId === id;
/** Of what is not made without a browser or a letter: here all are as if they did not exist. */
export const nobodyHasOne: Rule = () => false;
/** Families, about their own. */
export const families: Rule = ({ role }) => role === "family";
/** "Give or withdraw the voice authorisation": of one's own child, and of no other. */
export const ownFamily: Rule = ({ role, childIds }, thing) =>
  role === "family" && thing !== undefined && childIds.has(thing.id);
/** "A family can leave a message for the class": for a show of a radio that is theirs to hear. */
export const familiesWhoHear: Rule = (who, thing, { things, channelOf }) => {
  if (thing === undefined || who.role !== "family" || thing.isAsleep === true || !isOfClass(who, thing)) return false;
  return things.get(channelOf.get(thing.id) ?? "")?.audience !== "class";
};
/** Teachers of the class, and the admins of its school, "as a teacher, with the role". */
export const itsTeachers: Rule = (who, thing) =>
  thing !== undefined && isOfSchool(who, thing) && (who.role === "admin" || (isStaff(who) && isOfClass(who, thing)));
/** "A pupil can do nothing outside their classes"; inside, what the class does together. */
export const itsClass: Rule = (who, thing, facts) =>
  itsTeachers(who, thing, facts) || (who.role === "pupil" && thing !== undefined && isOfClass(who, thing));
/** "For whom": an exercise is its teachers' and theirs whom it is for, of its class. */
export const whomItIsFor: Rule = (who, thing, facts) =>
  itsTeachers(who, thing, facts) || (itsClass(who, thing, facts) && thing?.pupilIds?.has(who.id) !== false);
/** "A pupil is compared with themself": a take is theirs who speak in it, and their teachers'. */
export const itsSpeakers: Rule = (who, thing, facts) => itsTeachers(who, thing, facts) || isHeardIn(who, thing);
/** Classmates who are not heard in a take are not told that it is there. */
export const itsClassmates: Rule = (who, thing) => who.role === "pupil" && !isHeardIn(who, thing);
/** Whoever recorded it, and nobody else. */
export const itsPupil: Rule = (who, thing) => isOwnTake(who, thing);
/** "Private by default": as far as the visibility of the channel goes, and an episode never before it is published. */
export const itsListeners: Rule = (who, thing, facts) => {
  if (thing === undefined) return false;
  if (thing.audience === "nobody") return itsTeachers(who, thing, facts);
  if (thing.audience === "public" || itsClass(who, thing, facts)) return true;
  return thing.audience === "family" && who.role === "family" && isOfClass(who, thing) && thing.isAsleep !== true;
};

const isHeardIn = (who: Person, thing: Thing | undefined) =>
  isOwnTake(who, thing) || (thing?.partnerId === who.id && who.role === "pupil" && isOfClass(who, thing));
const isOwnTake = (who: Person, thing: Thing | undefined) =>
  thing?.ownerId === who.id && who.role === "pupil" && isOfClass(who, thing);
/** "School page: list of public channels": of a school that has one, everybody may know. */
export const itsPublicHears: Rule = (_who, thing, facts) =>
  [...facts.things.values()].some(
    ({ noun, schoolId, audience }) => noun === "channel" && schoolId === thing?.id && audience === "public",
  );

/** Of a class whose year is over a family still answers for its child's voice; its radio is gone. */
const isOver = ({ noun, isAsleep }: Thing) =>
  isAsleep === true && ["channel", "show", "episode", "podcastImport"].includes(noun);

/** Whether somebody who may not do this knows anyway that the thing is there: the staff of its school, its class, and the class's families. */
export function knowsOf(who: Person, thing: Thing): boolean {
  if (!isOfSchool(who, thing)) return false;
  if (isStaff(who)) return true;
  // Of a take only who speaks in it knows, and a family that it has a child in that class.
  const isOfTake = ["take", "takeComment", "peerInvitation"].includes(thing.noun);
  if (isOfTake && who.role === "pupil") return isHeardIn(who, thing);
  return thing.noun !== "family" && isOfClass(who, thing) && !isOver(thing);
}

/** Whether a thing may be named in what somebody is answered. */
export function mayBeToldOf(who: Person, thing: Thing, facts: Facts): boolean {
  if (thing.id === who.id || who.childIds.has(thing.id)) return true;
  if (thing.noun !== "session" && admins(who, thing, facts)) return true;
  switch (thing.noun) {
    case "school":
      return isOfSchool(who, thing) || regionAdmins(who, thing, facts) || itsPublicHears(who, thing, facts);
    case "account":
      return false;
    case "session":
      return itsOwner(who, thing, facts);
    case "family":
    case "job":
    case "podcastImport":
      return itsTeachers(who, thing, facts);
    case "reply":
      return itsOwner(who, thing, facts) || itsTeachers(who, thing, facts);
    case "pupil":
      return itsClass(who, thing, facts) || siblings(who, facts).includes(thing.id);
    case "exercise":
      return whomItIsFor(who, thing, facts);
    case "cart":
    case "rubric":
      return itsClass(who, thing, facts);
    case "anchor":
      return itsStaff(who, thing, facts);
    case "take":
      // "The family link can open the album when the teacher shares it."
      if (who.role === "family" && thing.isInAlbum === true && who.childIds.has(thing.ownerId!)) return true;
      return itsSpeakers(who, thing, facts);
    case "takeComment":
    case "peerInvitation":
      return itsSpeakers(who, thing, facts);
    case "classroom":
      return isHeardFrom(who, thing.id, facts) || knowsOf(who, thing) || isWherePupilWas(who, thing, facts);
    case "show":
      return itsClass(who, thing, facts) || itsListeners(who, facts.things.get(facts.channelOf.get(thing.id)!), facts);
    case "channel":
    case "episode":
      return itsClass(who, thing, facts) || itsListeners(who, thing, facts);
  }
}

// "One private link for brothers and sisters": a teacher of one of them sees who is of the same family.
const siblings = (who: Person, facts: Facts) =>
  [...facts.children].flatMap(([id, children]) => (itsTeachers(who, facts.things.get(id), facts) ? [...children] : []));

// A pupil knows of what class they were, also when its year is over.
const isWherePupilWas = (who: Person, { id }: Thing, { things }: Facts) =>
  who.role === "pupil" && things.get(who.id)!.classroomIds.includes(id);

// Whoever hears a channel knows of the class that makes it.
const isHeardFrom = (who: Person, classroomId: string, facts: Facts) =>
  [...facts.things.values()].some(
    (thing) => thing.noun === "channel" && thing.classroomIds.includes(classroomId) && itsListeners(who, thing, facts),
  );
