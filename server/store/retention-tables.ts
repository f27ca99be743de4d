/** The rows about how long things are kept. Instants are epoch milliseconds. */
export type RetentionTables = {
  /** How long a school keeps what it makes; one without a row as is usual. */
  retention: {
    schoolId: string;
    trackDays: number;
    recordingDays: number;
    episodeYears: number | null;
    mayKeepEpisodes: 0 | 1;
    auditDays: number;
    consentsEndOn: string;
    changedAt: number;
  };
  /** One row: what is older may be removed from the audit table. */
  auditHorizon: { id: number; at: number };
};
