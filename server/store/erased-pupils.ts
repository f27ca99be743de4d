import { z } from "zod";
import { EpisodeId, PupilId, RecordingId, StripId } from "../../schemas/ids.ts";
import { forgetInOwnExercises } from "./forget-in-training.ts";
import { makeForgetName } from "./forget-name.ts";
import { classmatesOf, episodeTexts, forgetEverywhere, forgetInEpisode, type NamedPupil } from "./named-places.ts";
import type { Database } from "./open-database.ts";
import { forgetSpeaker } from "./rundowns.ts";

const HeardIn = z.strictObject({
  recordingId: RecordingId,
  directory: z.string(),
  isRunning: z.coerce.boolean(),
  episodeId: EpisodeId.nullable(),
  isAudible: z.coerce.boolean(),
});
/** A recording with a pupil's voice, and the episode that it became; `isAudible` unless their microphones stayed closed, so that only the tracks hold it. */
export type HeardIn = z.infer<typeof HeardIn>;

/** Pupils of whom nothing is to be left but that they were erased. */
export function openErasedPupils(database: Database, clock: () => number = Date.now) {
  async function forgetInEpisodes(within: Database, pupilId: PupilId, forget: (text: string) => string) {
    const recordings = within.selectFrom("heardVoice").select("recordingId").where("pupilId", "=", pupilId);
    // Of a guest the texts never knew the name, and mean another child by it.
    const own = recordings.where("isGuest", "=", 0);
    const episodes = within.selectFrom("episode").select(["id", ...episodeTexts]);
    for (const { id, ...texts } of await episodes.where("recordingId", "in", own).execute())
      await within.updateTable("episode").set(forgetInEpisode(texts, forget)).where("id", "=", id).execute();
    // Their own words stand in it, and nobody can tell which.
    const heard = within.selectFrom("episode").select("id").where("recordingId", "in", recordings);
    await within.deleteFrom("transcript").where("episodeId", "in", heard).execute();
    const aired = within.selectFrom("airedItem").select(["id", "title"]).where("recordingId", "in", own);
    for (const { id, title } of await aired.execute())
      await within
        .updateTable("airedItem")
        .set({ title: forget(title) })
        .where("id", "=", id)
        .execute();
  }

  async function forgetInShows(within: Database, pupilId: PupilId, forget: (text: string) => string) {
    const heard = within
      .selectFrom("recording")
      .innerJoin("heardVoice", "heardVoice.recordingId", "recording.id")
      .where("heardVoice.pupilId", "=", pupilId)
      .where("heardVoice.isGuest", "=", 0)
      .select("recording.showId");
    const planned = within.selectFrom("rundown").select("showId").where("items", "like", `%${pupilId}%`);
    const shows = within.selectFrom("show").select(["id", "title"]);
    for (const { id, title } of await shows.where("id", "in", heard.union(planned)).execute())
      await within
        .updateTable("show")
        .set({ title: forget(title) })
        .where("id", "=", id)
        .execute();
  }

  return {
    /** Every recording with a pupil's voice, heard or not. */
    heardIn: async (pupilId: PupilId): Promise<HeardIn[]> => {
      const rows = database
        .selectFrom("heardVoice")
        .innerJoin("recording", "recording.id", "heardVoice.recordingId")
        .innerJoin("heardVoice as there", (join) =>
          join
            .onRef("there.recordingId", "=", "heardVoice.recordingId")
            .onRef("there.stripId", "=", "heardVoice.stripId"),
        )
        .leftJoin("episode", "episode.recordingId", "recording.id")
        .select((of) => [
          of.fn.max("there.wasOpen").as("isAudible"),
          "recording.id as recordingId",
          "recording.directory",
          "episode.id as episodeId",
          of("recording.endedAt", "is", null).as("isRunning"),
        ])
        .where("heardVoice.pupilId", "=", pupilId);
      return (await rows.groupBy(["recording.id", "episode.id"]).execute()).map((row) => HeardIn.parse(row));
    },
    /**
     * Removes all that names a pupil: themselves, their sessions, their family's answers, their places, texts and first name; `isEverywhere` also their first name in the
     * texts of their school where they do not speak. Where they were heard is still known.
     */
    forget: ({ id: pupilId, classroomId, firstName }: NamedPupil, isEverywhere = false) =>
      database.transaction().execute(async (within) => {
        const answers = within.selectFrom("voiceConsent").select((of) => of.fn.countAll<number>().as("answers"));
        const counted = await answers.where("pupilId", "=", pupilId).executeTakeFirstOrThrow();
        await within
          .insertInto("erasedPupil")
          .values({ pupilId, erasedAt: clock(), ...counted })
          .onConflict((known) => known.doNothing())
          .execute();
        const others = await classmatesOf(within, { id: pupilId, classroomId, firstName });
        const forgetName = makeForgetName(firstName, others);
        await forgetInEpisodes(within, pupilId, forgetName);
        await forgetInShows(within, pupilId, forgetName);
        await forgetSpeaker(within, pupilId, forgetName);
        await forgetInOwnExercises(within, pupilId, forgetName);
        if (isEverywhere) await forgetEverywhere(within, classroomId, forgetName);
        await within.deleteFrom("leftOutVoice").where("pupilId", "=", pupilId).execute();
        // Sounds of the desk with their voice.
        const spoken = within.selectFrom("spokenCart").select("cartId").where("pupilId", "=", pupilId);
        await within.deleteFrom("cartPlay").where("cartId", "in", spoken).execute();
        await within.deleteFrom("cart").where("id", "in", spoken).execute();
        await within.deleteFrom("pupil").where("id", "=", pupilId).execute();
        return counted.answers;
      }),
    /** Strips of a recording whose tracks hold the voice of somebody who was erased since. */
    stripsIn: async (recordingId: RecordingId): Promise<StripId[]> => {
      const rows = database
        .selectFrom("heardVoice")
        .innerJoin("erasedPupil", "erasedPupil.pupilId", "heardVoice.pupilId")
        .where("heardVoice.recordingId", "=", recordingId);
      return (await rows.select("stripId").distinct().execute()).map(({ stripId }) => StripId.parse(stripId));
    },
    /** Nothing of these is in this recording any longer. */
    forgetStrips: async (recordingId: RecordingId, stripIds: readonly StripId[]) => {
      const rows = database.deleteFrom("heardVoice").where("recordingId", "=", recordingId);
      await rows.where("stripId", "in", stripIds).execute();
    },
    /** The database's file was written anew: of nobody who was erased until now anything is left in it. */
    setScrubbed: async () => {
      await database.updateTable("erasedPupil").set({ scrubbedAt: clock() }).where("scrubbedAt", "is", null).execute();
    },
    /** Whether that is still to be done for somebody. */
    isUnscrubbed: async (): Promise<boolean> =>
      (await database
        .selectFrom("erasedPupil")
        .select("pupilId")
        .where("scrubbedAt", "is", null)
        .executeTakeFirst()) !== undefined,
    /** Erased pupils whose voice is still in a recording, for the work that was cut short. */
    unfinished: async (): Promise<PupilId[]> => {
      const rows = database
        .selectFrom("heardVoice")
        .innerJoin("erasedPupil", "erasedPupil.pupilId", "heardVoice.pupilId");
      return (await rows.select("heardVoice.pupilId").distinct().execute()).map(({ pupilId }) =>
        PupilId.parse(pupilId),
      );
    },
  };
}
/** See {@link openErasedPupils}. */
export type ErasedPupils = ReturnType<typeof openErasedPupils>;
