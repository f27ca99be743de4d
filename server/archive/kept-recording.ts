import type { Muted } from "../../media/render/muted.ts";
import { cartsStripId, type StripId } from "../../schemas/ids.ts";

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
  /** How they were mixed; without it nobody can tell the carts from the rest. */
  mix?: object | undefined;
};

/** Whether these strips can be taken out of a recording, and somebody is still heard in it then. */
export const isSeparable = ({ tracks = [], mix }: KeptRecording, without: ReadonlySet<StripId>): boolean =>
  tracks.some(({ stripId }) => !without.has(stripId)) && (mix !== undefined || !without.has(cartsStripId));
