import { Refusal } from "../errors.ts";
import type { Actor } from "./actor.ts";

/** A member of staff, as the guard let them in; a route that the permission table keeps to staff asks this for the account. */
export function staffOf(actor: Actor): Extract<Actor, { accountId: unknown }> {
  if (!("accountId" in actor)) throw new Refusal("session.forbidden");
  return actor;
}
