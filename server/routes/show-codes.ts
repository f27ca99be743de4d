import { Hono } from "hono";
import { ClassroomId } from "../../schemas/ids.ts";
import { auditName, type Env } from "../access/actor.ts";
import { issueClassCode } from "../access/class-code.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { Sessions } from "../store/sessions.ts";
import type { ShowCodes } from "../store/show-codes.ts";
import type { Shows } from "../store/shows.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  shows: Shows;
  showCodes: ShowCodes;
  sessions: Sessions;
  audit: Audit;
  clock: () => number;
  /** Somebody's session is over: their sockets go too. */
  onSessionsEnded(): void;
};

/** Class codes that open until one show has ended. With a code, the sessions that it opened end. */
export function showCodeRoutes({ access, shows, showCodes, sessions, audit, clock, onSessionsEnded }: Parts) {
  const manage = permit(access, "show.manage", paramTarget("showId"));

  return new Hono<Env>()
    .get("/api/classrooms/:id/show-codes", permit(access, "show.manage", paramTarget("classroomId")), async (c) =>
      c.json(await showCodes.listOf(ClassroomId.parse(c.req.param("id")))),
    )
    .post("/api/shows/:id/class-codes", manage, async (c) => {
      const show = await shows.require(c.req.param("id"));
      if (show.state === "ended") throw new Refusal("show.ended");
      await sessions.endByShowCode(show.id);
      await showCodes.issue(show.id, () => issueClassCode(clock()));
      onSessionsEnded();
      await audit.write({ actor: auditName(c.var.actor), act: "showCode.made", target: `show:${show.id}` });
      return c.json((await showCodes.find(show.id))!, 201);
    })
    .delete("/api/shows/:id/class-code", manage, async (c) => {
      const show = await shows.require(c.req.param("id"));
      await showCodes.remove(show.id);
      await sessions.endByShowCode(show.id);
      onSessionsEnded();
      await audit.write({ actor: auditName(c.var.actor), act: "showCode.removed", target: `show:${show.id}` });
      return c.body(null, 204);
    });
}
