import { z } from "zod";
import { RecordingId, type PupilId } from "../../schemas/ids.ts";
import type { PupilExport } from "../../schemas/pupil-export.ts";
import { RundownItem } from "../../schemas/rundown.ts";
import { openAudit } from "./audit.ts";
import { openConsents } from "./consents.ts";
import type { Database } from "./open-database.ts";
import { openPictureSecrets } from "./picture-secrets.ts";
import { openPeople } from "./people.ts";
import { toTake } from "./takes.ts";

const iso = (at: number) => new Date(at).toISOString();

const HeardShow = z.strictObject({
  recordingId: RecordingId,
  directory: z.string(),
  startedAt: z.number(),
  title: z.string(),
  episode: z.string().nullable(),
  publishedAt: z.number().nullable(),
  transcript: z.string().nullable(),
});

/** All that the database keeps of one pupil, to be handed out. */
export function openPupilRecords(database: Database, clock: () => number = Date.now) {
  async function partsOf(pupilId: PupilId): Promise<PupilExport["parts"]> {
    const rows = database.selectFrom("rundown").innerJoin("show", "show.id", "rundown.showId");
    const named = await rows.select(["show.title", "items"]).where("items", "like", `%${pupilId}%`).execute();
    return named.flatMap(({ title: show, items }) =>
      z
        .array(RundownItem)
        .parse(JSON.parse(items))
        .filter(({ speakers }) => speakers.includes(pupilId))
        .map(({ title, prompterText }) => ({ show, title, text: prompterText })),
    );
  }

  async function actsOf(pupilId: PupilId): Promise<PupilExport["acts"]> {
    const entries = await openAudit(database, clock).listOf(`pupil:${pupilId}`);
    return entries.map(({ at, actor, act, detail }) => ({ at: iso(at), by: actor.split(":")[0]!, act, detail }));
  }

  async function countOf(table: "session" | "familyChild", pupilId: PupilId): Promise<number> {
    const counted = database.selectFrom(table).select((of) => of.fn.countAll<number>().as("rows"));
    return (await counted.where("pupilId", "=", pupilId).executeTakeFirstOrThrow()).rows;
  }

  return {
    /** Everything but the shows, the takes, and what their family left for shows. */
    read: async (pupilId: PupilId): Promise<Omit<PupilExport, "shows" | "takes" | "messages">> => {
      const pupil = await openPeople(database, clock).requirePupil(pupilId);
      const classrooms = database.selectFrom("classroom").select("name").where("id", "=", pupil.classroomId);
      const bars = database.selectFrom("showBar").innerJoin("show", "show.id", "showBar.showId").select("show.title");
      return {
        exportedAt: iso(clock()),
        pupil,
        classroom: (await classrooms.executeTakeFirstOrThrow()).name,
        answers: await openConsents(database, clock).historyOf(pupilId),
        parts: await partsOf(pupilId),
        barredFrom: (await bars.where("pupilId", "=", pupilId).execute()).map(({ title }) => title),
        sessions: await countOf("session", pupilId),
        hasFamilyLink: (await countOf("familyChild", pupilId)) > 0,
        hasPictures: (await openPictureSecrets(database).hashOf(pupilId)) !== null,
        acts: await actsOf(pupilId),
      };
    },
    /** The takes in which they are heard, the oldest first. */
    takes: async (pupilId: PupilId) => {
      const rows = database
        .selectFrom("take")
        .innerJoin("exercise", "exercise.id", "take.exerciseId")
        .selectAll("take")
        .select("exercise.title as exercise")
        .where((of) => of.or([of("take.pupilId", "=", pupilId), of("take.partnerId", "=", pupilId)]))
        .orderBy("take.recordedAt");
      return (await rows.execute()).map(({ exercise, ...row }) => ({ exercise, take: toTake(row) }));
    },
    /** The shows in which their voice was recorded, the oldest first. */
    shows: async (pupilId: PupilId) => {
      const rows = database
        .selectFrom("heardVoice")
        .innerJoin("recording", "recording.id", "heardVoice.recordingId")
        .innerJoin("show", "show.id", "recording.showId")
        .leftJoin("episode", "episode.recordingId", "recording.id")
        .select(["recording.id as recordingId", "recording.directory", "recording.startedAt", "show.title"])
        .leftJoin("transcript", "transcript.episodeId", "episode.id")
        .select(["episode.title as episode", "episode.publishedAt", "transcript.text as transcript"])
        .where("heardVoice.pupilId", "=", pupilId);
      const found = await rows.distinct().orderBy("recording.startedAt").execute();
      return found.map((row) => HeardShow.parse(row));
    },
  };
}
