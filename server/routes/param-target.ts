import type { Context } from "hono";
import type { Target } from "../access/actor.ts";
import type { Place } from "../store/homes.ts";

type KeyOf<Each> = Each extends unknown ? keyof Each & string : never;

/** The target that an address names in its `:id` (or the parameter told), for `permit`. */
export const paramTarget =
  (name: KeyOf<Place>, param = "id") =>
  (c: Context): Target =>
    ({ [name]: c.req.param(param) ?? "" }) as Place;
