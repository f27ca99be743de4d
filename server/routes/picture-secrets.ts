import { Hono } from "hono";
import { ClassroomId, PupilId } from "../../schemas/ids.ts";
import { auditName, type Actor, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { PictureLocks } from "../access/picture-locks.ts";
import type { Audit } from "../store/audit.ts";
import { paramTarget } from "./param-target.ts";

type Parts = { access: Access; pictureLocks: PictureLocks; audit: Audit };

/** The three pictures of pupils who do not write yet: drawn and taken away by their teacher, who is told them once. */
export function pictureSecretRoutes({ access, pictureLocks, audit }: Parts) {
  const manage = permit(access, "pupil.manage", paramTarget("pupilId"));
  const manageAll = permit(access, "pupil.manage", paramTarget("classroomId"));
  const note = (actor: Actor, act: string, target: string) => audit.write({ actor: auditName(actor), act, target });

  return new Hono<Env>()
    .get("/api/classrooms/:id/pictures", manageAll, async (c) =>
      c.json({ pupilIds: await pictureLocks.listIn(ClassroomId.parse(c.req.param("id"))) }),
    )
    .post("/api/classrooms/:id/pictures", manageAll, async (c) => {
      const id = ClassroomId.parse(c.req.param("id"));
      const drawn = await pictureLocks.drawForClass(id);
      await note(c.var.actor, "pictures.drawn", `classroom:${id}`);
      c.header("Cache-Control", "no-store");
      return c.json(drawn, 201);
    })
    .post("/api/pupils/:id/pictures", manage, async (c) => {
      const id = PupilId.parse(c.req.param("id"));
      const drawn = await pictureLocks.renew(id);
      await note(c.var.actor, "pictures.drawn", `pupil:${id}`);
      c.header("Cache-Control", "no-store");
      return c.json(drawn, 201);
    })
    .delete("/api/pupils/:id/pictures", manage, async (c) => {
      const id = PupilId.parse(c.req.param("id"));
      await pictureLocks.remove(id);
      await note(c.var.actor, "pictures.removed", `pupil:${id}`);
      return c.body(null, 204);
    })
    .post("/api/pupils/:id/door-passes", manage, async (c) => {
      const id = PupilId.parse(c.req.param("id"));
      pictureLocks.letIn(id);
      await note(c.var.actor, "pupil.letIn", `pupil:${id}`);
      return c.body(null, 204);
    });
}
