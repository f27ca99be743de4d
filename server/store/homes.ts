import { z } from "zod";
import { Visibility } from "../../schemas/channels.ts";
import { ClassroomId, FamilyId, PupilId, SchoolId } from "../../schemas/ids.ts";
import { keepAnswers } from "./answers.ts";
import type { Database } from "./open-database.ts";

/** One thing of the station, named by its id or, for a channel, by its word in addresses; ids may be malformed or unknown. */
export type Place =
  | { schoolId: string }
  | { classroomId: string }
  | { pupilId: string }
  | { familyId: string }
  | { channelId: string }
  | { channelSlug: string }
  | { showId: string }
  | { episodeId: string }
  | { cartId: string }
  | { exerciseId: string }
  | { takeId: string }
  | { takeCommentId: string }
  | { rubricId: string }
  | { anchorId: string }
  | { peerInvitationId: string }
  | { replyId: string }
  | { jobId: string }
  | { podcastImportId: string };

const HomeRow = z.strictObject({
  schoolId: SchoolId,
  classroomId: ClassroomId.nullable(),
  visibility: Visibility.nullable(),
  /** Of an episode that has a narrower one of its own. */
  ownVisibility: Visibility.nullable().default(null),
  /** Of a take: whose voices it holds, and whether their class may hear it. */
  pupilId: PupilId.nullable().default(null),
  partnerId: PupilId.nullable().default(null),
  isShared: z
    .union([z.literal(0), z.literal(1)])
    .default(0)
    .transform(Boolean),
  /** Of a family, which may belong to several classrooms. */
  familyId: FamilyId.nullable().default(null),
  isDraft: z.union([z.literal(0), z.literal(1)]).transform(Boolean),
  /** Of a school that was shut. */
  isShut: z
    .union([z.literal(0), z.literal(1)])
    .default(0)
    .transform(Boolean),
  /** Of a class whose year is over. */
  isArchived: z
    .union([z.literal(0), z.literal(1)])
    .default(0)
    .transform(Boolean),
});

/** Where a thing belongs: its school and classroom, and how far it is heard when it is a channel or of one. */
export type Home = z.infer<typeof HomeRow>;

/** Finds the school and classroom that a thing belongs to, which is all that permissions need to know of it. */
export function openHomes(database: Database) {
  const keepHome = keepAnswers<Home | undefined>(database);
  const keepBonds = keepAnswers<boolean>(database);
  const classrooms = () => database.selectFrom("classroom").innerJoin("school", "school.id", "classroom.schoolId");
  const channels = () => classrooms().innerJoin("channel", "channel.classroomId", "classroom.id");

  const ofClassroom = () =>
    classrooms().select((of) => [
      of("classroom.archivedAt", "is not", null).as("isArchived"),
      of("school.shutAt", "is not", null).as("isShut"),
      "classroom.schoolId",
      "classroom.id as classroomId",
      of.val(null).as("visibility"),
      of.val(0).as("isDraft"),
    ]);
  const ofChannel = () =>
    channels().select((of) => [
      of("classroom.archivedAt", "is not", null).as("isArchived"),
      of("school.shutAt", "is not", null).as("isShut"),
      "classroom.schoolId",
      "classroom.id as classroomId",
      "channel.visibility",
      of.val(0).as("isDraft"),
    ]);

  const ofTakes = () =>
    ofClassroom()
      .innerJoin("exercise", "exercise.classroomId", "classroom.id")
      .innerJoin("take", "take.exerciseId", "exercise.id");

  const schools = () =>
    database
      .selectFrom("school")
      .select((of) => [
        "school.id as schoolId",
        of.val(null).as("classroomId"),
        of.val(null).as("visibility"),
        of.val(0).as("isDraft"),
      ]);

  const childrenOf = (familyId: string) =>
    database
      .selectFrom("familyChild")
      .innerJoin("pupil", "pupil.id", "familyChild.pupilId")
      .where("familyChild.familyId", "=", familyId)
      .select("pupil.id");

  function queryOf(place: Place) {
    if ("classroomId" in place) return ofClassroom().where("classroom.id", "=", place.classroomId);
    if ("pupilId" in place) {
      return ofClassroom()
        .innerJoin("pupil", "pupil.classroomId", "classroom.id")
        .where("pupil.id", "=", place.pupilId);
    }
    if ("cartId" in place) {
      return ofClassroom().innerJoin("cart", "cart.classroomId", "classroom.id").where("cart.id", "=", place.cartId);
    }
    if ("exerciseId" in place) {
      return ofClassroom()
        .innerJoin("exercise", "exercise.classroomId", "classroom.id")
        .where("exercise.id", "=", place.exerciseId);
    }
    if ("takeId" in place) {
      return ofTakes()
        .where("take.id", "=", place.takeId)
        .select((of) => ["take.pupilId", "take.partnerId", of("exercise.listeners", "=", "class").as("isShared")]);
    }
    if ("takeCommentId" in place) {
      return ofTakes()
        .innerJoin("takeComment", "takeComment.takeId", "take.id")
        .where("takeComment.id", "=", place.takeCommentId)
        .select(["take.pupilId", "take.partnerId"]);
    }
    if ("peerInvitationId" in place) {
      // It is whose ears were asked for, not whose voice it is.
      return ofTakes()
        .innerJoin("peerInvitation", "peerInvitation.takeId", "take.id")
        .where("peerInvitation.id", "=", place.peerInvitationId)
        .select("peerInvitation.pupilId");
    }
    if ("rubricId" in place) {
      return ofClassroom()
        .innerJoin("rubric", "rubric.classroomId", "classroom.id")
        .where("rubric.id", "=", place.rubricId);
    }
    if ("replyId" in place) {
      return ofClassroom()
        .innerJoin("channel", "channel.classroomId", "classroom.id")
        .innerJoin("show", "show.channelId", "channel.id")
        .innerJoin("reply", "reply.showId", "show.id")
        .where("reply.id", "=", place.replyId);
    }
    if ("jobId" in place) {
      return ofClassroom().innerJoin("job", "job.classroomId", "classroom.id").where("job.id", "=", place.jobId);
    }
    if ("podcastImportId" in place) {
      return ofChannel()
        .innerJoin("podcastImport", "podcastImport.channelId", "channel.id")
        .where("podcastImport.id", "=", place.podcastImportId);
    }
    if ("channelId" in place) return ofChannel().where("channel.id", "=", place.channelId);
    if ("channelSlug" in place) return ofChannel().where("channel.slug", "=", place.channelSlug);
    if ("showId" in place) {
      return ofChannel().innerJoin("show", "show.channelId", "channel.id").where("show.id", "=", place.showId);
    }
    if ("episodeId" in place) {
      return channels()
        .innerJoin("episode", "episode.channelId", "channel.id")
        .where("episode.id", "=", place.episodeId)
        .select((of) => [
          "classroom.schoolId",
          "classroom.id as classroomId",
          of("classroom.archivedAt", "is not", null).as("isArchived"),
          of("school.shutAt", "is not", null).as("isShut"),
          "channel.visibility",
          "episode.visibility as ownVisibility",
          of("episode.state", "!=", "published").as("isDraft"),
        ]);
    }
    if ("familyId" in place) {
      return schools()
        .innerJoin("family", "family.schoolId", "school.id")
        .where("family.id", "=", place.familyId)
        .select("family.id as familyId");
    }
    if ("anchorId" in place) {
      return schools().innerJoin("anchor", "anchor.schoolId", "school.id").where("anchor.id", "=", place.anchorId);
    }
    return schools().where("school.id", "=", place.schoolId);
  }

  return {
    find: (place: Place): Promise<Home | undefined> =>
      keepHome(JSON.stringify(place), async () => {
        const row = await queryOf(place).executeTakeFirst();
        return row && HomeRow.parse(row);
      }),
    isMember: (accountId: string, classroomId: string): Promise<boolean> =>
      keepBonds(`${accountId} ${classroomId}`, async () => {
        const memberships = database.selectFrom("membership").select("accountId");
        const row = memberships.where("accountId", "=", accountId).where("classroomId", "=", classroomId);
        return (await row.executeTakeFirst()) !== undefined;
      }),
    /** Whether a child of the family is in the classroom. */
    hasChildIn: (familyId: string, classroomId: string): Promise<boolean> =>
      keepBonds(`${familyId} ${classroomId}`, async () => {
        const row = childrenOf(familyId).where("pupil.classroomId", "=", classroomId);
        return (await row.executeTakeFirst()) !== undefined;
      }),
    /** Whether a child of the family is in a classroom of the teacher's. */
    teachesFamily: (accountId: string, familyId: string): Promise<boolean> =>
      keepBonds(`${accountId} teaches ${familyId}`, async () => {
        const taught = childrenOf(familyId)
          .innerJoin("membership", "membership.classroomId", "pupil.classroomId")
          .innerJoin("classroom", "classroom.id", "pupil.classroomId")
          .where("classroom.archivedAt", "is", null);
        return (await taught.where("membership.accountId", "=", accountId).executeTakeFirst()) !== undefined;
      }),
  };
}
