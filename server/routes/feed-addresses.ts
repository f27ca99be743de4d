import { Hono, type Context } from "hono";
import { NewClassFeedAddress, NewFeedAddress, type ClassSubscriptions } from "../../schemas/feed-addresses.ts";
import { ClassroomId } from "../../schemas/ids.ts";
import { auditName, familyOf, type Env } from "../access/actor.ts";
import type { FeedDoors } from "../access/feed-doors.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Audit } from "../store/audit.ts";
import type { FeedAddresses } from "../store/feed-addresses.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = { access: Access; feedDoors: FeedDoors; feedAddresses: FeedAddresses; audit: Audit };

/** Private feed addresses: a family's own, and those of a class; each is made for one device, and stopped by itself. */
export function feedAddressRoutes({ access, feedDoors, feedAddresses, audit }: Parts) {
  const ofFamily = permit(access, "family.read");
  const ofClass = permit(access, "feed.manage", paramTarget("classroomId"));
  const own = (c: Context<Env>) => ({ familyId: familyOf(c.var.actor).familyId });
  const classroomOf = (c: Context) => ClassroomId.parse(c.req.param("id"));
  const ofDevices = (c: Context<Env>) => ({ classroomId: classroomOf(c), accountId: null });
  const ofTeacher = (c: Context<Env>) => ({
    classroomId: classroomOf(c),
    accountId: staffOf(c.var.actor).accountId,
  });
  const note = (c: Context<Env>, act: string, target: string) =>
    audit.write({ actor: auditName(c.var.actor), act, target });

  return new Hono<Env>()
    .get("/api/family/feed-addresses", ofFamily, async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(await feedDoors.listOf(own(c)));
    })
    .post("/api/family/feed-addresses", ofFamily, jsonBody(NewFeedAddress), async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(await feedDoors.make(own(c), c.req.valid("json").device), 201);
    })
    .delete("/api/family/feed-addresses/:addressId", ofFamily, async (c) => {
      await feedDoors.stop(own(c), c.req.param("addressId"));
      return c.body(null, 204);
    })
    .get("/api/classrooms/:id/feed-addresses", ofClass, async (c) => {
      c.header("Cache-Control", "no-store");
      const [devices, teachers] = [await feedDoors.listOf(ofDevices(c)), await feedDoors.listOf(ofTeacher(c))];
      return c.json<ClassSubscriptions>({
        ofFamilies: await feedAddresses.countUsedOfFamilies(classroomOf(c)),
        addresses: [
          ...teachers.map((address) => ({ ...address, isOwn: true })),
          ...devices.map((address) => ({ ...address, isOwn: false })),
        ],
      });
    })
    .post("/api/classrooms/:id/feed-addresses", ofClass, jsonBody(NewClassFeedAddress), async (c) => {
      const { device, isOwn } = c.req.valid("json");
      const made = await feedDoors.make(isOwn ? ofTeacher(c) : ofDevices(c), device);
      await note(c, "feed.addressMade", `classroom:${classroomOf(c)}`);
      c.header("Cache-Control", "no-store");
      return c.json({ ...made, isOwn }, 201);
    })
    .delete("/api/classrooms/:id/feed-addresses/:addressId", ofClass, async (c) => {
      for (const owner of [ofTeacher(c), ofDevices(c)]) await feedDoors.stop(owner, c.req.param("addressId"));
      await note(c, "feed.addressStopped", `classroom:${classroomOf(c)}`);
      return c.body(null, 204);
    })
    .delete("/api/classrooms/:id/family-feed-addresses", ofClass, async (c) => {
      await feedAddresses.removeOfFamilies(classroomOf(c));
      await note(c, "feed.familyAddressesStopped", `classroom:${classroomOf(c)}`);
      return c.body(null, 204);
    });
}
