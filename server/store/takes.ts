import type { Selectable, Updateable } from "kysely";
import { z } from "zod";
import { Take, TakeMeasures, type NewTake, type SelfAssessment } from "../../schemas/takes.ts";
import { PupilId, TakeId, type ClassroomId, type ExerciseId, type SchoolId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables/tables.ts";

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
const jsonOf = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** A take as its row has it. */
export const toTake = (row: Selectable<Tables["take"]>): Take =>
  Take.strip().parse({
    ...row,
    ...{ recordedAt: iso(row.recordedAt), sentAt: iso(row.sentAt) },
    ...{ measures: jsonOf(row.measures), selfAssessment: jsonOf(row.selfAssessment) },
  });

/** Which takes are asked for; with a pupil, only those in which they are heard. */
export type WhichTakes = ({ exerciseId: ExerciseId } | { classroomId: ClassroomId }) & {
  pupilId?: PupilId;
  isSent?: boolean;
};

const Arriving = z.object({ id: TakeId, pupilId: PupilId, byteLength: z.number(), isArriving: z.boolean() });

/** What pupils record for their exercises; the sounds lie beside the database. */
export function openTakes(database: Database, clock: () => number = Date.now) {
  const rows = () => database.selectFrom("take").selectAll("take");
  const set = async (id: TakeId, values: Updateable<Tables["take"]>) => {
    await database.updateTable("take").set(values).where("id", "=", id).execute();
  };
  const find = async (id: string): Promise<Take | undefined> => {
    const row = await rows().where("id", "=", id).executeTakeFirst();
    return row && toTake(row);
  };

  return {
    find,
    require: async (id: string): Promise<Take> => {
      const found = await find(id);
      if (found === undefined) throw new Refusal("take.not_found");
      return found;
    },
    /** The newest first; those that are on their way are told of too. */
    listOf: async (which: WhichTakes): Promise<Take[]> => {
      const { pupilId, isSent } = which;
      let query = rows().innerJoin("exercise", "exercise.id", "take.exerciseId").orderBy("take.recordedAt", "desc");
      query =
        "exerciseId" in which
          ? query.where("take.exerciseId", "=", which.exerciseId)
          : query.where("exercise.classroomId", "=", which.classroomId);
      if (pupilId !== undefined)
        query = query.where((of) =>
          of.or([
            of("take.pupilId", "=", pupilId),
            of.and([of("take.partnerId", "=", pupilId), of("take.state", "!=", "arriving")]),
          ]),
        );
      if (isSent === true) query = query.where("take.state", "=", "sent");
      return (await query.execute()).map(toTake);
    },
    /** Writes down that a take is coming. Told again of the same one, it changes nothing; one of somebody else is `take.not_found`. */
    begin: async (exerciseId: ExerciseId, pupilId: PupilId, take: NewTake, byteLength: number): Promise<Take> => {
      const { recordedAt, ...told } = take;
      const row = { ...told, exerciseId, pupilId, byteLength, state: "arriving", recordedAt: Date.parse(recordedAt) };
      await database
        .insertInto("take")
        .values(row)
        .onConflict((known) => known.doNothing())
        .execute();
      const found = await find(take.id);
      if (found?.pupilId !== pupilId || found.exerciseId !== exerciseId) throw new Refusal("take.not_found");
      return found;
    },
    /** How long its sound will be, and whether it is still on its way. */
    arrivalOf: async (id: string) => {
      const row = await rows().where("id", "=", id).executeTakeFirst();
      if (row === undefined) throw new Refusal("take.not_found");
      return Arriving.parse({ ...row, isArriving: row.state === "arriving" });
    },
    setArrived: (id: TakeId) => set(id, { state: "kept", arrivedAt: clock() }),
    /** It is for the teacher now; said again, it changes nothing. */
    setSent: async (id: TakeId) => {
      const kept = database.updateTable("take").set({ state: "sent", sentAt: clock() }).where("id", "=", id);
      await kept.where("state", "=", "kept").execute();
    },
    /** Who is heard in it too, as its teacher says. */
    setPartner: (id: TakeId, partnerId: PupilId | null) => set(id, { partnerId }),
    assess: (id: TakeId, assessment: SelfAssessment) => set(id, { selfAssessment: JSON.stringify(assessment) }),
    /** What was measured on its sound, which also tells how long it is. */
    setMeasures: (id: TakeId, measures: TakeMeasures) =>
      set(id, {
        ...{ analysis: "measured", durationSeconds: measures.seconds },
        measures: JSON.stringify(TakeMeasures.parse(measures)),
      }),
    setUnmeasured: (id: TakeId) => set(id, { analysis: "failed" }),
    remove: async (id: TakeId) => {
      await database.deleteFrom("take").where("id", "=", id).execute();
    },
    /** What a pupil recorded for an exercise and did not send, beyond the newest so many that they keep. */
    surplusOf: async (exerciseId: ExerciseId, pupilId: PupilId, kept: number): Promise<TakeId[]> => {
      const own = database.selectFrom("take").select("id").where("exerciseId", "=", exerciseId);
      const unsent = own
        .where("pupilId", "=", pupilId)
        .where("state", "=", "kept")
        .orderBy("arrivedAt", "desc")
        .orderBy("id", "desc");
      return (await unsent.execute()).slice(kept).map(({ id }) => TakeId.parse(id));
    },
    /** Of the whole station, to know their files by. */
    ids: async (): Promise<string[]> => (await database.selectFrom("take").select("id").execute()).map(({ id }) => id),
    /** Takes that arrived and were never measured. */
    unmeasured: async (): Promise<TakeId[]> => {
      const waiting = database.selectFrom("take").select("id").where("analysis", "=", "waiting");
      return (await waiting.where("state", "!=", "arriving").execute()).map(({ id }) => TakeId.parse(id));
    },
    /** Those of a school that are older than their time: never sent, and sent. */
    removeOld: async (schoolId: SchoolId, before: { unsent: number; sent: number }) => {
      const ofSchool = database
        .selectFrom("exercise")
        .innerJoin("classroom", "classroom.id", "exercise.classroomId")
        .select("exercise.id")
        .where("classroom.schoolId", "=", schoolId);
      const old = database.deleteFrom("take").where("exerciseId", "in", ofSchool);
      await old
        .where((of) =>
          of.or([
            of.and([of("state", "!=", "sent"), of("recordedAt", "<", before.unsent)]),
            of.and([of("state", "=", "sent"), of("recordedAt", "<", before.sent)]),
          ]),
        )
        .execute();
    },
  };
}
/** See {@link openTakes}. */
export type Takes = ReturnType<typeof openTakes>;
