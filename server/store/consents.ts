import { z } from "zod";
import type { PupilConsent } from "../../schemas/consent.ts";
import {
  dayInParis,
  narrowest,
  type ConsentScope,
  usualLastDay,
  VoiceConsent,
  type NewVoiceConsent,
} from "../../schemas/consent.ts";
import { PupilId, type AccountId, type ClassroomId } from "../../schemas/ids.ts";
import { usualRetention } from "../../schemas/retention.ts";
import type { Database } from "./open-database.ts";

const columns = [
  "voiceConsent.scope",
  "voiceConsent.isNamed",
  "voiceConsent.givenBy",
  "voiceConsent.givenOn",
  "voiceConsent.endsOn",
  "voiceConsent.means",
  "voiceConsent.recordedAt",
  "account.displayName as recordedBy",
] as const;

const toConsent = (row: { recordedAt: number; isNamed: number }): VoiceConsent =>
  VoiceConsent.parse({ ...row, isNamed: row.isNamed === 1, recordedAt: new Date(row.recordedAt).toISOString() });

const Answered = z.object({ pupilId: PupilId }).loose();

/** What families said about their children's voices: a history that only grows, of which the newest answer counts. */
export function openConsents(database: Database, clock: () => number = Date.now) {
  const today = () => dayInParis(clock());
  const rows = () =>
    database
      .selectFrom("voiceConsent")
      .leftJoin("account", "account.id", "voiceConsent.recordedBy")
      .select(columns)
      .orderBy("voiceConsent.id", "desc");

  async function latestOf(pupilIds: readonly PupilId[]): Promise<Map<PupilId, VoiceConsent>> {
    if (pupilIds.length === 0) return new Map();
    const newest = database
      .selectFrom("voiceConsent")
      .select((of) => of.fn.max("id").as("id"))
      .where("pupilId", "in", pupilIds)
      .groupBy("pupilId");
    const found = await rows().select("voiceConsent.pupilId").where("voiceConsent.id", "in", newest).execute();
    return new Map(found.map(({ pupilId, ...row }) => [Answered.parse({ pupilId }).pupilId, toConsent(row)]));
  }

  async function standingOf(pupilIds: readonly PupilId[]): Promise<PupilConsent[]> {
    const known = await latestOf(pupilIds);
    const day = today();
    return pupilIds.map((pupilId) => {
      const latest = known.get(pupilId);
      if (latest === undefined) return { pupilId, scope: "none", isNamed: false, standing: "unanswered", latest: null };
      const isOver = latest.endsOn < day && latest.scope !== "none";
      const scope = isOver ? "none" : latest.scope;
      const isNamed = latest.isNamed && scope !== "none";
      return { pupilId, scope, isNamed, standing: isOver ? "expired" : "answered", latest };
    });
  }

  async function ofClassroom(classroomId: ClassroomId): Promise<PupilConsent[]> {
    const pupils = database.selectFrom("pupil").select("id").where("classroomId", "=", classroomId);
    return standingOf((await pupils.orderBy("firstName").orderBy("id").execute()).map(({ id }) => PupilId.parse(id)));
  }

  async function lastDayIn(classroomId: string) {
    const classrooms = database
      .selectFrom("classroom")
      .leftJoin("retention", "retention.schoolId", "classroom.schoolId");
    const columns = classrooms.select(["classroom.schoolYear", "retention.consentsEndOn"]);
    const row = await columns.where("classroom.id", "=", classroomId).executeTakeFirstOrThrow();
    return usualLastDay(row.schoolYear, today(), row.consentsEndOn ?? usualRetention.consentsEndOn);
  }

  const lastDayFor = async (pupilId: PupilId) => {
    const pupils = database.selectFrom("pupil").select("classroomId").where("id", "=", pupilId);
    return lastDayIn((await pupils.executeTakeFirstOrThrow()).classroomId);
  };

  return {
    /** Writes down another answer, which counts from now on: one on paper by the account that wrote it down, or one of the family's own. */
    add: async (
      pupilId: PupilId,
      { endsOn, isNamed = false, ...consent }: NewVoiceConsent,
      by: AccountId | "familyLink" | null,
    ) => {
      const lastDay = endsOn ?? (await lastDayFor(pupilId));
      const way = by === "familyLink" ? { means: by, recordedBy: null } : { means: "paper", recordedBy: by };
      const values = {
        ...consent,
        isNamed: isNamed ? (1 as const) : (0 as const),
        ...way,
        pupilId,
        endsOn: lastDay,
        recordedAt: clock(),
      };
      await database.insertInto("voiceConsent").values(values).execute();
      // Whether feeds name the child may be another answer now, also for who asks by date alone.
      const heardIn = database
        .selectFrom("episode")
        .innerJoin("heardVoice", "heardVoice.recordingId", "episode.recordingId")
        .select("episode.channelId")
        .where("heardVoice.pupilId", "=", pupilId);
      await database.updateTable("channel").set({ changedAt: clock() }).where("id", "in", heardIn).execute();
    },
    /** The last day of an answer that names none, in a classroom. */
    lastDayIn: (classroomId: ClassroomId): Promise<string> => lastDayIn(classroomId),
    /** What holds today for each of these pupils, in their order. */
    standingOf,
    /** The same of one. */
    of: async (pupilId: PupilId): Promise<PupilConsent> => (await standingOf([pupilId]))[0]!,
    /** How far something may go today in which all of these are heard. */
    reachOf: async (pupilIds: readonly PupilId[]): Promise<ConsentScope> =>
      narrowest((await standingOf(pupilIds)).map(({ scope }) => scope)),
    /** The same of a whole class. */
    ofClassroom,
    /** How far each voice of a class may go today. */
    scopesIn: async (classroomId: ClassroomId): Promise<Map<PupilId, ConsentScope>> =>
      new Map((await ofClassroom(classroomId)).map(({ pupilId, scope }) => [pupilId, scope])),
    /** Every answer about a pupil, the newest first. */
    historyOf: async (pupilId: PupilId): Promise<VoiceConsent[]> =>
      (await rows().where("voiceConsent.pupilId", "=", pupilId).execute()).map(toConsent),
  };
}
/** See {@link openConsents}. */
export type Consents = ReturnType<typeof openConsents>;
