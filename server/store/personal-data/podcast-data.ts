import { nobody } from "./nobody.ts";

/** The part of `personalData` about podcasts that come from elsewhere. */
export const podcastData = {
  podcastImport: {
    id: nobody,
    channelId: nobody,
    source: nobody,
    address: nobody,
    title: "texts of a podcast",
    description: "texts of a podcast",
    coverSource: nobody,
    isChannelToo: nobody,
    jobId: nobody,
    reach: "that they answered for",
    answeredBy: "that they answered for",
    answer: "that they answered for",
    answeredAt: "that they answered for",
    createdAt: nobody,
  },
  importedItem: {
    id: nobody,
    importId: nobody,
    channelId: nobody,
    guid: nobody,
    soundSource: "texts of a podcast",
    soundHash: nobody,
    byteLength: nobody,
    title: "texts of a podcast",
    publishedAt: nobody,
    words: "texts of a podcast",
    state: nobody,
    error: nobody,
    plannedEpisodeId: nobody,
    episodeId: nobody,
  },
} as const;
