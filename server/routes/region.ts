import { Hono, type Context } from "hono";
import { SchoolId } from "../../schemas/ids.ts";
import { AdminInvitation, NewSchool, SchoolChange, SchoolImport } from "../../schemas/region.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { StaffDoors } from "../access/staff-doors.ts";
import { Refusal } from "../errors.ts";
import type { Post } from "../mail/open-post.ts";
import type { Audit } from "../store/audit.ts";
import type { RegionSchools } from "../store/region-schools.ts";
import { jsonBody } from "./json-body.ts";
import { stationOrigin } from "./station-origin.ts";

type Parts = {
  access: Access;
  regionSchools: RegionSchools;
  staffDoors: StaffDoors;
  post: Post;
  audit: Audit;
  publicUrl: string | undefined;
  /** Whoever of a school is inside is looked at again. */
  onSessionsEnded(): void;
};

/** The schools of a station, for a region's admins: made, named, limited, shut; and figures, in which nobody is to be found. */
export function regionRoutes({ access, regionSchools, staffDoors, post, audit, publicUrl, onSessionsEnded }: Parts) {
  const manage = permit(access, "region.manage");
  const note = (c: Context<Env>, act: string, id: string, detail?: string) =>
    audit.write({
      actor: auditName(c.var.actor),
      act,
      target: `school:${id}`,
      ...(detail !== undefined && { detail }),
    });

  const requireSchool = (c: Context) => {
    const id = SchoolId.safeParse(c.req.param("id"));
    if (!id.success) throw new Refusal("school.not_found");
    return regionSchools.read(id.data);
  };

  async function noteChange(c: Context<Env>, id: SchoolId, { isShut, quotaBytes, name, city }: SchoolChange) {
    if (isShut !== undefined) await note(c, isShut ? "school.shut" : "school.reopened", id);
    if (quotaBytes !== undefined) await note(c, "school.quotaSet", id, String(quotaBytes));
    if (name !== undefined || city !== undefined) await note(c, "school.renamed", id);
  }

  return new Hono<Env>()
    .get("/api/region/schools", manage, async (c) => c.json(await regionSchools.list()))
    .post("/api/region/schools", manage, jsonBody(NewSchool), async (c) => {
      const made = await regionSchools.create(c.req.valid("json"));
      await note(c, "school.created", made.id);
      return c.json(made, 201);
    })
    .patch("/api/region/schools/:id", manage, jsonBody(SchoolChange), async (c) => {
      const { id } = await requireSchool(c);
      const change = c.req.valid("json");
      const changed = await regionSchools.change(id, change);
      await noteChange(c, id, change);
      if (change.isShut === true) onSessionsEnded();
      return c.json(changed);
    })
    .post("/api/region/schools/:id/invitations", manage, jsonBody(AdminInvitation), async (c) => {
      const { id } = await requireSchool(c);
      const invitation = { ...c.req.valid("json"), role: "admin", classroomIds: [] } as const;
      const { token, expiresAt } = await staffDoors.invite(id, { ...invitation, classroomIds: [] });
      await post.send({ about: "invitation", schoolId: id, invitation: { ...invitation, classroomIds: [] } });
      await note(c, "staff.invited", id, "admin");
      c.header("Cache-Control", "no-store");
      return c.json(
        { url: `${stationOrigin(c, publicUrl)}/bienvenue#${token}`, expiresAt, isMailed: post.isOpen },
        201,
      );
    })
    .post("/api/region/school-import-previews", manage, jsonBody(SchoolImport), async (c) =>
      c.json(await regionSchools.plan(c.req.valid("json"))),
    )
    .post("/api/region/school-imports", manage, jsonBody(SchoolImport), async (c) => {
      const plan = await regionSchools.take(c.req.valid("json"));
      await audit.write({ actor: auditName(c.var.actor), act: "schools.imported", target: "station" });
      return c.json(plan);
    });
}
