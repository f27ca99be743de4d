import type { Instant } from "./values.ts";

/** The rows about who is told of what. */
export type NewsTables = {
  /** A browser that is told of a channel. */
  pushSubscription: {
    id: string;
    channelId: string;
    /** The family whose link it came by, and with which it goes; NULL for a listener of a public channel. */
    familyId: string | null;
    endpoint: string;
    p256dh: string;
    auth: string;
    /** JSON of kinds, quiet hours and language. */
    wish: string;
    createdAt: Instant;
  };
  /** An address that wants letters about a channel. */
  letterSubscription: {
    id: string;
    channelId: string;
    /** As above. */
    familyId: string | null;
    email: string;
    cadence: string;
    language: string;
    createdAt: Instant;
    /** NULL until its holder has said yes. */
    confirmedAt: Instant | null;
    writtenAt: Instant | null;
  };
  /** What was told already: `episode:ID`, `live:ID`, `soon:ID:WHEN`. */
  toldNews: { thing: string; toldAt: Instant };
};
