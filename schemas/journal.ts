import { z } from "zod";
import { AccountId, ClassroomId } from "./ids.ts";

/** Everything that is written into the account of acts; each has its sentence in the dictionaries (`acts.<act>`). */
export const Act = z.enum([
  "anchor.brought",
  "anchor.rated",
  "anchor.removed",
  "album.closed",
  "album.shared",
  "account.identityLinked",
  "account.identityUnlinked",
  "account.passkeyAdded",
  "account.passkeyRemoved",
  "account.passwordChanged",
  "account.secondStepAdded",
  "account.secondStepRemoved",
  "cart.voicesNamed",
  "channel.cover",
  "channel.coverRemoved",
  "channel.exported",
  "channel.moved",
  "channel.visibility",
  "classCode.guessed",
  "classCode.renewed",
  "classroom.quotaSet",
  "classroom.restored",
  "classroom.teachersChanged",
  "classrooms.imported",
  "consent.answered",
  "consent.recorded",
  "campaign.asked",
  "campaign.closed",
  "desk.lent",
  "desk.takenBack",
  "episode.changed",
  "episode.erased",
  "episode.expired",
  "episode.kept",
  "episode.published",
  "episode.republished",
  "episode.unpublished",
  "episode.voicesChosen",
  "episode.withdrawn",
  "feed.addressMade",
  "feed.addressStopped",
  "feed.familyAddressesStopped",
  "exchange.offered",
  "exchange.taken",
  "exchange.takenBack",
  "family.childAdded",
  "family.childRemoved",
  "family.linkMade",
  "family.linkRenewed",
  "family.linkRevoked",
  "family.pinDrawn",
  "family.pinRemoved",
  "newcomer.letIn",
  "newcomer.refused",
  "participant.barLifted",
  "participant.barred",
  "participant.broughtIn",
  "participant.removed",
  "participant.sentBackstage",
  "podcast.imported",
  "podcast.voicesAnswered",
  "pupil.erased",
  "pictures.drawn",
  "pictures.removed",
  "pupil.exported",
  "pupil.letIn",
  "reply.accepted",
  "reply.declined",
  "reply.removed",
  "reply.sent",
  "retention.chosen",
  "retention.removed",
  "school.created",
  "school.quotaSet",
  "school.renamed",
  "school.reopened",
  "school.shut",
  "schools.imported",
  "schoolYear.turned",
  "show.cut",
  "showCode.made",
  "showCode.removed",
  "show.stopped",
  "staff.classesChanged",
  "staff.deactivated",
  "staff.invited",
  "staff.passwordLink",
  "staff.reactivated",
  "staff.roleChanged",
  "staff.secondStepRemoved",
  "studio.mutedAll",
  "voice.erased",
]);
/** See {@link Act}. */
export type Act = z.infer<typeof Act>;

/** Who acted, or what an act was about; the name is today's, and `null` once it is gone. */
export const Party = z.strictObject({
  kind: z.enum([
    "account",
    "pupil",
    "family",
    "system",
    "visitor",
    "classroom",
    "channel",
    "show",
    "episode",
    "cart",
    "anchor",
    "recording",
    "school",
  ]),
  name: z.string().nullable(),
});
/** See {@link Party}. */
export type Party = z.infer<typeof Party>;

/** Words of the contract that an act may carry: audiences, roles, parts of the desk. */
export const ActWord = z.enum(["none", "class", "family", "public", "teacher", "admin", "faders", "carts"]);
/** See {@link ActWord}. */
export type ActWord = z.infer<typeof ActWord>;

/** One act of the journal. */
export const JournalLine = z.strictObject({
  id: z.int().positive(),
  at: z.iso.datetime(),
  act: Act,
  who: Party,
  what: Party,
  /** Whom else it names. */
  named: z.array(Party),
  /** In the order in which it says them: of an audience, the former and the new one. */
  words: z.array(ActWord),
  classroomName: z.string().nullable(),
});
/** See {@link JournalLine}. */
export type JournalLine = z.infer<typeof JournalLine>;

/** Acts of a school, newest first; `next` is what `before` is to be for those that follow, `null` after the last. */
export const JournalPage = z.strictObject({ lines: z.array(JournalLine), next: z.int().positive().nullable() });
/** See {@link JournalPage}. */
export type JournalPage = z.infer<typeof JournalPage>;

/** Which acts are asked for; days are those of Europe/Paris, both included. */
export const JournalQuery = z.strictObject({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  act: Act.optional(),
  /** Of the staff, who acted or to whom it was done. */
  accountId: AccountId.optional(),
  classroomId: ClassroomId.optional(),
  before: z.coerce.number().int().positive().optional(),
});
/** See {@link JournalQuery}. */
export type JournalQuery = z.infer<typeof JournalQuery>;
