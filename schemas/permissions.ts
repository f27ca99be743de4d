import { z } from "zod";
import type { LentPart } from "./floor.ts";

/** What one is, as a door tells it; a `subscriber` is an app at a private feed address of a class, a `region` admin keeps the schools and is inside none. */
export const Role = z.enum(["visitor", "pupil", "family", "subscriber", "teacher", "admin", "region"]);
/** See {@link Role}. */
export type Role = z.infer<typeof Role>;

/**
 * How one stands to the thing asked for: `member` is a pupil or teacher of its classroom, or a family with a child in it, `school` is staff of the same school,
 * `partner` is a pupil to a take of another in which they are heard too, `classmate` one to the take of another whom they may hear, `technician` is a member to whom the teacher has lent, for now, the part of the desk that the action belongs to, `stranger` is
 * everybody else.
 */
export const Relation = z.enum(["member", "school", "partner", "classmate", "technician", "stranger"]);
/** See {@link Relation}. */
export type Relation = z.infer<typeof Relation>;

/** Everything that can be done. Every route and socket request names exactly one. */
export const Action = z.enum([
  "health.read",
  "setup.complete",
  "session.open",
  "session.read",
  "session.close",
  "account.manage",
  "staff.manage",
  "backup.read",
  "journal.read",
  "retention.manage",
  "school.manage",
  "region.manage",
  "impact.manage",
  "survey.answer",
  "anchor.use",
  "anchor.remove",
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
  "reply.leave",
  "reply.manage",
  "listening.read",
  "letter.answer",
  "channel.create",
  "channel.change",
  "feed.manage",
  "channel.listPublic",
  "channel.readPublic",
  "channel.readFamily",
  "channel.readClass",
  "show.read",
  "show.manage",
  "cart.read",
  "cart.manage",
  "episode.manage",
  "exchange.use",
  "exercise.read",
  "exercise.manage",
  "take.record",
  "take.read",
  "take.hear",
  "take.remove",
  "take.share",
  "take.assess",
  "peer.list",
  "peer.assess",
  "progress.read",
  "job.manage",
  "podcast.import",
  "podcast.importFolder",
  "podcast.export",
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
  subscriber: ["member", "school", "stranger"],
  teacher: ["member", "school", "stranger"],
  admin: ["member", "school", "stranger"],
  region: ["member", "school", "stranger"],
};
const accounts: Rule = { teacher: anyone.teacher!, admin: anyone.admin!, region: anyone.region! };
const signedIn: Rule = { pupil: anyone.pupil!, family: anyone.family!, ...accounts };
const staff: Rule = { teacher: anyone.teacher!, admin: anyone.admin! };
const teachers: Rule = { teacher: ["member"], admin: ["member", "school"] };
const technicians: Rule = { pupil: ["technician"], ...teachers };
const classMembers: Rule = { pupil: ["member"], ...teachers };
const itsVoices: Rule = { pupil: ["member", "partner"], ...teachers };

/** The one table of who may do what: role × action × relation. What is not in it is refused. docs/permissions.md is written from it. */
export const permissions: Readonly<Record<Action, Rule>> = {
  /** Ask how the parts of the station do. */
  "health.read": anyone,
  /** See whether the station is new, and with the first start's link create its first school. */
  "setup.complete": anyone,
  /** Come in: by password, class code, family link, or a link for staff. What one brings is checked at the door, not here. */
  "session.open": anyone,
  /** Ask who is signed in on this device. */
  "session.read": signedIn,
  /** Sign out. */
  "session.close": signedIn,
  /** Look after one's own account: password, sessions. */
  "account.manage": accounts,
  /** See the school's staff, invite them, hand out links for lost passwords. */
  "staff.manage": { admin: ["school"] },
  /** Ask how the station's daily backup does. */
  "backup.read": { admin: ["school"] },
  /** Read what was done in the school, by whom. */
  "journal.read": { admin: ["school"] },
  /** Choose how long the school keeps what it makes, and see what would go. */
  "retention.manage": { admin: ["school"] },
  /** See all classes of the school, say who teaches them, take over the school’s list, go over to the next school year. */
  "school.manage": { admin: ["member", "school"] },
  /** Keep the schools of the station: make them, invite who leads them, set their limits, shut them, read their figures. */
  "region.manage": { region: ["school"] },
  /** Ask pupils and teachers before and after, and see what the radio brought the school: figures in which nobody is to be found. */
  "impact.manage": { admin: ["school"] },
  /** Answer what the school's admin has asked: once, or not. */
  "survey.answer": { pupil: anyone.pupil!, ...staff },
  /** Bring a sound that the school's staff rate to compare their ears; hear and rate what others brought. Nobody sees another's rating. */
  "anchor.use": { teacher: ["school"], admin: ["school"] },
  /** Remove such a sound with its ratings: a teacher one that they brought. */
  "anchor.remove": { teacher: ["school"], admin: ["school"] },
  /** See the avatars behind a class code; whoever does not know the code is slowed down at the door. */
  "classCode.read": anyone,
  /** List one's classes: a teacher's own, an admin's whole school. */
  "classroom.list": staff,
  /** Create a class of one's school. */
  "classroom.create": { admin: ["member", "school"] },
  /** See a class, its pupils and its channels; pupils see no class code. */
  "classroom.read": classMembers,
  /** Rename a class, renew its code. */
  "classroom.change": teachers,
  /** Prepare, change, export and erase pupils. */
  "pupil.manage": teachers,
  /** Read the voice consents of a class and write down what a family said. */
  "consent.manage": teachers,
  /** Answer for one's own child, with the family's PIN. */
  "consent.give": { family: ["member"] },
  /** Make families, their links and PINs, print and take back their slips. A family belongs to the classes of its children. */
  "family.manage": teachers,
  /** See one's own children and their channels. */
  "family.read": { family: ["school"] },
  /** Leave a message or a question for a show of one's child's class, and take it back. */
  "reply.leave": { family: ["member"] },
  /** Hear what families left, put it on the desk or not. */
  "reply.manage": teachers,
  /** Read how many listen to a class: numbers, and nothing of who they are. */
  "listening.read": classMembers,
  /** Say yes to letters about a channel, or end them, with what stands in one. */
  "letter.answer": anyone,
  /** Open a channel of a class. */
  "channel.create": teachers,
  /** Change a channel: its words, its cover, who hears it. */
  "channel.change": teachers,
  /** Make and stop a class's private feed addresses, and stop those of its families; see how many there are. */
  "feed.manage": teachers,
  /** List the channels that are for everybody. */
  "channel.listPublic": anyone,
  /** Hear a channel, its live sound and its published episodes, where they are for everybody. Routes name this one; how far the channel or the episode goes decides which of the three ways of hearing is asked, and for an episode that is not published `episode.manage`. */
  "channel.readPublic": anyone,
  /** Hear what is for the families of a class. */
  "channel.readFamily": { family: ["member"], subscriber: ["member"], ...classMembers },
  /** Hear what is for the class only. */
  "channel.readClass": { subscriber: ["member"], ...classMembers },
  /** See a show, its rundown and its pads. */
  "show.read": classMembers,
  /** Plan, change and remove shows, write their rundown, choose their pads. */
  "show.manage": teachers,
  /** See and hear the sounds of a class. */
  "cart.read": classMembers,
  /** Add, change, arrange and remove the sounds of a class. */
  "cart.manage": teachers,
  /** Hear an episode before it is published, type its credits, leave voices out, publish it, take it back, erase it. */
  "episode.manage": teachers,
  /** See what other classes offer, hear it, take it with credit; offer what is the class's own, and take it back. */
  "exchange.use": teachers,
  /** See the oral exercises of a class; a pupil those that are for them. */
  "exercise.read": classMembers,
  /** Set, change and remove oral exercises. */
  "exercise.manage": teachers,
  /** Record takes, say what one thinks of them, send them to the teacher: a pupil their own. Voice consent is not asked: nothing leaves pupil and teacher. */
  "take.record": { pupil: ["member"] },
  /** See takes, what was measured of them and what is said of them: a pupil those in which they are heard. */
  "take.read": itsVoices,
  /** Hear a take: the pupils who speak in it and their teachers; the class, where the exercise says so and everybody who speaks in it may be heard by it. */
  "take.hear": { pupil: ["member", "partner", "classmate"], ...teachers },
  /** Throw a take away: a pupil one in which they are heard, until it is sent. */
  "take.remove": itsVoices,
  /** Make a sound of the desk of a take: a pupil of one in which they are heard. It goes as far as the voice consents of who speaks in it, and with `none` nowhere. */
  "take.share": itsVoices,
  /** Say of a take what there is to say and who speaks in it, ask classmates to, and let the pupil's family hear the first and the latest. */
  "take.assess": teachers,
  /** See what one was asked to listen to. */
  "peer.list": { pupil: ["member", "school", "stranger"] },
  /** Hear a classmate's take that one was asked to listen to, and say what one thinks of it. */
  "peer.assess": { pupil: ["member"] },
  /** See how the pupils of a class speak and read over a period. */
  "progress.read": teachers,
  /** See how far a long work is, stop it, try it again. */
  "job.manage": teachers,
  /** Bring a podcast from elsewhere into a channel, and answer for the voices in it. */
  "podcast.import": teachers,
  /** See the folders that the station's disk offers for that, and take one. */
  "podcast.importFolder": { admin: ["member", "school"] },
  /** Take away all that a channel holds, drafts too. */
  "podcast.export": teachers,
  /** Enter a show's studio and leave it. Who was barred from the show stays out. */
  "studio.join": classMembers,
  /** Send one's microphone, hear the others, raise one's hand. */
  "studio.participate": classMembers,
  /** Hold the desk: on air, end, cut, rundown, who comes in, who goes. */
  "desk.operate": teachers,
  /** Move faders, open and close microphones. */
  "desk.faders": technicians,
  /** Fire the sounds of the desk; a pupil those that are for pupils. */
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
