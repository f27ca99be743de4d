import { NewsFollow, NewsFollower, NewsKey, NewsWish } from "../../schemas/news.ts";
import { z } from "zod";
import { restLetters } from "./rest-letters.ts";
import { restListenings } from "./rest-listenings.ts";

/** The routes about listeners: how many there are, and what they want to be told of. */
export const restNews = {
  ...restLetters,
  ...restListenings,
  "GET /api/channels/:slug/news": {
    does: "The station's own key, which browsers bind a subscription to (RFC 8292).",
    answers: NewsKey,
  },
  "PUT /api/channels/:slug/news": {
    does: "Has a browser told of a channel, a family's by its link, anybody's of a public one; what it wanted before is replaced.",
    body: NewsFollow,
  },
  "POST /api/channels/:slug/news/questions": {
    does: "What a browser wants to be told of a channel. Its address stands in the body, for it is a secret.",
    body: NewsFollower,
    answers: z.strictObject({ wish: NewsWish.nullable() }),
  },
  "POST /api/channels/:slug/news/removals": {
    does: "Has a browser told of a channel no more.",
    body: NewsFollower,
  },
} as const;
