import { Hono } from "hono";
import { Refusal } from "./errors.ts";
import { answerError } from "./answer-error.ts";
import type { Env } from "./access/actor.ts";

/** The station's HTTP side: every door, and one answer for every refusal. */
export function createApp(parts: { onBug: (error: unknown) => void }) {
  return new Hono<Env>()
    .notFound(() => {
      throw new Refusal("request.not_found");
    })
    .onError(answerError(parts.onBug));
}

/** Carries the types of all routes to `hono/client`. */
export type AppType = ReturnType<typeof createApp>;
