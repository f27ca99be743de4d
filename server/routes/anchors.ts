import { Hono, type Context } from "hono";
import { AnchorRating, AnchorSettings, NewAnchor } from "../../schemas/anchors.ts";
import type { AnchorId } from "../../schemas/ids.ts";
import { largestTakeBytes } from "../../schemas/takes.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Throttles } from "../access/throttle.ts";
import type { SchoolRooms } from "../archive/school-room.ts";
import { Refusal } from "../errors.ts";
import type { AnchorShelf } from "../oral/anchor-shelf.ts";
import type { Audit } from "../store/audit.ts";
import type { Anchors } from "../store/anchors.ts";
import { jsonBody } from "./json-body.ts";
import { jsonOf } from "./json-of.ts";
import { paramTarget } from "./param-target.ts";
import { readUpload } from "./read-upload.ts";
import { serveFile } from "./serve-file.ts";

type Parts = {
  access: Access;
  anchors: Anchors;
  anchorShelf: AnchorShelf;
  audit: Audit;
  schoolRooms: Pick<SchoolRooms, "requireSchoolRoom">;
  throttles: Pick<Throttles, "upload">;
  /** Where uploads lie while they are read. */
  uploadDirectory: string;
};

/** Sounds that a school's staff rate blind, each for themself, to compare their ears with what was agreed. */
export function anchorRoutes(parts: Parts) {
  const { access, anchors, anchorShelf, audit, schoolRooms, throttles, uploadDirectory } = parts;
  const anchor = paramTarget("anchorId");
  /** Who did what with which one; no level, for these are nobody else's. */
  const note = (c: Context<Env>, act: string, id: AnchorId) =>
    audit.write({ actor: auditName(c.var.actor), act, target: `anchor:${id}` });

  return new Hono<Env>()
    .get("/api/anchors", permit(access, "anchor.use"), async (c) => {
      const { schoolId, accountId } = staffOf(c.var.actor);
      return c.json(await anchors.listFor(schoolId, accountId));
    })
    .post("/api/anchors", permit(access, "anchor.use"), async (c) => {
      const { schoolId, accountId } = staffOf(c.var.actor);
      // Before the sound travels for nothing.
      await anchors.requireFewer(schoolId);
      await schoolRooms.requireSchoolRoom(schoolId);
      await throttles.upload.spend(accountId);
      await using upload = await readUpload(c, { directory: uploadDirectory, maxBytes: largestTakeBytes });
      const settings = AnchorSettings.parse(jsonOf(NewAnchor.parse(upload.fields).settings));
      const id = await anchorShelf.keep(schoolId, accountId, upload.path, settings);
      await note(c, "anchor.brought", id);
      return c.json(await anchors.read(id, accountId), 201);
    })
    .get("/api/anchors/:id/sound", permit(access, "anchor.use", anchor), async (c) => {
      const { id } = await anchors.require(c.req.param("id"));
      const served = { path: anchorShelf.path(id), mimeType: "audio/mpeg", isPublic: false };
      return serveFile(c, { ...served, tag: id, missing: "request.not_found" });
    })
    .put("/api/anchors/:id/rating", permit(access, "anchor.use", anchor), jsonBody(AnchorRating), async (c) => {
      const { id } = await anchors.require(c.req.param("id"));
      const rated = await anchors.rate(id, staffOf(c.var.actor).accountId, c.req.valid("json"));
      await note(c, "anchor.rated", id);
      return c.json(rated);
    })
    .delete("/api/anchors/:id", permit(access, "anchor.remove", anchor), async (c) => {
      const { id, broughtBy } = await anchors.require(c.req.param("id"));
      const { role, accountId } = staffOf(c.var.actor);
      if (role !== "admin" && broughtBy !== accountId) throw new Refusal("session.forbidden");
      await anchorShelf.remove(id);
      await note(c, "anchor.removed", id);
      return c.body(null, 204);
    });
}
