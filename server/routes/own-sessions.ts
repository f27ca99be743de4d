import { Hono } from "hono";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { hashToken } from "../access/session-token.ts";
import { staffOf } from "../access/staff-of.ts";
import { Refusal } from "../errors.ts";
import type { Sessions } from "../store/sessions.ts";

type Parts = {
  access: Access;
  sessions: Sessions;
  clock: () => number;
  /** Somebody's sessions are over: their sockets go too. */
  onSessionsEnded(): void;
};

/** The browsers in which somebody of the staff is signed in: they see them, and end those that are not theirs any more. */
export function ownSessionRoutes({ access, sessions, clock, onSessionsEnded }: Parts) {
  const own = permit(access, "account.manage");
  const hereHash = (cookies: string | undefined) => hashToken(access.tokenIn(cookies) ?? "");
  return new Hono<Env>()
    .get("/api/account/sessions", own, async (c) =>
      c.json(await sessions.listOf(staffOf(c.var.actor).accountId, hereHash(c.req.header("cookie")), clock())),
    )
    .delete("/api/account/sessions/:id", own, async (c) => {
      const isEnded = await sessions.endOne(staffOf(c.var.actor).accountId, c.req.param("id"));
      if (!isEnded) throw new Refusal("session.not_found");
      onSessionsEnded();
      return c.body(null, 204);
    })
    .delete("/api/account/sessions", own, async (c) => {
      await sessions.endOthers(staffOf(c.var.actor).accountId, hereHash(c.req.header("cookie")));
      onSessionsEnded();
      return c.body(null, 204);
    });
}
