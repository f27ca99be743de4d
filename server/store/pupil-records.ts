import { z } from "zod";
import { RecordingId, type PupilId } from "../../schemas/ids.ts";
import type { PupilExport } from "../../schemas/pupil-export.ts";
import { RundownItem } from "../../schemas/rundown.ts";
import { openAudit } from "./audit.ts";
import { openConsents } from "./consents.ts";
import type { Database } from "./open-database.ts";
import { openPictureSecrets } from "./picture-secrets.ts";
import { openOralRecords } from "./oral-records.ts";
import { openPeople } from "./people.ts";
import { openShowTurns } from "./show-turns.ts";

const iso = (at: number) => new Date(at).toISOString();

const HeardShow = z.strictObject({
  recordingId: RecordingId,
  directory: z.string(),
  startedAt: z.number(),
  title: z.string(),
  episode: z.string().nullable(),
  publishedAt: z.number().nullable(),
  transcript: z.string().nullable(),
  isHeard: z.coerce.boolean(),
});

/** All that the database keeps of one pupil, to be handed out. */
export function openPupilRecords(database: Database, clock: () => number = Date.now) {
  const oral = openOralRecords(database, clock);
  const turns = openShowTurns(database, clock);

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
        ...(await oral.beside(pupilId)),
      };
    },
    /** The takes in which they are heard, the oldest first. */
    takes: oral.takes,
    /** The shows in which their voice was recorded, or in which they did something else, the oldest first. */
    shows: async (pupilId: PupilId) => {
      const of = (table: "heardVoice" | "speakerSpell" | "heldRole" | "showVoice") =>
        database.selectFrom(table).select("recordingId").where("pupilId", "=", pupilId);
      const theirs = of("heardVoice").union(of("speakerSpell")).union(of("heldRole")).union(of("showVoice"));
      const rows = database
        .selectFrom("recording")
        .innerJoin("show", "show.id", "recording.showId")
        .leftJoin("episode", "episode.recordingId", "recording.id")
        .leftJoin("transcript", "transcript.episodeId", "episode.id")
        .select(["recording.id as recordingId", "recording.directory", "recording.startedAt", "show.title"])
        .select(["episode.title as episode", "episode.publishedAt", "transcript.text as transcript"])
        .select((row) => row("recording.id", "in", of("heardVoice")).as("isHeard"))
        .where("recording.id", "in", theirs);
      const found = (await rows.orderBy("recording.startedAt").execute()).map((row) => HeardShow.parse(row));
      return Promise.all(
        found.map(async ({ isHeard, ...show }) => ({
          ...show,
          // What is said in a show where they say nothing is others'.
          transcript: isHeard ? show.transcript : null,
          ...(await turns.ofPupilIn(show.recordingId, pupilId)),
        })),
      );
    },
  };
}
