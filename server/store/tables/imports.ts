import type { Generated } from "kysely";
import type { Flag, Instant } from "./values.ts";

/** The rows about podcasts that come from elsewhere. */
export type ImportTables = {
  podcastImport: {
    id: string;
    channelId: string;
    source: string;
    /** The feed's address; the folder below the station's folder of imports; NULL for files that were sent. */
    address: string | null;
    title: string;
    description: string;
    /** Where the podcast's own cover lies: an address, or a name in the folder. */
    coverSource: string | null;
    isChannelToo: Generated<Flag>;
    jobId: Generated<string | null>;
    /** How far its voices may be heard. */
    reach: Generated<string>;
    answeredBy: Generated<string | null>;
    answer: Generated<string | null>;
    answeredAt: Generated<Instant | null>;
    createdAt: Instant;
  };
  importedItem: {
    id: Generated<number>;
    importId: string;
    channelId: string;
    guid: string | null;
    /** Of its sound: an address, or a name in the folder. */
    soundSource: string;
    /** SHA-256 of its sound file, once it was read. */
    soundHash: string | null;
    byteLength: number | null;
    title: string;
    publishedAt: Instant | null;
    /** JSON; nothing once the episode is there. */
    words: string;
    state: string;
    error: string | null;
    /** Decided before the first byte is read, so that a work that is begun again writes to the same place. */
    plannedEpisodeId: string;
    /** NULL until it is there, and once it was erased. */
    episodeId: string | null;
  };
};
