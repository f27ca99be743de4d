import type { Flag, Instant } from "./values.ts";

/** The rows about how long things are kept. */
export type RetentionTables = {
  /** How long a school keeps what it makes; one without a row as is usual. */
  retention: {
    schoolId: string;
    trackDays: number;
    recordingDays: number;
    episodeYears: number | null;
    mayKeepEpisodes: Flag;
    auditDays: number;
    listeningDays: number;
    consentsEndOn: string;
    changedAt: Instant;
  };
  /** One row: what is older may be removed from the audit table. */
  auditHorizon: { id: number; at: Instant };
};
