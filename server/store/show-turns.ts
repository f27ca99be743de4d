import { z } from "zod";
import { EpisodeId, PupilId, StripId, type ClassroomId, type RecordingId } from "../../schemas/ids.ts";
import { ShowRole, ShowTurns, ShowVoice } from "../../schemas/turns.ts";
import type { Database } from "./open-database.ts";

// The row has its recording's id too.
const VoiceRow = ShowVoice.strip();

const SpellRow = z.strictObject({
  stripId: StripId,
  pupilId: PupilId.nullable(),
  beganAt: z.number(),
  endedAt: z.number().nullable(),
});
/** From when to when an open microphone was said to be somebody's, as instants; `null` is a grown-up, and the recording's end. */
export type SpeakerSpell = z.infer<typeof SpellRow>;

/** How a recording's time was shared out. */
export type KeptTurns = Pick<ShowTurns, "seconds" | "overlaps" | "overlapSeconds" | "equality" | "voices">;

/** Who spoke how long in which show, and which roles they held. */
export function openShowTurns(database: Database, clock: () => number = Date.now) {
  const measured = () =>
    database
      .selectFrom("measuredShow")
      .innerJoin("recording", "recording.id", "measuredShow.recordingId")
      .innerJoin("show", "show.id", "recording.showId")
      .innerJoin("channel", "channel.id", "show.channelId");

  return {
    /** Who is said to speak into a microphone that is open on air from now on: nobody once it is closed. At once, so that a crash does not forget it. */
    noteSpeakers: async (
      recordingId: RecordingId,
      { stripId, speakers }: { stripId: StripId; speakers: readonly (PupilId | null)[] },
    ) => {
      const now = clock();
      const open = database.updateTable("speakerSpell").set({ endedAt: now }).where("endedAt", "is", null);
      await open.where("recordingId", "=", recordingId).where("stripId", "=", stripId).execute();
      const rows = speakers.map((pupilId) => ({ recordingId, stripId, pupilId, beganAt: now, endedAt: null }));
      if (rows.length > 0) await database.insertInto("speakerSpell").values(rows).execute();
    },
    /** In the order in which they began. */
    spellsIn: async (recordingId: RecordingId): Promise<SpeakerSpell[]> => {
      const rows = database.selectFrom("speakerSpell").select(["stripId", "pupilId", "beganAt", "endedAt"]);
      const found = await rows.where("recordingId", "=", recordingId).orderBy("beganAt").execute();
      return found.map((row) => SpellRow.parse(row));
    },
    /** What a pupil had of a recording's speaking, what else they did in it, and when they were said to speak. */
    ofPupilIn: async (recordingId: RecordingId, pupilId: PupilId) => {
      const voice = await database
        .selectFrom("showVoice")
        .selectAll()
        .where("recordingId", "=", recordingId)
        .where("pupilId", "=", pupilId)
        .executeTakeFirst();
      const roles = await database
        .selectFrom("heldRole")
        .select("role")
        .where("recordingId", "=", recordingId)
        .where("pupilId", "=", pupilId)
        .execute();
      const spells = database
        .selectFrom("speakerSpell")
        .select(["beganAt", "endedAt"])
        .where("recordingId", "=", recordingId)
        .where("pupilId", "=", pupilId);
      return {
        turns: voice === undefined ? null : VoiceRow.omit({ pupilId: true }).parse(voice),
        roles: roles.map(({ role }) => ShowRole.parse(role)),
        spells: await spells.orderBy("beganAt").execute(),
      };
    },
    noteRole: async (recordingId: RecordingId, pupilId: PupilId, role: ShowRole) => {
      await database
        .insertInto("heldRole")
        .values({ recordingId, pupilId, role })
        .onConflict((known) => known.doNothing())
        .execute();
    },
    /** In place of what was measured before. */
    keep: (recordingId: RecordingId, { voices, ...whole }: KeptTurns) =>
      database.transaction().execute(async (within) => {
        await within.deleteFrom("showVoice").where("recordingId", "=", recordingId).execute();
        await within.deleteFrom("measuredShow").where("recordingId", "=", recordingId).execute();
        const row = { recordingId, measuredAt: clock(), ...whole };
        await within.insertInto("measuredShow").values(row).execute();
        const rows = voices.map((voice) => ({ recordingId, ...voice }));
        if (rows.length > 0) await within.insertInto("showVoice").values(rows).execute();
      }),
    /** A classroom's shows that were measured, recorded from an instant on, the oldest first. */
    listOf: async (classroomId: ClassroomId, since = 0): Promise<ShowTurns[]> => {
      const columns = ["seconds", "overlaps", "overlapSeconds", "equality"] as const;
      const shows = await measured()
        .where("channel.classroomId", "=", classroomId)
        .where("recording.startedAt", ">=", since)
        .select(["recording.id", "recording.startedAt", "show.id as showId", "show.title", ...columns])
        .orderBy("recording.startedAt")
        .execute();
      const ids = shows.map(({ id }) => id);
      const voices = await database.selectFrom("showVoice").selectAll().where("recordingId", "in", ids).execute();
      const roles = await database.selectFrom("heldRole").selectAll().where("recordingId", "in", ids).execute();
      const [voicesOf, rolesOf] = [groupOf(voices), groupOf(roles)];
      return shows.map(({ id, startedAt, ...show }) =>
        ShowTurns.parse({
          ...show,
          recordedAt: new Date(startedAt).toISOString(),
          voices: voicesOf(id).map((row) => VoiceRow.parse(row)),
          roles: rolesOf(id).map(({ pupilId, role }) => ({ pupilId, role: ShowRole.parse(role) })),
        }),
      );
    },
    /** Episodes whose recording is whole, and whose turns nobody has measured yet. */
    unmeasured: async (): Promise<EpisodeId[]> => {
      const rows = database
        .selectFrom("recording")
        .innerJoin("episode", "episode.recordingId", "recording.id")
        .leftJoin("measuredShow", "measuredShow.recordingId", "recording.id")
        .where("recording.endedAt", "is not", null)
        .where("recording.tracksGoneAt", "is", null)
        .where("recording.goneAt", "is", null)
        .where("episode.state", "in", ["rendered", "published"])
        .where("measuredShow.recordingId", "is", null);
      return (await rows.select("episode.id").execute()).map(({ id }) => EpisodeId.parse(id));
    },
  };
}
/** See {@link openShowTurns}. */
export type ShowTurnsStore = ReturnType<typeof openShowTurns>;

function groupOf<Row extends { recordingId: string }>(rows: readonly Row[]) {
  const byRecording = Map.groupBy(rows, ({ recordingId }) => recordingId);
  return (id: string) => byRecording.get(id) ?? [];
}
