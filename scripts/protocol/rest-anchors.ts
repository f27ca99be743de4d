import { z } from "zod";
import { Anchor, AnchorRating, NewAnchor } from "../../schemas/anchors.ts";

/** Sounds that a school's staff rate to compare their ears. */
export const restAnchors = {
  "GET /api/anchors": {
    does: "The school's anchors, the newest first: each blind until one has rated it, and of others only what several chose.",
    answers: z.array(Anchor),
  },
  "POST /api/anchors": {
    does: "Brings an anchor: its sound, never a pupil's take, in the form field `file`, and an AnchorSettings as JSON. 422 `take.not_sound`, 409 `anchor.too_many`.",
    form: NewAnchor,
    answers: Anchor,
  },
  "GET /api/anchors/:id/sound": { does: "Its sound.", answers: "audio" },
  "PUT /api/anchors/:id/rating": {
    does: "Rates it, or rates it anew: a level for every criterion. 409 `anchor.own` to who brought it.",
    body: AnchorRating,
    answers: Anchor,
  },
  "DELETE /api/anchors/:id": {
    does: "Removes it with its sound and all ratings; a teacher only one that they brought.",
  },
} as const;
