import { zValidator } from "@hono/zod-validator";
import type { z } from "zod";
import type { ErrorCode } from "../../schemas/errors.ts";
import { Refusal } from "../errors.ts";

/**
 * Parses a route's JSON body at the door; read it with `c.req.valid("json")`. What does not fit is `request.malformed`, or the code that
 * `codes` names for the field at fault.
 */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema, codes: Record<string, ErrorCode> = {}) =>
  zValidator("json", schema, (result) => {
    if (result.success) return;
    const fields = result.error.issues.map((issue) => String(issue.path[0]));
    const named = fields.length === 1 ? codes[fields[0]!] : undefined;
    throw new Refusal(named ?? "request.malformed");
  });
