import { wordsOf } from "../../schemas/count-text.ts";
import type { ExerciseId, PupilId } from "../../schemas/ids.ts";
import type { ExportedLevels, ExportedReview, PupilExport } from "../../schemas/pupil-export.ts";
import { readingScore, type ReadingMarks } from "../../schemas/reading.ts";
import type { Assessment, TakeReview } from "../../schemas/reviews.ts";
import type { Rubric } from "../../schemas/rubrics.ts";
import type { Take } from "../../schemas/takes.ts";
import { openExercises } from "./exercises.ts";
import type { Database } from "./open-database.ts";
import { openReviews, toAssessment } from "./reviews.ts";
import { openRubrics } from "./rubrics.ts";
import { toTake } from "./takes.ts";

/** A teacher's voice note is still told by its comment's id, as it lies beside the take. */
type KeptReview = Omit<ExportedReview, "comments"> & Pick<TakeReview, "comments">;
/** A take in which a pupil is heard. */
export type KeptTake = { exercise: string; take: Take; isOwn: boolean; review: KeptReview };

type Beside = Pick<PupilExport, "peerAssessments" | "askedToHear" | "albumSharedAt" | "sounds">;

/** What the database keeps of a pupil's oral exercises, to be handed out. */
export function openOralRecords(database: Database, clock: () => number = Date.now) {
  const [reviews, rubrics, exercises] = [openReviews(database, clock), openRubrics(database), openExercises(database)];

  async function readingOf(exerciseId: ExerciseId, marks: ReadingMarks) {
    const words = wordsOf((await exercises.require(exerciseId)).text);
    const told = (places: readonly number[]) => places.flatMap((place) => words[place] ?? []);
    const { mclm, accuracy } = readingScore(marks);
    return { marks, mclm, accuracy, misread: told(marks.misread), corrected: told(marks.corrected) };
  }

  /** What is said of a take; what one of two chose themselves is told to them alone. */
  async function reviewOf({ id, exerciseId, pupilId }: Take, isOwn: boolean): Promise<KeptReview> {
    const by = (from: PupilId | null): "teacher" | "self" | "classmate" =>
      from === null ? "teacher" : from === pupilId ? "self" : "classmate";
    const { heardAt, reading, comments, assessments, peers } = await reviews.of(id);
    const told = assessments
      .filter(({ pupilId: from }) => isOwn || from !== pupilId)
      .map(async (each) => ({
        by: by(each.pupilId),
        ...levelsIn(await rubrics.require(each.rubricId), each),
      }));
    return {
      ...{ heardAt, comments, classmatesAsked: peers.length },
      reading: reading === null ? null : await readingOf(exerciseId, reading),
      assessments: await Promise.all(told),
    };
  }

  /** What they chose for takes that are not theirs. */
  async function givenBy(pupilId: PupilId): Promise<Beside["peerAssessments"]> {
    const rows = database
      .selectFrom("assessment")
      .innerJoin("take", "take.id", "assessment.takeId")
      .innerJoin("exercise", "exercise.id", "take.exerciseId")
      .where("assessment.pupilId", "=", pupilId)
      .where("take.pupilId", "!=", pupilId)
      .selectAll("assessment")
      .select("exercise.title");
    const found = await rows.orderBy("assessedAt").execute();
    return Promise.all(
      found.map(async ({ title, ...row }) => {
        const given = toAssessment(row);
        return { exercise: title, ...levelsIn(await rubrics.require(given.rubricId), given) };
      }),
    );
  }

  return {
    /** The takes in which they are heard, the oldest first. */
    takes: async (pupilId: PupilId): Promise<KeptTake[]> => {
      const rows = database
        .selectFrom("take")
        .innerJoin("exercise", "exercise.id", "take.exerciseId")
        .selectAll("take")
        .select("exercise.title as exercise")
        .where((of) => of.or([of("take.pupilId", "=", pupilId), of("take.partnerId", "=", pupilId)]))
        .orderBy("take.recordedAt");
      const found = (await rows.execute()).map(({ exercise, ...row }) => ({ exercise, take: toTake(row) }));
      return Promise.all(
        found.map(async ({ exercise, take }) => {
          const isOwn = take.pupilId === pupilId;
          return { exercise, take, isOwn, review: await reviewOf(take, isOwn) };
        }),
      );
    },
    /** What is kept beside their takes. */
    beside: async (pupilId: PupilId): Promise<Beside> => {
      const invitations = database.selectFrom("peerInvitation").innerJoin("take", "take.id", "peerInvitation.takeId");
      const asked = invitations.innerJoin("exercise", "exercise.id", "take.exerciseId").select("exercise.title");
      const album = database.selectFrom("sharedAlbum").select("sharedAt").where("pupilId", "=", pupilId);
      const shared = await album.executeTakeFirst();
      const spoken = database.selectFrom("spokenCart").innerJoin("cart", "cart.id", "spokenCart.cartId");
      const sounds = await spoken.select("cart.title").where("spokenCart.pupilId", "=", pupilId).execute();
      return {
        peerAssessments: await givenBy(pupilId),
        askedToHear: titlesOf(await asked.where("peerInvitation.pupilId", "=", pupilId).execute()),
        albumSharedAt: shared === undefined ? null : new Date(shared.sharedAt).toISOString(),
        sounds: titlesOf(sounds),
      };
    },
  };
}

const titlesOf = (rows: readonly { title: string }[]) => rows.map(({ title }) => title);

function levelsIn({ title, criteria }: Rubric, { levels, words, assessedAt }: Assessment): ExportedLevels {
  const told = levels.map((level, index) => ({
    criterion: criteria[index]?.title ?? "",
    level,
    heard: level === null ? null : (criteria[index]?.levels[level - 1] ?? null),
  }));
  return { rubric: title, assessedAt, levels: told, words };
}
