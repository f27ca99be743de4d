import { Hono } from "hono";
import { QuotaChoice } from "../../schemas/school-room.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import type { SchoolRooms } from "../archive/school-room.ts";
import type { Audit } from "../store/audit.ts";
import type { Classrooms } from "../store/classrooms.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = { access: Access; classrooms: Classrooms; schoolRooms: SchoolRooms; audit: Audit };

/** What the school and each of its classes take of the disk, and the limits that its admins set. */
export function schoolRoomRoutes({ access, classrooms, schoolRooms, audit }: Parts) {
  const manage = permit(access, "school.manage");
  const classroom = paramTarget("classroomId");
  return new Hono<Env>()
    .get("/api/school/room", manage, async (c) => c.json(await schoolRooms.read(staffOf(c.var.actor).schoolId)))
    .put("/api/school/room", manage, jsonBody(QuotaChoice), async (c) => {
      const { schoolId } = staffOf(c.var.actor);
      const { quotaBytes } = c.req.valid("json");
      await schoolRooms.choose({ schoolId }, quotaBytes);
      const act = { act: "school.quotaSet", target: `school:${schoolId}`, detail: String(quotaBytes) };
      await audit.write({ actor: auditName(c.var.actor), ...act });
      return c.json(await schoolRooms.read(schoolId));
    })
    .get("/api/school/classroom-rooms", manage, async (c) =>
      c.json(await schoolRooms.readClasses(staffOf(c.var.actor).schoolId)),
    )
    .get("/api/classrooms/:id/room", permit(access, "classroom.change", classroom), async (c) => {
      const { id } = await classrooms.require(c.req.param("id"));
      return c.json(await schoolRooms.readClass(id));
    })
    .put("/api/classrooms/:id/room", permit(access, "school.manage", classroom), jsonBody(QuotaChoice), async (c) => {
      const { id } = await classrooms.require(c.req.param("id"));
      const { quotaBytes } = c.req.valid("json");
      await schoolRooms.choose({ classroomId: id }, quotaBytes);
      const act = { act: "classroom.quotaSet", target: `classroom:${id}`, detail: String(quotaBytes) };
      await audit.write({ actor: auditName(c.var.actor), ...act });
      return c.json(await schoolRooms.readClass(id));
    });
}
