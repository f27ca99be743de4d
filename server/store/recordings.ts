import { z } from "zod";
import { ChannelId, ClassroomId, RecordingId, RundownItemId, ShowId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";

const UnfinishedRow = z.strictObject({ id: RecordingId, showId: ShowId, directory: z.string() });
const HomeRow = z.strictObject({
  channelId: ChannelId,
  classroomId: ClassroomId,
  title: z.string(),
  directory: z.string(),
});

/** An item of the rundown that began while a recording ran; `startedAt` is epoch milliseconds. */
export const AiredItem = z.strictObject({ itemId: RundownItemId, title: z.string(), startedAt: z.number() });
/** See {@link AiredItem}. */
export type AiredItem = z.infer<typeof AiredItem>;

/** How a recording ended. */
export type RecordingEnd = { endedAt: number; durationSeconds: number; integratedLufs: number | null };

/** What each transmission of a show left on disk. */
export function openRecordings(database: Database) {
  return {
    begin: async (row: { id: RecordingId; showId: ShowId; directory: string; startedAt: number }) => {
      await database.insertInto("recording").values(row).execute();
    },
    end: async (id: RecordingId, end: RecordingEnd) => {
      await database.updateTable("recording").set(end).where("id", "=", id).execute();
    },
    /** One in which nothing is: it ended as it began. */
    endEmpty: async (id: RecordingId) => {
      const over = { durationSeconds: 0, integratedLufs: null };
      await database
        .updateTable("recording")
        .set(({ ref }) => ({ ...over, endedAt: ref("startedAt") }))
        .where("id", "=", id)
        .execute();
    },
    /** Those that run, or ran when the station died. */
    unfinished: async () => {
      const rows = database.selectFrom("recording").select(["id", "showId", "directory"]);
      return (await rows.where("endedAt", "is", null).orderBy("id").execute()).map((row) => UnfinishedRow.parse(row));
    },
    /** Writes down what began, at once: a crash later on does not undo it. */
    noteAired: async (recordingId: RecordingId, item: AiredItem) => {
      await database
        .insertInto("airedItem")
        .values({ recordingId, ...item })
        .execute();
    },
    /** In the order in which they began. */
    airedIn: async (recordingId: RecordingId): Promise<AiredItem[]> => {
      const rows = database.selectFrom("airedItem").select(["itemId", "title", "startedAt"]);
      const ofRecording = rows.where("recordingId", "=", recordingId).orderBy("id");
      return (await ofRecording.execute()).map((row) => AiredItem.parse(row));
    },
    /** The channel and the show's title, for the episode that the recording becomes. */
    homeOf: async (id: RecordingId) => {
      const row = await database
        .selectFrom("recording")
        .innerJoin("show", "show.id", "recording.showId")
        .innerJoin("channel", "channel.id", "show.channelId")
        .where("recording.id", "=", id)
        .select(["channel.id as channelId", "channel.classroomId", "show.title", "recording.directory"])
        .executeTakeFirst();
      return row && HomeRow.parse(row);
    },
    /** Its tracks, or all its files, are gone; who was heard in it is still known. */
    setGone: async (id: RecordingId, column: "tracksGoneAt" | "goneAt", at: number) => {
      await database
        .updateTable("recording")
        .set({ [column]: at })
        .where("id", "=", id)
        .execute();
    },
    remove: async (id: RecordingId) => {
      await database.deleteFrom("recording").where("id", "=", id).execute();
    },
  };
}
