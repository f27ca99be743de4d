import type { Instant } from "./values.ts";

/** The rows about what classes offer each other. */
export type ExchangeTables = {
  offer: {
    id: string;
    classroomId: string;
    kind: string;
    title: string;
    words: string;
    reach: string;
    /** JSON array of a rundown's items without pupils; empty of anything else. */
    items: string;
    cartId: string | null;
    episodeId: string | null;
    offeredAt: Instant;
  };
  offerTaking: { offerId: string; classroomId: string; takenAt: Instant };
  /** A sound that came from another class; NULL once that class is gone. Its source there may be gone. */
  cartCopy: { cartId: string; homeId: string | null; sourceId: string | null };
  rundownTemplate: {
    id: string;
    classroomId: string;
    /** The class that it came from; NULL once that one is gone. */
    homeId: string | null;
    title: string;
    words: string;
    credit: string;
    items: string;
    createdAt: Instant;
  };
  /** An episode that is heard again in another class's channel: the episode itself, and no copy of it. */
  replay: { channelId: string; episodeId: string; offerId: string; credit: string; replayedAt: Instant };
};
