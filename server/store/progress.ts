import { mclmTargets } from "../../schemas/exercises.ts";
import { TakeId, type ClassroomId, type PupilId } from "../../schemas/ids.ts";
import {
  AlbumTake,
  ProgressTake,
  type Attention,
  type ClassProgress,
  type PupilLine,
  type PupilProgress,
} from "../../schemas/progress.ts";
import { TakeMeasures } from "../../schemas/takes.ts";
import type { Database } from "./open-database.ts";
import { openPeople } from "./people.ts";
import { openReviews } from "./reviews.ts";
import { openRubrics } from "./rubrics.ts";
import { openShowTurns } from "./show-turns.ts";

const weekMs = 7 * 86_400_000;
const weeksTold = 8;
const longPause = 1;
/** What a line of the class's page calls attention to: three weeks without a take, less than three quarters of what is asked, five words a minute less than at first. */
const [silentWeeks, shareAsked, slowerBy] = [3, 0.75, 5];

// A row has more columns than are told.
const Told = ProgressTake.strip();
const iso = (at: number) => new Date(at).toISOString();

/** How pupils speak and read over a period, from their takes, their shows and what was said of both. */
export function openProgress(database: Database, clock: () => number = Date.now) {
  const people = openPeople(database, clock);
  const [turns, reviews, rubrics] = [
    openShowTurns(database, clock),
    openReviews(database, clock),
    openRubrics(database),
  ];
  const sent = () =>
    database
      .selectFrom("take")
      .innerJoin("exercise", "exercise.id", "take.exerciseId")
      .leftJoin("takeReview", "takeReview.takeId", "take.id")
      .where("take.state", "=", "sent")
      .orderBy("take.recordedAt")
      .select(["take.id as takeId", "take.pupilId", "take.partnerId", "take.recordedAt"])
      .select(["takeReview.heardAt", "takeReview.mclm"]);
  type Line = Awaited<ReturnType<ReturnType<typeof linesOf>["execute"]>>[number];
  const linesOf = (classroomId: ClassroomId) =>
    sent().where("exercise.classroomId", "=", classroomId).select("exercise.words");

  function readingOf(takes: readonly Line[]): Attention[] {
    const marked = takes.flatMap(({ mclm, partnerId, words }) =>
      mclm === null || partnerId !== null ? [] : [{ mclm, target: targetOf(words) }],
    );
    const [first, last] = [marked[0], marked.at(-1)];
    if (first === undefined || last === undefined) return [];
    const isBehind = last.target !== undefined && last.mclm < shareAsked * last.target;
    return [
      ...(isBehind ? (["reading"] as const) : []),
      ...(last.mclm < first.mclm - slowerBy ? (["slower"] as const) : []),
    ];
  }

  function lineOf(
    pupilId: PupilId,
    all: readonly Line[],
    { from, shows }: { from: number; shows: Awaited<ReturnType<typeof turns.listOf>> },
  ): PupilLine {
    const takes = all.filter(({ recordedAt }) => recordedAt >= from);
    const now = clock();
    const own = shows.map(({ voices }) => voices.find((voice) => voice.pupilId === pupilId)?.seconds ?? 0);
    const weeks = Array.from({ length: weeksTold }, (_, index) => {
      const end = now - (weeksTold - 1 - index) * weekMs;
      return all.filter(({ recordedAt }) => recordedAt > end - weekMs && recordedAt <= end).length;
    });
    const spokeIn = own.map((seconds) => seconds > 0);
    const last = all.at(-1)?.recordedAt;
    return {
      ...{ pupilId, airSeconds: own.reduce((sum, seconds) => sum + seconds, 0), spokeIn, weeks, takes: takes.length },
      roles: [
        ...new Set(
          shows.flatMap(({ roles }) => roles.flatMap((each) => (each.pupilId === pupilId ? [each.role] : []))),
        ),
      ],
      toHear: all.filter(({ heardAt }) => heardAt === null).length,
      lastTakeAt: last === undefined ? null : iso(last),
      attentions: [
        ...(shows.length > 0 && !spokeIn.includes(true) ? (["notHeard"] as const) : []),
        ...(weeks.slice(-silentWeeks).every((count) => count === 0) ? (["noTake"] as const) : []),
        ...readingOf(takes),
      ],
    };
  }

  const albumRows = (pupilId: PupilId) =>
    database
      .selectFrom("take")
      .innerJoin("exercise", "exercise.id", "take.exerciseId")
      .innerJoin("sharedAlbum", "sharedAlbum.pupilId", "take.pupilId")
      .where("take.pupilId", "=", pupilId)
      .where("take.state", "=", "sent")
      // Another child's voice is not their family's.
      .where("take.partnerId", "is", null)
      .select(["take.id as takeId", "take.pupilId", "exercise.title", "take.recordedAt", "take.durationSeconds"]);

  return {
    /** Over all pupils of a classroom, since a day; what is still to be heard, and the last weeks, from whenever it is. */
    ofClass: async (classroomId: ClassroomId, since: string): Promise<ClassProgress> => {
      const from = Date.parse(since);
      const pupils = await people.pupilsOf(classroomId);
      const shows = await turns.listOf(classroomId, from);
      const takes = await linesOf(classroomId).execute();
      return {
        since,
        shows: shows.map(({ showId, title, recordedAt }) => ({ showId, title, recordedAt })),
        toHear: takes.filter(({ heardAt }) => heardAt === null).length,
        pupils: pupils.map(({ id }) => lineOf(id, takes.filter(isOf(id)), { from, shows })),
      };
    },
    ofPupil: async (pupilId: PupilId, classroomId: ClassroomId, since: string): Promise<PupilProgress> => {
      const from = Date.parse(since);
      const rows = await sent()
        .where((of) => of.or([of("take.pupilId", "=", pupilId), of("take.partnerId", "=", pupilId)]))
        .where((of) => of.or([of("take.recordedAt", ">=", from), of("takeReview.heardAt", "is", null)]))
        .select(["take.exerciseId", "exercise.title", "exercise.kind", "exercise.words"])
        .select(["take.measures", "takeReview.accuracy"])
        .execute();
      const isOfPeriod = ({ recordedAt }: { recordedAt: number }) => recordedAt >= from;
      const recorded = new Map(rows.filter(isOfPeriod).map(({ takeId, recordedAt }) => [takeId, iso(recordedAt)]));
      const chosen = await reviews.levelsOf([...recorded.keys()].map((id) => TakeId.parse(id)));
      const used = (await rubrics.listOf(classroomId)).filter(({ id }) =>
        chosen.some(({ rubricId }) => rubricId === id),
      );
      const shows = await turns.listOf(classroomId, from);
      const shared = database.selectFrom("sharedAlbum").select("pupilId").where("pupilId", "=", pupilId);
      const tell = ({ measures, words, heardAt, ...row }: (typeof rows)[number]) =>
        Told.parse({
          ...row,
          ...{ grade: gradeOf(words), recordedAt: iso(row.recordedAt), isHeard: heardAt !== null },
          ...(row.partnerId === null
            ? figuresOf(measures)
            : { ...noFigures, partnerId: row.partnerId === pupilId ? row.pupilId : row.partnerId }),
        });
      return {
        ...{ pupilId, since },
        takes: rows.filter(isOfPeriod).map(tell),
        toHearBefore: rows.filter((row) => !isOfPeriod(row)).map(tell),
        rubrics: used.map((rubric) => ({
          rubric,
          levels: chosen
            .filter(({ rubricId }) => rubricId === rubric.id)
            .map((each) => ({ ...each, recordedAt: recorded.get(each.takeId) ?? each.assessedAt })),
        })),
        shows: shows.map(({ showId, title, recordedAt, voices, roles }) => ({
          ...{ showId, title, recordedAt },
          voice: voices.find((voice) => voice.pupilId === pupilId) ?? null,
          roles: roles.flatMap((each) => (each.pupilId === pupilId ? [each.role] : [])),
        })),
        isAlbumShared: (await shared.executeTakeFirst()) !== undefined,
      };
    },
    /** Lets a pupil's family hear their first and latest take, or no longer. */
    shareAlbum: async (pupilId: PupilId, isShared: boolean) => {
      await database.deleteFrom("sharedAlbum").where("pupilId", "=", pupilId).execute();
      if (isShared) await database.insertInto("sharedAlbum").values({ pupilId, sharedAt: clock() }).execute();
    },
    /** The first and the latest take of a pupil, where they are shared with their family. */
    albumOf: async (pupilId: PupilId): Promise<AlbumTake[]> => {
      const rows = await albumRows(pupilId).orderBy("take.recordedAt").execute();
      const [first, latest] = [rows[0], rows.length > 1 ? rows.at(-1) : undefined];
      return [first, latest].flatMap((row) =>
        row === undefined ? [] : [AlbumTake.parse({ ...row, recordedAt: iso(row.recordedAt) })],
      );
    },
  };
}
/** See {@link openProgress}. */
export type Progress = ReturnType<typeof openProgress>;

// `words` is the JSON that an exercise keeps its settings in.
const gradeOf = (words: string) => (JSON.parse(words) as { grade: string | null }).grade;
function targetOf(words: string): number | undefined {
  const grade = gradeOf(words);
  return grade === null ? undefined : (mclmTargets as Readonly<Record<string, number>>)[grade];
}

const isOf =
  (id: PupilId) =>
  ({ pupilId, partnerId }: { pupilId: string; partnerId: string | null }) =>
    pupilId === id || partnerId === id;

/** Of two voices that are mixed nothing is told as one's own. */
const noFigures = { mclm: null, accuracy: null, longPauses: null, pace: null, melody: null };

function figuresOf(measures: string | null) {
  const { seconds, figures } =
    measures === null ? { seconds: 0, figures: null } : TakeMeasures.parse(JSON.parse(measures));
  if (figures === null) return { longPauses: null, pace: null, melody: null };
  const long = figures.pauses.filter(({ from, to }) => to - from >= longPause).length;
  return {
    longPauses: seconds === 0 ? null : (long * 60) / seconds,
    pace: figures.syllableRate,
    melody: figures.pitch === null ? null : 4 * figures.pitch.deviationSemitones,
  };
}
