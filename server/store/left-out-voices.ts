import type { EpisodeId, PupilId } from "../../schemas/ids.ts";
import type { Database } from "./open-database.ts";

/** How a voice was left out of an episode's files. */
export type LeftOutWay = "remixed" | "silenced";

/** Which pupils' voices an episode is to do without. */
export function openLeftOutVoices(database: Database, clock: () => number = Date.now) {
  return {
    /** These and nobody else; who was left out before stays as they are. */
    choose: (episodeId: EpisodeId, pupilIds: readonly PupilId[]) =>
      database.transaction().execute(async (within) => {
        const others = within.deleteFrom("leftOutVoice").where("episodeId", "=", episodeId);
        await others.$if(pupilIds.length > 0, (query) => query.where("pupilId", "not in", pupilIds)).execute();
        const rows = pupilIds.map((pupilId) => ({ episodeId, pupilId, leftOutAt: clock() }));
        const add = (values: typeof rows) =>
          within
            .insertInto("leftOutVoice")
            .values(values)
            .onConflict((known) => known.doNothing())
            .execute();
        if (rows.length > 0) await add(rows);
      }),
    /** The episode's files are without these voices. */
    fulfil: async (episodeId: EpisodeId, pupilIds: readonly PupilId[], way: LeftOutWay) => {
      const rows = database.updateTable("leftOutVoice").set({ way }).where("episodeId", "=", episodeId);
      await rows.where("pupilId", "in", pupilIds).execute();
    },
  };
}
