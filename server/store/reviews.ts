import { PeerInvitationId, PupilId, RubricId, TakeCommentId, TakeId } from "../../schemas/ids.ts";
import { readingScore, ReadingMarks } from "../../schemas/reading.ts";
import {
  Assessment,
  mostComments,
  PeerInvitation,
  TakeComment,
  type NewAssessment,
  type NewComment,
  type PeerAssessment,
  type PeerChoice,
  type TakeReview,
} from "../../schemas/reviews.ts";
import { speakersIn } from "../../schemas/takes.ts";
import { Refusal } from "../errors.ts";
import { openConsents } from "./consents.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import { openRubrics } from "./rubrics.ts";

const iso = (at: number) => new Date(at).toISOString();
type AssessmentRow = { rubricId: string; pupilId: string | null; levels: string; words: string; assessedAt: number };
/** What was chosen in a rubric, as its row has it. */
export const toAssessment = ({ rubricId, pupilId, levels, words, assessedAt }: AssessmentRow) =>
  Assessment.parse({
    ...{ rubricId, pupilId, assessedAt: iso(assessedAt) },
    ...{ levels: JSON.parse(levels) as unknown, words: JSON.parse(words) as unknown },
  });

const speakersOf = (row: { pupilId: string; partnerId: string | null }) =>
  speakersIn({ pupilId: PupilId.parse(row.pupilId), partnerId: PupilId.nullable().parse(row.partnerId) });

/** What teachers and classmates say of takes. */
export function openReviews(database: Database, clock: () => number = Date.now) {
  const [rubrics, consents] = [openRubrics(database), openConsents(database, clock)];

  const setHeard = async (takeId: TakeId, values: { reading?: string; mclm?: number; accuracy?: number } = {}) => {
    const heardAt = clock();
    await database
      .insertInto("takeReview")
      .values({ takeId, heardAt, reading: null, mclm: null, accuracy: null, ...values })
      .onConflict((known) => known.column("takeId").doUpdateSet({ heardAt, ...values }))
      .execute();
  };

  async function assess(takeId: TakeId, pupilId: PupilId | null, given: NewAssessment & Pick<PeerAssessment, "words">) {
    const { criteria } = await rubrics.require(given.rubricId);
    const isKnown = given.levels.every(
      (level, index) => level === null || level <= (criteria[index]?.levels.length ?? 0),
    );
    if (given.levels.length !== criteria.length || !isKnown) throw new Refusal("request.malformed");
    const { rubricId } = given;
    await database.transaction().execute(async (within) => {
      const former = within.deleteFrom("assessment").where("takeId", "=", takeId).where("rubricId", "=", rubricId);
      await former.where("pupilId", "is", pupilId).execute();
      const told = { levels: JSON.stringify(given.levels), words: JSON.stringify(given.words) };
      await within
        .insertInto("assessment")
        .values({ takeId, rubricId, pupilId, assessedAt: clock(), ...told })
        .execute();
    });
  }

  const assessmentsOf = async (takeId: TakeId) => {
    const rows = database.selectFrom("assessment").selectAll().where("takeId", "=", takeId).orderBy("assessedAt");
    return (await rows.execute()).map(toAssessment);
  };

  async function commentsOf(takeId: TakeId): Promise<TakeComment[]> {
    const rows = database.selectFrom("takeComment").selectAll().where("takeId", "=", takeId);
    const found = await rows.orderBy("atSeconds").orderBy("createdAt").execute();
    return found.map(({ hasSound, createdAt, ...row }) =>
      TakeComment.strip().parse({ ...row, hasSound: hasSound === 1, createdAt: iso(createdAt) }),
    );
  }

  /** Whether classmates may hear a take: only as long as no answer keeps a voice in it from them. */
  const mayBeHeard = async (speakers: readonly PupilId[]) => (await consents.reachOf(speakers)) !== "none";

  return {
    of: async (takeId: TakeId): Promise<TakeReview> => {
      const row = await database.selectFrom("takeReview").selectAll().where("takeId", "=", takeId).executeTakeFirst();
      const asked = database.selectFrom("peerInvitation").select(["pupilId", "rubricId"]).where("takeId", "=", takeId);
      const peers = await asked.execute();
      return {
        takeId,
        heardAt: row?.heardAt == null ? null : iso(row.heardAt),
        reading: row?.reading == null ? null : ReadingMarks.parse(JSON.parse(row.reading)),
        comments: await commentsOf(takeId),
        assessments: await assessmentsOf(takeId),
        peers: peers.map(({ pupilId }) => PupilId.parse(pupilId)),
        peerRubricId: RubricId.nullable().parse(peers[0]?.rubricId ?? null),
      };
    },
    /** What was chosen about some takes, in the order in which it was. */
    levelsOf: async (takeIds: readonly TakeId[]): Promise<(Assessment & { takeId: TakeId })[]> => {
      const rows = database.selectFrom("assessment").selectAll().where("takeId", "in", takeIds);
      const found = await rows.orderBy("assessedAt").execute();
      return found.map((row) => ({ ...toAssessment(row), takeId: TakeId.parse(row.takeId) }));
    },
    /** A teacher has heard it. */
    setHeard: (takeId: TakeId) => setHeard(takeId),
    mark: async (takeId: TakeId, marks: ReadingMarks) => {
      const { mclm, accuracy } = readingScore(marks);
      await setHeard(takeId, { reading: JSON.stringify(marks), mclm, accuracy });
    },
    /** Refuses `comment.too_many`. `hasSound` says that its voice note lies beside the take. */
    comment: async (takeId: TakeId, { atSeconds, text }: NewComment | { atSeconds: number | null; text: "" }) => {
      if ((await commentsOf(takeId)).length >= mostComments) throw new Refusal("comment.too_many");
      const id = newId(TakeCommentId);
      const row = { id, takeId, atSeconds, text, hasSound: text === "" ? 1 : 0, createdAt: clock() } as const;
      await database.insertInto("takeComment").values(row).execute();
      await setHeard(takeId);
      return id;
    },
    /** The take that a comment is about. */
    takeOf: async (id: string): Promise<{ id: TakeCommentId; takeId: TakeId; hasSound: boolean }> => {
      const row = await database.selectFrom("takeComment").selectAll().where("id", "=", id).executeTakeFirst();
      if (row === undefined) throw new Refusal("comment.not_found");
      return { id: TakeCommentId.parse(row.id), takeId: TakeId.parse(row.takeId), hasSound: row.hasSound === 1 };
    },
    removeComment: async (id: TakeCommentId) => {
      await database.deleteFrom("takeComment").where("id", "=", id).execute();
    },
    /** By a teacher, in place of what one chose before in the same rubric. */
    assess: async (takeId: TakeId, given: NewAssessment) => {
      await assess(takeId, null, { ...given, words: [] });
      await setHeard(takeId);
    },
    /** Who of the class is asked to listen; who was asked before is not disturbed, who is not any more is forgotten with what they chose. */
    invite: async (takeId: TakeId, speakers: readonly PupilId[], { rubricId, pupilIds }: PeerChoice) => {
      if (pupilIds.length > 0 && !(await mayBeHeard(speakers))) throw new Refusal("consent.too_narrow");
      await database.transaction().execute(async (within) => {
        const classrooms = within.selectFrom("pupil").select("classroomId").where("id", "in", speakers);
        const here = within.selectFrom("pupil").select("id").where("classroomId", "in", classrooms);
        const known = await here.where("id", "in", pupilIds).where("id", "not in", speakers).execute();
        if (known.length < new Set(pupilIds).size) throw new Refusal("pupil.not_found");
        const gone = [...pupilIds, ""];
        const asked = within.deleteFrom("peerInvitation").where("takeId", "=", takeId);
        await asked.where("pupilId", "not in", gone).execute();
        const former = within.deleteFrom("assessment").where("takeId", "=", takeId).where("pupilId", "is not", null);
        await former.where("pupilId", "not in", gone).where("pupilId", "not in", speakers).execute();
        const rows = known.map(({ id }) => ({ id: newId(PeerInvitationId), takeId, pupilId: id, rubricId }));
        if (rows.length === 0) return;
        const invite = within.insertInto("peerInvitation").values(rows);
        await invite.onConflict((twice) => twice.columns(["takeId", "pupilId"]).doUpdateSet({ rubricId })).execute();
      });
    },
    /** Whoever is heard in a take is not asked to judge it. */
    uninvite: async (takeId: TakeId, pupilId: PupilId) => {
      const asked = database.deleteFrom("peerInvitation").where("takeId", "=", takeId);
      await asked.where("pupilId", "=", pupilId).execute();
      await database.deleteFrom("assessment").where("takeId", "=", takeId).where("pupilId", "=", pupilId).execute();
    },
    /** What a pupil is asked to listen to, the newest first; nothing once the year is over. */
    invitationsOf: async (pupilId: PupilId): Promise<PeerInvitation[]> => {
      const rows = database
        .selectFrom("peerInvitation")
        .innerJoin("take", "take.id", "peerInvitation.takeId")
        .innerJoin("exercise", "exercise.id", "take.exerciseId")
        .innerJoin("classroom", "classroom.id", "exercise.classroomId")
        .where("peerInvitation.pupilId", "=", pupilId)
        .where("classroom.archivedAt", "is", null)
        .select([
          "peerInvitation.id",
          "take.id as takeId",
          "take.pupilId",
          "take.partnerId",
          "exercise.title",
          "peerInvitation.rubricId",
        ]);
      const found = await rows.orderBy("peerInvitation.id", "desc").execute();
      const told = found.map(async (row) => ((await mayBeHeard(speakersOf(row))) ? row : []));
      return Promise.all(
        (await Promise.all(told)).flat().map(async (row) => {
          const rubric = await rubrics.require(row.rubricId);
          const said = await assessmentsOf(TakeId.parse(row.takeId));
          const own = said.find((each) => each.pupilId === pupilId && each.rubricId === rubric.id);
          const { id, pupilId: speaker, partnerId, title: exerciseTitle } = row;
          const speakers = { pupilId: speaker, partnerId };
          return PeerInvitation.parse({ id, ...speakers, exerciseTitle, rubric, assessment: own ?? null });
        }),
      );
    },
    /** The take of an invitation, and who was asked. */
    requireInvitation: async (id: string) => {
      const asked = database.selectFrom("peerInvitation").innerJoin("take", "take.id", "peerInvitation.takeId");
      const rows = asked.selectAll("peerInvitation").select(["take.pupilId as speaker", "take.partnerId"]);
      const row = await rows.where("peerInvitation.id", "=", id).executeTakeFirst();
      if (row === undefined || !(await mayBeHeard(speakersOf({ ...row, pupilId: row.speaker }))))
        throw new Refusal("take.not_found");
      const { takeId, pupilId, rubricId } = row;
      return { takeId: TakeId.parse(takeId), pupilId: PupilId.parse(pupilId), rubricId: RubricId.parse(rubricId) };
    },
    assessAsPeer: (takeId: TakeId, pupilId: PupilId, rubricId: RubricId, given: PeerAssessment) =>
      assess(takeId, pupilId, { rubricId, ...given }),
  };
}
/** See {@link openReviews}. */
export type Reviews = ReturnType<typeof openReviews>;
