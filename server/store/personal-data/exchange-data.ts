import { nobody } from "./nobody.ts";

const typed = "names that somebody types";

/** The part of `personalData` about what classes offer each other: first names of the class are taken out of a rundown, and pointed out in what is typed. */
export const exchangeData = {
  offer: {
    ...{ id: nobody, classroomId: nobody, kind: nobody, reach: nobody, cartId: nobody, episodeId: nobody },
    ...{ title: typed, words: typed, items: typed, offeredAt: nobody },
  },
  offerTaking: { offerId: nobody, classroomId: nobody, takenAt: nobody },
  cartCopy: { cartId: nobody, homeId: nobody, sourceId: nobody },
  rundownTemplate: {
    ...{ id: nobody, classroomId: nobody, homeId: nobody, credit: nobody, createdAt: nobody },
    ...{ title: typed, words: typed, items: typed },
  },
  replay: { channelId: nobody, episodeId: nobody, offerId: nobody, credit: nobody, replayedAt: nobody },
} as const;
