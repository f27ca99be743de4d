import type { Context, MiddlewareHandler } from "hono";
import type { Action } from "../../schemas/permissions.ts";
import { Refusal } from "../errors.ts";
import type { Env, Target } from "./actor.ts";
import type { Access } from "./open-access.ts";
import { privateTokenIn } from "./private-address.ts";

const actions = new WeakMap<object, Action>();

/**
 * The guard of a route: names its action, finds who asks (`c.var.actor`) and refuses by the permission table. Every route has exactly one,
 * before its handler; a test walks them.
 * @example .get("/api/shows/:id", permit(access, "show.read", (c) => ({ showId: c.req.param("id") ?? "" })), (c) => …)
 */
export const permit = (
  access: Pick<Access, "actorOf" | "actorOfPrivate" | "require" | "tokenIn">,
  action: Action,
  targetOf: (c: Context) => Target = () => "nothing",
): MiddlewareHandler<Env> => {
  const guard: MiddlewareHandler<Env> = async (c, next) => {
    const cookies = c.req.header("cookie");
    const token = privateTokenIn(c.req.raw);
    const askAgain = () => (token === undefined ? access.actorOf(cookies) : access.actorOfPrivate(token));
    const actor = await askAgain();
    await access.require(actor, action, targetOf(c)).catch((error: unknown) => {
      const hadSession =
        error instanceof Refusal && error.code === "session.missing" && access.tokenIn(cookies) !== undefined;
      throw hadSession ? new Refusal("session.expired", { cause: error }) : error;
    });
    c.set("actor", actor);
    c.set("askAgain", askAgain);
    await next();
  };
  actions.set(guard, action);
  return guard;
};

/** The action that a handler of a route guards, if `permit` made it. */
export const actionOf = (handler: object): Action | undefined => actions.get(handler);
