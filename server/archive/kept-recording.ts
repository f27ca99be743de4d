import type { Muted } from "../../media/render/muted.ts";
import type { StripId } from "../../schemas/ids.ts";

/** What the archive needs of a finished recording; the recorder's own `FinishedRecording` fits. */
export type KeptRecording = {
  /** Where the FLAC of the programme lies, below the media directory. */
  programmePath: string;
  /** Instant of the first sound, ISO 8601. */
  startedAt: string;
  durationSeconds: number;
  /** Passages that were removed on air; no episode holds them. */
  muted?: readonly Muted[];
  /** As the live meter measured; `undefined` when the show was cut short. */
  integratedLufs: number | undefined;
  truePeakDbtp: number | undefined;
  /** The voices that were kept apart. */
  tracks?: readonly { stripId: StripId }[];
};
