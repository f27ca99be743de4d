import { z } from "zod";
import { countSyllables, countWords } from "../../schemas/count-text.ts";
import {
  Exercise,
  ExerciseSettings,
  mostExercises,
  type ExerciseChange,
  type OwnPicture,
} from "../../schemas/exercises.ts";
import { ExerciseId, PupilId, ShowId, type ClassroomId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import { openRundowns } from "./rundowns.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";

const Words = ExerciseSettings.pick({
  ...{ grade: true, instructions: true, text: true, plan: true, pictures: true, homeLanguage: true },
  ...{ homeText: true, targetSeconds: true, pace: true },
});

const KeptSettings = ExerciseSettings.extend({ pupilIds: z.array(PupilId).nullable() }).strip();

type Part = { id: string; showId: string | null; itemId: string | null };

/** The oral exercises of classrooms. */
export function openExercises(database: Database, clock: () => number = Date.now) {
  const rows = (within: Database = database) => within.selectFrom("exercise").selectAll("exercise");

  async function read(query: ReturnType<typeof rows>, within: Database = database): Promise<Exercise[]> {
    const found = await query.execute();
    const ids = found.map(({ id }) => id);
    const chosen = await within.selectFrom("exercisePupil").selectAll().where("exerciseId", "in", ids).execute();
    const texts = await partTexts(found, within);
    return found.map(({ words, isForAll, showId, itemId, hasModel, ownPictures, createdAt, ...row }) => {
      const kept = Words.parse(JSON.parse(words));
      const mine = chosen.filter(({ exerciseId }) => exerciseId === row.id).map(({ pupilId }) => pupilId);
      return Exercise.parse({
        ...{ ...row, ...kept, hasModel: hasModel === 1, createdAt: new Date(createdAt).toISOString() },
        ...{ words: countWords(kept.text), syllables: countSyllables(kept.text) },
        part: showId === null || itemId === null ? null : { showId, itemId },
        ownPictures: JSON.parse(ownPictures) as unknown,
        partText: texts.get(row.id) ?? null,
        // Everybody it was for may be gone: then it is for nobody, and not for all.
        pupilIds: isForAll === 1 ? null : mine,
      });
    });
  }

  /** What the parts of shows say that exercises prepare, by the exercises' ids. */
  async function partTexts(found: readonly Part[], within: Database): Promise<Map<string, string>> {
    const rundowns = openRundowns(within);
    const texts = found.map(async ({ id, showId, itemId }) => {
      if (showId === null || itemId === null) return [];
      const { items } = await rundowns.read(ShowId.parse(showId));
      return items.flatMap((item): [string, string][] => (item.id === itemId ? [[id, item.prompterText]] : []));
    });
    return new Map((await Promise.all(texts)).flat());
  }

  const require = async (id: string, within: Database = database): Promise<Exercise> => {
    const [found] = await read(rows(within).where("id", "=", id), within);
    if (found === undefined) throw new Refusal("exercise.not_found");
    return found;
  };

  const isFor = (pupilId: PupilId) => (query: ReturnType<typeof rows>) =>
    query.where((of) =>
      of.or([
        of("isForAll", "=", 1),
        of.exists(
          of
            .selectFrom("exercisePupil")
            .select("exerciseId")
            .whereRef("exerciseId", "=", "exercise.id")
            .where("pupilId", "=", pupilId),
        ),
        // Who was taken along by somebody it is for.
        of.exists(
          of
            .selectFrom("take")
            .select("take.id")
            .whereRef("take.exerciseId", "=", "exercise.id")
            .where("take.partnerId", "=", pupilId),
        ),
      ]),
    );

  /** Refuses pupils and shows that are not the class's. */
  async function requireOwn(within: Database, classroomId: ClassroomId, { pupilIds, part }: ExerciseChange) {
    if (pupilIds !== undefined && pupilIds !== null) {
      const known = within.selectFrom("pupil").select("id").where("classroomId", "=", classroomId);
      const here = await known.where("id", "in", pupilIds).execute();
      if (here.length < new Set(pupilIds).size) throw new Refusal("pupil.not_found");
    }
    if (part === undefined || part === null) return;
    const shows = within.selectFrom("show").innerJoin("channel", "channel.id", "show.channelId").select("show.id");
    const show = shows.where("channel.classroomId", "=", classroomId).where("show.id", "=", part.showId);
    if ((await show.executeTakeFirst()) === undefined) throw new Refusal("show.not_found");
  }

  async function setPupils(within: Database, id: ExerciseId, pupilIds: readonly PupilId[] | null) {
    await within.deleteFrom("exercisePupil").where("exerciseId", "=", id).execute();
    const values = [...new Set(pupilIds)].map((pupilId) => ({ exerciseId: id, pupilId }));
    if (values.length > 0) await within.insertInto("exercisePupil").values(values).execute();
  }

  async function setPictures(within: Database, id: ExerciseId, pictures: readonly OwnPicture[]) {
    const values = { ownPictures: JSON.stringify(pictures) };
    await within.updateTable("exercise").set(values).where("id", "=", id).execute();
  }

  return {
    require: (id: string) => require(id),
    /** Of a classroom, the newest first; with a pupil, only those that are for them. */
    listOf: (classroomId: ClassroomId, pupilId?: PupilId): Promise<Exercise[]> => {
      const all = rows().where("classroomId", "=", classroomId).orderBy("id", "desc");
      return read(pupilId === undefined ? all : isFor(pupilId)(all));
    },
    /** Throws `exercise.not_found` where it is not for them. */
    requireFor: async (id: string, pupilId: PupilId): Promise<Exercise> => {
      const [found] = await read(isFor(pupilId)(rows().where("id", "=", id)));
      if (found === undefined) throw new Refusal("exercise.not_found");
      return found;
    },
    /** Refuses (`exercise.too_many`, `pupil.not_found`, `show.not_found`). */
    create: (classroomId: ClassroomId, settings: ExerciseSettings): Promise<Exercise> =>
      database.transaction().execute(async (within) => {
        await requireOwn(within, classroomId, settings);
        const counted = within.selectFrom("exercise").select((of) => of.fn.countAll<number>().as("count"));
        const { count } = await counted.where("classroomId", "=", classroomId).executeTakeFirstOrThrow();
        if (count >= mostExercises) throw new Refusal("exercise.too_many");
        const id = newId(ExerciseId);
        const row = { id, classroomId, createdAt: clock(), ...toRow(settings) };
        await within.insertInto("exercise").values(row).execute();
        await setPupils(within, id, settings.pupilIds);
        return require(id, within);
      }),
    change: (id: ExerciseId, change: ExerciseChange): Promise<Exercise> =>
      database.transaction().execute(async (within) => {
        const { classroomId, ...before } = await require(id, within);
        await requireOwn(within, classroomId, change);
        const given = Object.entries(change).filter(([, value]) => value !== undefined);
        const settings = KeptSettings.parse({ ...before, ...Object.fromEntries(given) });
        await within.updateTable("exercise").set(toRow(settings)).where("id", "=", id).execute();
        if (change.pupilIds !== undefined) await setPupils(within, id, change.pupilIds);
        return require(id, within);
      }),
    setModel: async (id: ExerciseId, hasModel: boolean) => {
      await database
        .updateTable("exercise")
        .set({ hasModel: hasModel ? 1 : 0 })
        .where("id", "=", id)
        .execute();
    },
    /** A picture of the teacher's own, behind the others. */
    addPicture: (id: ExerciseId, alt: string): Promise<OwnPicture> =>
      database.transaction().execute(async (within) => {
        const picture = { id: crypto.randomUUID(), alt };
        await setPictures(within, id, [...(await require(id, within)).ownPictures, picture]);
        return picture;
      }),
    removePicture: (id: ExerciseId, pictureId: OwnPicture["id"]): Promise<void> =>
      database.transaction().execute(async (within) => {
        const { ownPictures } = await require(id, within);
        await setPictures(
          within,
          id,
          ownPictures.filter((picture) => picture.id !== pictureId),
        );
      }),
    /** Its takes' rows go with it; their sounds are the caller's. */
    remove: async (id: ExerciseId) => {
      await database.deleteFrom("exercise").where("id", "=", id).execute();
    },
    /** Of the whole station, to know their files by. */
    ids: async (): Promise<string[]> =>
      (await database.selectFrom("exercise").select("id").execute()).map(({ id }) => id),
  };
}
/** See {@link openExercises}. */
export type Exercises = ReturnType<typeof openExercises>;

function toRow({ title, kind, pupilIds, part, dueOn, keptTakes, listeners, ...words }: ExerciseSettings) {
  const place = { showId: part?.showId ?? null, itemId: part?.itemId ?? null };
  const isForAll = pupilIds === null ? 1 : 0;
  return { title, kind, dueOn, keptTakes, listeners, ...place, isForAll, words: JSON.stringify(words) } as const;
}
