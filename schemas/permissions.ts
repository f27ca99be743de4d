import { z } from "zod";
import type { LentPart } from "./floor.ts";

/** What one is, as a door tells it. */
export const Role = z.enum(["visitor", "pupil", "family", "teacher", "admin"]);
/** See {@link Role}. */
export type Role = z.infer<typeof Role>;

/**
 * How one stands to the thing asked for: `member` is a pupil or teacher of its classroom, or a family with a child in it, `school` is staff of the same school,
 * `technician` is a member to whom the teacher has lent, for now, the part of the desk that the action belongs to, `stranger` is
 * everybody else.
 */
export const Relation = z.enum(["member", "school", "technician", "stranger"]);
/** See {@link Relation}. */
export type Relation = z.infer<typeof Relation>;

/** Everything that can be done. Every route and socket request names exactly one. */
export const Action = z.enum([
  "health.read",
  "setup.complete",
  "session.open",
  "session.read",
  "session.close",
  "staff.manage",
  "classCode.read",
  "classroom.list",
  "classroom.create",
  "classroom.read",
  "classroom.change",
  "pupil.manage",
  "consent.manage",
  "consent.give",
  "family.manage",
  "family.read",
  "channel.create",
  "channel.change",
  "channel.listPublic",
  "channel.readPublic",
  "channel.readFamily",
  "channel.readClass",
  "show.read",
  "show.manage",
  "cart.read",
  "cart.manage",
  "episode.manage",
  "job.manage",
  "studio.join",
  "studio.participate",
  "desk.operate",
  "desk.faders",
  "desk.carts",
]);
/** See {@link Action}. */
export type Action = z.infer<typeof Action>;

type Rule = Readonly<Partial<Record<Role, readonly Relation[]>>>;

const anyone: Rule = {
  visitor: ["member", "school", "stranger"],
  pupil: ["member", "school", "stranger"],
  family: ["member", "school", "stranger"],
  teacher: ["member", "school", "stranger"],
  admin: ["member", "school", "stranger"],
};
const signedIn: Rule = { pupil: anyone.pupil!, family: anyone.family!, teacher: anyone.teacher!, admin: anyone.admin! };
const staff: Rule = { teacher: anyone.teacher!, admin: anyone.admin! };
const teachers: Rule = { teacher: ["member"], admin: ["member", "school"] };
const technicians: Rule = { pupil: ["technician"], ...teachers };
const classMembers: Rule = { pupil: ["member"], ...teachers };

/** The one table of who may do what: role × action × relation. What is not in it is refused. */
export const permissions: Readonly<Record<Action, Rule>> = {
  "health.read": anyone,
  "setup.complete": anyone,
  "session.open": anyone,
  "session.read": signedIn,
  "session.close": signedIn,
  "staff.manage": { admin: ["school"] },
  "classCode.read": anyone,
  "classroom.list": staff,
  "classroom.create": { admin: ["member", "school"] },
  "classroom.read": classMembers,
  "classroom.change": teachers,
  "pupil.manage": teachers,
  "consent.manage": teachers,
  "consent.give": { family: ["member"] },
  "family.manage": teachers,
  "family.read": { family: ["school"] },
  "channel.create": teachers,
  "channel.change": teachers,
  "channel.listPublic": anyone,
  "channel.readPublic": anyone,
  "channel.readFamily": { family: ["member"], ...classMembers },
  "channel.readClass": classMembers,
  "show.read": classMembers,
  "show.manage": teachers,
  "cart.read": classMembers,
  "cart.manage": teachers,
  "episode.manage": teachers,
  "job.manage": teachers,
  "studio.join": classMembers,
  "studio.participate": classMembers,
  "desk.operate": teachers,
  "desk.faders": technicians,
  "desk.carts": technicians,
};

/** Which part of a lent desk an action belongs to. What is not here is never lent: on air, end, dump, publishing, moderation. */
export const lentActions: Readonly<Partial<Record<Action, LentPart>>> = {
  "desk.faders": "faders",
  "desk.carts": "carts",
};

/** Whether a role that stands in this relation to a thing may do this to it. */
export function isAllowed(role: Role, action: Action, relation: Relation): boolean {
  return permissions[action][role]?.includes(relation) ?? false;
}
