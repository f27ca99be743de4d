import { Hono } from "hono";
import { z } from "zod";
import { AlbumChange } from "../../schemas/progress.ts";
import { dayInParis } from "../../schemas/consent.ts";
import { PupilId } from "../../schemas/ids.ts";
import { auditName, familyOf, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { Refusal } from "../errors.ts";
import type { TakeShelf } from "../oral/open-take-shelf.ts";
import type { Audit } from "../store/audit.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Families } from "../store/families.ts";
import type { People } from "../store/people.ts";
import type { Progress } from "../store/progress.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { queryWords } from "./query-words.ts";
import { serveFile } from "./serve-file.ts";

type Parts = {
  access: Access;
  audit: Audit;
  classrooms: Pick<Classrooms, "require">;
  people: Pick<People, "requirePupil">;
  families: Pick<Families, "require">;
  progress: Progress;
  takeShelf: Pick<TakeShelf, "soundPath">;
  clock: () => number;
};

const Since = z.strictObject({ since: z.iso.date().optional() });
const yearMs = 366 * 86_400_000;

/** How pupils speak and read: for their teachers, and for a family the first and the latest take, where the teacher shares them. */
export function progressRoutes(parts: Parts) {
  const { access, audit, classrooms, people, families, progress, takeShelf, clock } = parts;
  const pupil = paramTarget("pupilId");
  const sinceOf = (day: string | undefined) => day ?? dayInParis(clock() - yearMs);
  const albumsOf = async (familyId: Parameters<Families["require"]>[0]) => {
    const { children } = await families.require(familyId);
    return (await Promise.all(children.map(({ id }) => progress.albumOf(id)))).flat();
  };

  return new Hono<Env>()
    .get(
      "/api/classrooms/:id/progress",
      permit(access, "progress.read", paramTarget("classroomId")),
      queryWords(Since),
      async (c) => {
        const { id } = await classrooms.require(c.req.param("id"));
        return c.json(await progress.ofClass(id, sinceOf(c.req.valid("query").since)));
      },
    )
    .get("/api/pupils/:id/progress", permit(access, "progress.read", pupil), queryWords(Since), async (c) => {
      const { id, classroomId } = await people.requirePupil(PupilId.parse(c.req.param("id")));
      return c.json(await progress.ofPupil(id, classroomId, sinceOf(c.req.valid("query").since)));
    })
    .put("/api/pupils/:id/album", permit(access, "take.assess", pupil), jsonBody(AlbumChange), async (c) => {
      const { id } = await people.requirePupil(PupilId.parse(c.req.param("id")));
      const { isShared } = c.req.valid("json");
      await progress.shareAlbum(id, isShared);
      const act = isShared ? "album.shared" : "album.closed";
      await audit.write({ actor: auditName(c.var.actor), act, target: `pupil:${id}` });
      return c.json({ isShared });
    })
    .get("/api/family/albums", permit(access, "family.read"), async (c) =>
      c.json(await albumsOf(familyOf(c.var.actor).familyId)),
    )
    .get("/api/family/albums/:id/sound", permit(access, "family.read"), async (c) => {
      const found = (await albumsOf(familyOf(c.var.actor).familyId)).find(({ takeId }) => takeId === c.req.param("id"));
      if (found === undefined) throw new Refusal("take.not_found");
      const path = takeShelf.soundPath(found.takeId);
      const served = { path, mimeType: "audio/mpeg", tag: found.takeId, isPublic: false } as const;
      return serveFile(c, { ...served, missing: "take.not_found" });
    });
}
