import { zValidator } from "@hono/zod-validator";
import type { z } from "zod";
import { Refusal } from "../errors.ts";

/** Parses what stands behind the `?` of a route at the door; read it with `c.req.valid("query")`. What does not fit is `request.malformed`. */
export const queryWords = <Schema extends z.ZodType>(schema: Schema) =>
  zValidator("query", schema, (result) => {
    if (!result.success) throw new Refusal("request.malformed");
  });
