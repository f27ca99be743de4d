import { z } from "zod";
import { Leaving, Retention, RetentionPlan, RetentionPolicy } from "../../schemas/retention.ts";

/** The routes about how long things are kept. */
export const restRetention = {
  "GET /api/retention": {
    does: "How long the school keeps what it makes, and what will be removed when.",
    answers: Retention,
  },
  "PUT /api/retention": {
    does: "Chooses how long; whatever that reaches at once goes after thirty days.",
    body: RetentionPolicy,
    answers: Retention,
  },
  "POST /api/retention/preview": {
    does: "What would be removed when, if this were chosen now; nothing changes.",
    body: RetentionPolicy,
    answers: RetentionPlan,
  },
  "GET /api/classrooms/:id/leaving": {
    does: "What will be removed of a classroom within thirty days.",
    answers: z.array(Leaving),
  },
  "PUT /api/episodes/:id/keeping": {
    does: "Puts the end of an episode that is announced off by a year, where the school allows it.",
  },
} as const;
