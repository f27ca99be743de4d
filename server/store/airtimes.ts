import { sql } from "kysely";
import { usualSyllableRate, type Airtime, type AirtimePace, type Airtimes } from "../../schemas/airtime.ts";
import { countSyllables } from "../../schemas/count-text.ts";
import { Grade } from "../../schemas/exercises.ts";
import { PupilId, type ClassroomId } from "../../schemas/ids.ts";
import type { RundownItem, RundownSpeaker } from "../../schemas/rundown.ts";
import type { Database } from "./open-database.ts";

/** Kinds of exercises in which a text is said as it is written. */
const read = ["readAloud", "poem", "present"];
/** How many of a pupil's latest takes count, and how many there must be. */
const [mostTakes, fewestTakes] = [5, 2];

const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[values.length >> 1]!;

/** Reckons from texts and from how fast pupils read them in their takes how long the parts of a rundown take. */
export function openAirtimes(database: Database) {
  /** A pupil's own pace, syllables per second with the pauses, where takes that can be trusted tell it. */
  async function ownRate(pupilId: PupilId): Promise<number | undefined> {
    const rate = sql<number | null>`json_extract(take.measures, '$.figures.syllableRate')`;
    const rows = await database
      .selectFrom("take")
      .innerJoin("exercise", "exercise.id", "take.exerciseId")
      .where("take.pupilId", "=", pupilId)
      .where("take.partnerId", "is", null)
      .where("take.state", "=", "sent")
      .where("exercise.kind", "in", read)
      .where(rate, ">", 0)
      .orderBy("take.recordedAt", "desc")
      .limit(mostTakes)
      .select(rate.as("rate"))
      .execute();
    const rates = rows.flatMap((row) => row.rate ?? []);
    return rates.length < fewestTakes ? undefined : median(rates);
  }

  /** The grade that the class's newest text is meant for. */
  async function gradeOf(classroomId: ClassroomId): Promise<Grade | null> {
    const grade = sql<string | null>`json_extract(exercise.words, '$.grade')`;
    const exercises = database
      .selectFrom("exercise")
      .where("classroomId", "=", classroomId)
      .where(grade, "is not", null);
    const row = await exercises.orderBy("createdAt", "desc").select(grade.as("grade")).executeTakeFirst();
    return Grade.nullable().parse(row?.grade ?? null);
  }

  const rateOf = async (speaker: RundownSpeaker): Promise<number | undefined> => {
    const pupil = PupilId.safeParse(speaker);
    return pupil.success ? ownRate(pupil.data) : undefined;
  };

  async function airtimeOf({ id, prompterText, speakers }: RundownItem, grade: Grade | null): Promise<Airtime[]> {
    const syllables = countSyllables(prompterText);
    if (syllables === 0) return [];
    const usual = speakers.length > 0 && speakers.every((speaker) => speaker === "teacher") ? null : grade;
    const own = await Promise.all(speakers.map(rateOf));
    const rates = own.length === 0 ? [undefined] : own;
    // Each says as many syllables as the others: who reads which line is not known.
    const perSyllable =
      rates.reduce<number>((sum, rate) => sum + 1 / (rate ?? usualSyllableRate(usual)), 0) / rates.length;
    return [{ itemId: id, seconds: Math.max(1, Math.round(syllables * perSyllable)), pace: paceOf(rates) }];
  }

  return {
    /** Of those parts of a class's rundown that have a text, in their order. */
    of: async (classroomId: ClassroomId, items: readonly RundownItem[]): Promise<Airtimes> => {
      const grade = await gradeOf(classroomId);
      return { grade, items: (await Promise.all(items.map((item) => airtimeOf(item, grade)))).flat() };
    },
  };
}
/** See {@link openAirtimes}. */
export type AirtimesOf = ReturnType<typeof openAirtimes>;

function paceOf(rates: readonly (number | undefined)[]): AirtimePace {
  const known = rates.filter((rate) => rate !== undefined).length;
  if (known === 0) return "usual";
  return known === rates.length ? "own" : "partly";
}
