import type { EpisodeId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";

/** An episode's text as it is kept: WebVTT when it has times. */
export type KeptTranscript = { text: string; isTimed: boolean; version: number; isWithheld: boolean };

/** What is said in the episodes, to be read. */
export function openTranscripts(database: Database, clock: () => number = Date.now) {
  return {
    /** Withheld when a voice was left out of the episode after somebody last looked at its text. */
    find: async (episodeId: EpisodeId): Promise<KeptTranscript | undefined> => {
      const row = await database
        .selectFrom("transcript")
        .selectAll()
        .select((of) =>
          of
            .exists(
              of
                .selectFrom("leftOutVoice")
                .select("pupilId")
                .whereRef("leftOutVoice.episodeId", "=", "transcript.episodeId")
                .whereRef("leftOutVoice.leftOutAt", ">", "transcript.checkedAt"),
            )
            .as("isWithheld"),
        )
        .where("episodeId", "=", episodeId)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const { text, version, isTimed, isWithheld } = row;
      return { text, version, isTimed: isTimed === 1, isWithheld: Boolean(isWithheld) };
    },
    /** Takes the place of the former text, under another address. */
    keep: async (episodeId: EpisodeId, { text, isTimed }: Pick<KeptTranscript, "text" | "isTimed">) => {
      const values = { text, isTimed: Number(isTimed), checkedAt: clock() };
      await database
        .insertInto("transcript")
        .values({ episodeId, version: clock(), ...values })
        // A text that was removed in between had a version too: the clock gives one that none had.
        .onConflict((known) => known.column("episodeId").doUpdateSet({ ...values, version: clock() }))
        .execute();
    },
    remove: async (episodeId: EpisodeId) => {
      await database.deleteFrom("transcript").where("episodeId", "=", episodeId).execute();
    },
  };
}
/** See {@link openTranscripts}. */
export type Transcripts = ReturnType<typeof openTranscripts>;
