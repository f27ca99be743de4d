import { Hono } from "hono";
import { ClassroomId } from "../../schemas/ids.ts";
import { RetentionPolicy } from "../../schemas/retention.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import type { RetentionWorks } from "../archive/open-retention.ts";
import type { Episodes } from "../store/episodes.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = { access: Access; retention: RetentionWorks; episodes: Episodes };

/** How long the school keeps what it makes: admins choose and see what would go, teachers are warned and may put it off. */
export function retentionRoutes({ access, retention, episodes }: Parts) {
  const manage = permit(access, "retention.manage");
  return new Hono<Env>()
    .get("/api/retention", manage, async (c) => c.json(await retention.read(staffOf(c.var.actor).schoolId)))
    .put("/api/retention", manage, jsonBody(RetentionPolicy), async (c) => {
      const { schoolId } = staffOf(c.var.actor);
      await retention.choose(schoolId, c.req.valid("json"), c.var.actor);
      return c.json(await retention.read(schoolId));
    })
    .post("/api/retention/preview", manage, jsonBody(RetentionPolicy), async (c) =>
      c.json(await retention.preview(staffOf(c.var.actor).schoolId, c.req.valid("json"))),
    )
    .get("/api/classrooms/:id/leaving", permit(access, "episode.manage", paramTarget("classroomId")), async (c) => {
      const id = ClassroomId.parse(c.req.param("id"));
      return c.json(await retention.announcedIn(staffOf(c.var.actor).schoolId, id));
    })
    .put("/api/episodes/:id/keeping", permit(access, "episode.manage", paramTarget("episodeId")), async (c) => {
      const { id } = await episodes.require(c.req.param("id"));
      await retention.keepLonger(staffOf(c.var.actor).schoolId, id, c.var.actor);
      return c.body(null, 204);
    });
}
