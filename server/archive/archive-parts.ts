import type { RecordingId } from "../../schemas/ids.ts";
import type { Jobs } from "../jobs/open-jobs.ts";
import type { Database } from "../store/open-database.ts";
import type { Covers } from "./covers.ts";
import type { KeptRecording } from "./kept-recording.ts";

/** What the archive stands on. */
export type ArchiveParts = {
  database: Database;
  jobs: Jobs;
  covers: Covers;
  /** Below it lie recordings and episodes. */
  mediaDirectory: string;
  /** Closes what a crash left open, from the files themselves: at start alone, for whatever runs then no longer grows. */
  recoverRecording: (directory: string) => Promise<KeptRecording>;
  /** Reads a closed recording as it is, and refuses one that is not. */
  readRecording: (directory: string) => Promise<KeptRecording>;
  /** Told of a recording that could not be recovered, for the log. */
  onLost?: (recordingId: RecordingId, error: unknown) => void;
  /** Told of an erasure or a withdrawal that failed halfway, for the log: what was to be heard no longer is taken out already. */
  onUnfinished?: (target: string, error: unknown) => void;
  /** Told that a pupil is forgotten: what lies beside the database and was theirs is to go. */
  onForgotten?: () => Promise<void>;
  clock?: () => number;
};
