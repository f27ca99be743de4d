import { zValidator } from "@hono/zod-validator";
import type { z } from "zod";
import type { ErrorCode } from "../../schemas/errors.ts";
import { Refusal } from "../errors.ts";

const isJson = (type: string | undefined) => /^application\/json\b/i.test(type ?? "");

/**
 * Parses a route's JSON body at the door; read it with `c.req.valid("json")`. What does not fit, or is no JSON, is `request.malformed`, or
 * the code that `codes` names for the field at fault.
 */
export function jsonBody<Schema extends z.ZodType>(schema: Schema, codes: Record<string, ErrorCode> = {}) {
  const validate = zValidator("json", schema, (result) => {
    if (result.success) return;
    const fields = result.error.issues.map((issue) => String(issue.path[0]));
    const named = fields.length === 1 ? codes[fields[0]!] : undefined;
    throw new Refusal(named ?? "request.malformed");
  });
  // Another kind of body would count as an empty one, and its length is not looked at here.
  const guarded: typeof validate = (c, next) => {
    if (!isJson(c.req.header("content-type"))) throw new Refusal("request.malformed");
    return validate(c, next);
  };
  return guarded;
}
