import { v7 } from "uuid";
import type { z } from "zod";

/** A new id of the kind that `schema` names: UUIDv7, so that ids sort by birth. */
export const newId = <Schema extends z.ZodType<string>>(schema: Schema): z.infer<Schema> => schema.parse(v7());
