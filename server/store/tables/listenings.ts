import type { Instant } from "./values.ts";

/** The rows about how many listened. No row tells who. */
export type ListeningTables = {
  /** Listenings of an episode that began on a day in Europe/Paris, on the station's pages or by apps. */
  listening: { episodeId: string; day: string; way: string; count: number };
  /** Those who listened to a live show for a minute at least. */
  liveListening: { showId: string; day: string; count: number };
  /** The most who listened to a live show at once within a minute. */
  liveMinute: { showId: string; at: Instant; listeners: number };
};
