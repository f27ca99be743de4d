import type { Flag, Instant } from "./values.ts";

/** The rows about what the radio brought a school. No row is about one person. */
export type CampaignTables = {
  campaign: {
    id: string;
    schoolId: string;
    state: string;
    openedAt: Instant;
    endedAt: Instant | null;
    /** JSON of what is no figure of persons, once it is over. */
    counts: string | null;
  };
  /** How many persons a figure is of, and what comes together of them: how many say yes, how many words per minute more. */
  campaignSum: { campaignId: string; figure: string; persons: number; total: number };
  /** That somebody has answered the asking that is open, as a hash under a key that is in no backup; gone when it closes. */
  campaignMark: { campaignId: string; mark: string };
  /** What schools had too little of for figures of their own, by school year: what waits, and what is told since it is of enough persons. */
  pooledSum: { year: number; figure: string; isTold: Flag; persons: number; total: number };
};
