import { Hono } from "hono";
import { QuotaChoice } from "../../schemas/school-room.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import type { SchoolRooms } from "../archive/school-room.ts";
import type { Audit } from "../store/audit.ts";
import { jsonBody } from "./json-body.ts";

type Parts = { access: Access; schoolRooms: SchoolRooms; audit: Audit };

/** What the school takes of the disk, and the limit that its admins set. */
export function schoolRoomRoutes({ access, schoolRooms, audit }: Parts) {
  const manage = permit(access, "school.manage");
  return new Hono<Env>()
    .get("/api/school/room", manage, async (c) => c.json(await schoolRooms.read(staffOf(c.var.actor).schoolId)))
    .put("/api/school/room", manage, jsonBody(QuotaChoice), async (c) => {
      const { schoolId } = staffOf(c.var.actor);
      const { quotaBytes } = c.req.valid("json");
      await schoolRooms.choose(schoolId, quotaBytes);
      const act = { act: "school.quotaSet", target: `school:${schoolId}`, detail: String(quotaBytes) };
      await audit.write({ actor: auditName(c.var.actor), ...act });
      return c.json(await schoolRooms.read(schoolId));
    });
}
