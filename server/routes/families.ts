import { Hono, type Context } from "hono";
import { FamilyChange, NewFamily } from "../../schemas/families.ts";
import { ClassroomId, FamilyId, PupilId } from "../../schemas/ids.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { FamilyLinks } from "../access/family-links.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { Families } from "../store/families.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { stationOrigin } from "./station-origin.ts";

type Parts = {
  access: Access;
  families: Families;
  familyLinks: FamilyLinks;
  people: People;
  audit: Audit;
  /** The station's own address, when it knows it better than a request's `Host`. */
  publicUrl: string | undefined;
};

/** The class's families, as its teachers make, print, renew and take back their links. */
export function familyRoutes({ access, families, familyLinks, people, audit, publicUrl }: Parts) {
  const ofClass = permit(access, "family.manage", paramTarget("classroomId"));
  const ofFamily = permit(access, "family.manage", paramTarget("familyId"));
  const idOf = (c: Context) => FamilyId.parse(c.req.param("id"));
  const note = (c: Context<Env>, act: string, id: FamilyId, detail?: string) =>
    audit.write({ actor: auditName(c.var.actor), act, target: `family:${id}`, ...(detail && { detail }) });
  /** A child of another class is brought in or taken out by somebody who answers for both. */
  const childOf = async (c: Context<Env>): Promise<PupilId> => {
    const pupilId = c.req.param("pupilId") ?? "";
    await access.require(c.var.actor, "pupil.manage", { pupilId });
    return PupilId.parse(pupilId);
  };

  return new Hono<Env>()
    .get("/api/classrooms/:id/families", ofClass, async (c) =>
      c.json(await families.ofClassroom(ClassroomId.parse(c.req.param("id")))),
    )
    .get("/api/classrooms/:id/family-links", ofClass, async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(await familyLinks.ofClassroom(ClassroomId.parse(c.req.param("id")), stationOrigin(c, publicUrl)));
    })
    .post("/api/classrooms/:id/families", ofClass, jsonBody(NewFamily), async (c) => {
      const wanted = c.req.valid("json");
      const here = new Set((await people.pupilsOf(ClassroomId.parse(c.req.param("id")))).map(({ id }) => id));
      if (!wanted.pupilIds.every((id) => here.has(id))) throw new Refusal("pupil.not_found");
      const family = await familyLinks.make(staffOf(c.var.actor).schoolId, wanted);
      await note(c, "family.linkMade", family.id);
      return c.json(family, 201);
    })
    .patch("/api/families/:id", ofFamily, jsonBody(FamilyChange), async (c) => {
      await families.changeLanguage(idOf(c), c.req.valid("json").language);
      return c.json(await families.require(idOf(c)));
    })
    .put("/api/families/:id/children/:pupilId", ofFamily, async (c) => {
      const pupilId = await childOf(c);
      await families.addChild(idOf(c), pupilId);
      await note(c, "family.childAdded", idOf(c), `pupil:${pupilId}`);
      return c.json(await families.require(idOf(c)));
    })
    .delete("/api/families/:id/children/:pupilId", ofFamily, async (c) => {
      const pupilId = await childOf(c);
      await families.removeChild(idOf(c), pupilId);
      await note(c, "family.childRemoved", idOf(c), `pupil:${pupilId}`);
      return c.body(null, 204);
    })
    .post("/api/families/:id/links", ofFamily, async (c) => {
      await note(c, "family.linkRenewed", idOf(c));
      return c.json(await familyLinks.renew(idOf(c)), 201);
    })
    .delete("/api/families/:id/link", ofFamily, async (c) => {
      await note(c, "family.linkRevoked", idOf(c));
      return c.json(await familyLinks.revoke(idOf(c)));
    })
    .post("/api/families/:id/pins", ofFamily, async (c) => {
      await note(c, "family.pinDrawn", idOf(c));
      c.header("Cache-Control", "no-store");
      return c.json({ pin: await familyLinks.drawPin(idOf(c)) }, 201);
    })
    .delete("/api/families/:id/pin", ofFamily, async (c) => {
      await families.setPin(idOf(c), null);
      await note(c, "family.pinRemoved", idOf(c));
      return c.json(await families.require(idOf(c)));
    });
}
