import { usualExercise } from "../../../schemas/exercises.ts";
import type { Door, Pick } from "./door.ts";
import {
  admins,
  itsClass,
  itsClassmates,
  itsPupil,
  itsSpeakers,
  itsStaff,
  staff,
  whomItIsFor,
  type Rule,
} from "./rules.ts";
import { teachersOf } from "./usual-doors.ts";

const pupilsOfIt: Rule = (who, thing, facts) => who.role === "pupil" && whomItIsFor(who, thing, facts);
const exercise = (pick: Pick) => ({
  ...{ ...usualExercise, title: pick.word(), kind: "readAloud", text: "Il était une fois." },
  pupilIds: pick.coin() ? null : [pick.anywhere("pupil")],
});
/** An exercise for some of the class is not there for the others. */
const others: Rule = (who, thing, facts) => who.role === "pupil" && !whomItIsFor(who, thing, facts);
const ofExercise = (may: Rule) => ({ may, about: "exercise", hides: others }) as const;
/** A take of somebody else is not there for a classmate. */
const ofTake = (may: Rule, body?: Door["body"]): Door => ({
  ...{ may, about: "take", hides: itsClassmates, tries: 2 },
  ...(body !== undefined && { body }),
});

/** A teacher one that they brought, an admin any of their school. */
const itsBringer: Rule = (who, thing, facts) =>
  admins(who, thing, facts) || (who.role === "teacher" && thing?.ownerId === who.id);
/** Sounds that a school's staff compare their ears by. */
const anchorDoors: Readonly<Record<string, Door>> = {
  "GET /api/anchors": { may: staff },
  "POST /api/anchors": { may: staff, form: "anchor" },
  "GET /api/anchors/:id/sound": { may: itsStaff, about: "anchor" },
  "PUT /api/anchors/:id/rating": { may: itsStaff, about: "anchor", body: () => ({ levels: [2, 1] }) },
  "DELETE /api/anchors/:id": { may: itsBringer, about: "anchor", tries: 2 },
};

/** The part of `httpDoors` about oral exercises and what pupils record for them. */
export const oralDoors: Readonly<Record<string, Door>> = {
  ...anchorDoors,
  "GET /api/shows/:id/airtimes": teachersOf("show"),
  "GET /api/classrooms/:id/exercises": { may: itsClass, about: "classroom" },
  "POST /api/classrooms/:id/exercises": teachersOf("classroom", exercise),
  "GET /api/exercises/:id": ofExercise(whomItIsFor),
  "PATCH /api/exercises/:id": teachersOf("exercise", (pick) => ({ title: pick.word() })),
  "DELETE /api/exercises/:id": teachersOf("exercise"),
  "PUT /api/exercises/:id/model": { ...teachersOf("exercise"), form: "sound" },
  "DELETE /api/exercises/:id/model": teachersOf("exercise"),
  "POST /api/exercises/:id/pictures": { ...teachersOf("exercise"), form: "cover" },
  "DELETE /api/exercises/:id/pictures/:picture": { ...teachersOf("exercise"), at: { picture: "none" } },
  "GET /api/exercises/:id/pictures/:picture": { ...ofExercise(whomItIsFor), at: { picture: "none" } },
  "GET /api/exercises/:id/model": ofExercise(whomItIsFor),
  "GET /api/classrooms/:id/takes": { may: itsClass, about: "classroom" },
  "GET /api/exercises/:id/takes": ofExercise(whomItIsFor),
  "POST /api/exercises/:id/takes": ofExercise(pupilsOfIt),
  "GET /api/takes/:id/upload": ofTake(itsPupil),
  "PATCH /api/takes/:id/upload": ofTake(itsPupil),
  "GET /api/takes/:id": ofTake(itsSpeakers),
  "PATCH /api/takes/:id": ofTake(itsPupil, () => ({
    selfAssessment: { words: 3, stops: 2, liveliness: 4, loudness: 1 },
  })),
  "DELETE /api/takes/:id": ofTake(itsSpeakers),
  "PUT /api/takes/:id/partner": teachersOf("take", (pick) => ({ partnerId: pick.anywhere("pupil") })),
  "POST /api/takes/:id/carts": ofTake(itsSpeakers),
  "POST /api/takes/:id/items": teachersOf("take", (pick) => ({ showId: pick.anywhere("show") })),
  "GET /api/takes/:id/sound": ofTake(itsSpeakers),
};
