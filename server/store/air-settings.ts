import type { ChannelId } from "../../schemas/ids.ts";
import { AirSettings, usualAirSettings } from "../../schemas/live.ts";
import type { Database } from "./open-database.ts";

/** How each channel's shows go out. */
export function openAirSettings(database: Database) {
  return {
    /** What was last set at the desk of one of its shows, else the usual. */
    of: async (channelId: ChannelId): Promise<AirSettings> => {
      const row = await database
        .selectFrom("airSettings")
        .select(["delaySeconds", "cutSeconds"])
        .where("channelId", "=", channelId)
        .executeTakeFirst();
      return row === undefined ? usualAirSettings : AirSettings.parse(row);
    },
    keep: async (channelId: ChannelId, settings: AirSettings) => {
      await database
        .insertInto("airSettings")
        .values({ channelId, ...settings })
        .onConflict((conflict) => conflict.column("channelId").doUpdateSet(settings))
        .execute();
    },
  };
}
/** See {@link openAirSettings}. */
export type AirSettingsStore = ReturnType<typeof openAirSettings>;
