import { nobody } from "./nobody.ts";

/** The columns about listeners, as those of `personal-data.ts`. */
export const listenersData: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  pushSubscription: {
    id: "browser that wants to be told",
    channelId: "browser that wants to be told",
    familyId: "browser that wants to be told",
    endpoint: "browser that wants to be told",
    p256dh: "browser that wants to be told",
    auth: "browser that wants to be told",
    wish: "browser that wants to be told",
    createdAt: "browser that wants to be told",
  },
  toldNews: { thing: nobody, toldAt: nobody },
  listening: { episodeId: nobody, day: nobody, way: nobody, count: nobody },
  liveListening: { showId: nobody, day: nobody, count: nobody },
  liveMinute: { showId: nobody, at: nobody, listeners: nobody },
};
