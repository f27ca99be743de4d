import { nobody } from "./nobody.ts";

/** The columns of {@link personalData} that are about listeners. */
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
  letterSubscription: {
    id: "e-mail that wants letters",
    channelId: "e-mail that wants letters",
    familyId: "e-mail that wants letters",
    email: "e-mail that wants letters",
    cadence: "e-mail that wants letters",
    language: "e-mail that wants letters",
    createdAt: "e-mail that wants letters",
    confirmedAt: "e-mail that wants letters",
    writtenAt: "e-mail that wants letters",
  },
  reply: {
    id: "message that a family leaves",
    familyId: "message that a family leaves",
    showId: "message that a family leaves",
    kind: "message that a family leaves",
    text: "message that a family leaves",
    durationSeconds: "message that a family leaves",
    state: "message that a family leaves",
    cartId: "message that a family leaves",
    createdAt: "message that a family leaves",
  },
  familyVoice: {
    id: "message that a family leaves",
    scope: "message that a family leaves",
    speaker: "message that a family leaves",
  },
  toldNews: { thing: nobody, toldAt: nobody },
  listening: { episodeId: nobody, day: nobody, way: nobody, count: nobody },
  liveListening: { showId: nobody, day: nobody, count: nobody },
  liveMinute: { showId: nobody, at: nobody, listeners: nobody },
};
