import { Hono } from "hono";
import { PodcastImportId } from "../../schemas/ids.ts";
import {
  PodcastAddress,
  FolderName,
  ImportStart,
  largestArchiveBytes,
  VoicesAnswer,
} from "../../schemas/podcast-imports.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Throttles } from "../access/throttle.ts";
import type { Covers } from "../archive/covers.ts";
import { exportChannel } from "../archive/export-channel.ts";
import type { Imports } from "../archive/import/open-imports.ts";
import type { SchoolRooms } from "../archive/school-room.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { Channels } from "../store/channels.ts";
import type { Database } from "../store/open-database.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { readUpload } from "./read-upload.ts";
import { stationOrigin } from "./station-origin.ts";

type Parts = {
  access: Access;
  channels: Pick<Channels, "require">;
  imports: Imports;
  schoolRooms: Pick<SchoolRooms, "requireRoom">;
  throttles: Pick<Throttles, "importFile" | "feedImport">;
  audit: Pick<Audit, "write">;
  database: Database;
  covers: Covers;
  mediaDirectory: string;
  /** The station's own address, when it knows it better than a request's `Host`. */
  publicUrl: string | undefined;
  /** Where uploads lie while they are read. */
  uploadDirectory: string;
};

/** Podcasts from elsewhere: what one offers, bringing it in, and answering for its voices. */
export function podcastImportRoutes(parts: Parts) {
  const { access, channels, imports, schoolRooms, throttles, uploadDirectory, audit, publicUrl } = parts;
  const channel = paramTarget("channelId");
  const own = permit(access, "podcast.import", paramTarget("podcastImportId"));
  const idOf = (id: string) => PodcastImportId.parse(id);

  async function channelWithRoom(id: string) {
    const found = await channels.require(id);
    await schoolRooms.requireRoom({ classroomId: found.classroomId });
    return found.id;
  }

  return new Hono<Env>()
    .get("/api/channels/:id/podcast-imports", permit(access, "podcast.import", channel), async (c) => {
      const { id } = await channels.require(c.req.param("id"));
      return c.json(await imports.listOf(id));
    })
    .post(
      "/api/channels/:id/feed-imports",
      permit(access, "podcast.import", channel),
      jsonBody(PodcastAddress, { url: "podcast_import.address_refused" }),
      async (c) => {
        const { accountId } = staffOf(c.var.actor);
        await throttles.feedImport.spend(accountId);
        const { id } = await channels.require(c.req.param("id"));
        return c.json(await imports.fromFeed(id, c.req.valid("json").url), 201);
      },
    )
    .post("/api/channels/:id/file-imports", permit(access, "podcast.import", channel), async (c) =>
      c.json(await imports.fromFiles(await channelWithRoom(c.req.param("id"))), 201),
    )
    .get("/api/channels/:id/import-folders", permit(access, "podcast.importFolder", channel), async (c) =>
      c.json(await imports.listFolders()),
    )
    .post(
      "/api/channels/:id/folder-imports",
      permit(access, "podcast.importFolder", channel),
      jsonBody(FolderName),
      async (c) => {
        const { id } = await channels.require(c.req.param("id"));
        return c.json(await imports.fromFolder(id, c.req.valid("json").folder), 201);
      },
    )
    .get("/api/channels/:id/export", permit(access, "podcast.export", channel), async (c) => {
      const { id } = await channels.require(c.req.param("id"));
      await audit.write({ actor: auditName(c.var.actor), act: "channel.exported", target: `channel:${id}` });
      c.header("Content-Type", "application/zip");
      c.header("Content-Disposition", 'attachment; filename="chaine.zip"');
      c.header("Cache-Control", "no-store");
      return c.body(await exportChannel(parts, id, stationOrigin(c, publicUrl)));
    })
    .get("/api/podcast-imports/:id", own, async (c) => c.json(await imports.tell(idOf(c.req.param("id")))))
    .post("/api/podcast-imports/:id/files", own, async (c) => {
      const { id, channelId } = await imports.tell(idOf(c.req.param("id")));
      await channelWithRoom(channelId);
      await throttles.importFile.spend(staffOf(c.var.actor).accountId);
      await using upload = await readUpload(c, { directory: uploadDirectory, maxBytes: largestArchiveBytes });
      const { name } = upload.fields;
      if (name === undefined) throw new Refusal("request.malformed");
      return c.json(await imports.addFile(id, name, upload.path), 201);
    })
    .post("/api/podcast-imports/:id/start", own, jsonBody(ImportStart), async (c) => {
      const { id, channelId } = await imports.tell(idOf(c.req.param("id")));
      await channelWithRoom(channelId);
      return c.json(await imports.start(id, c.req.valid("json"), staffOf(c.var.actor).accountId), 201);
    })
    .put("/api/podcast-imports/:id/voices", own, jsonBody(VoicesAnswer), async (c) =>
      c.json(await imports.answer(idOf(c.req.param("id")), c.req.valid("json"), staffOf(c.var.actor))),
    )
    .post("/api/podcast-imports/:id/retries", own, async (c) =>
      c.json(await imports.retry(idOf(c.req.param("id"))), 201),
    )
    .delete("/api/podcast-imports/:id", own, async (c) => {
      await imports.stop(idOf(c.req.param("id")));
      return c.body(null, 204);
    });
}
