import { Hono } from "hono";
import { ErasureWish } from "../../schemas/erasure.ts";
import { ClassroomId, PupilId } from "../../schemas/ids.ts";
import { NewPupil, PupilChange } from "../../schemas/people.ts";
import type { Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";
import { queryWords } from "./query-words.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  people: People;
  archive: Pick<Archive, "erasePupil" | "exportPupil" | "tracesOf">;
  /** Somebody's session is over: their sockets go too. */
  onSessionsEnded(): void;
  /** A voice may not be heard any more, and a rundown changed: open studios follow. */
  onConsentChanged(): void;
};

// The page then says that a first name is enough.
const named = { firstName: "pupil.name_refused" } as const;

/** The avatars that a teacher prepares. */
export const pupilRoutes = ({ access, people, archive, onSessionsEnded, onConsentChanged }: Parts) =>
  new Hono<Env>()
    .post(
      "/api/classrooms/:id/pupils",
      permit(access, "pupil.manage", paramTarget("classroomId")),
      jsonBody(NewPupil, named),
      async (c) => {
        const pupil = await people.addPupil(ClassroomId.parse(c.req.param("id")), c.req.valid("json"));
        return c.json(pupil, 201);
      },
    )
    .patch(
      "/api/pupils/:id",
      permit(access, "pupil.manage", paramTarget("pupilId")),
      jsonBody(PupilChange, named),
      async (c) => {
        const pupil = await people.changePupil(PupilId.parse(c.req.param("id")), c.req.valid("json"));
        return c.json(pupil);
      },
    )
    .delete(
      "/api/pupils/:id",
      permit(access, "pupil.manage", paramTarget("pupilId")),
      queryWords(ErasureWish),
      async (c) => {
        const pupilId = PupilId.parse(c.req.param("id"));
        const isEverywhere = c.req.valid("query").names === "everywhere";
        const { isScrubbed } = await archive.erasePupil({ pupilId, isEverywhere }, c.var.actor, () => {
          onSessionsEnded();
          onConsentChanged();
        });
        return isScrubbed ? c.body(null, 204) : c.json({ isScrubbed }, 202);
      },
    )
    .get("/api/pupils/:id/export", permit(access, "pupil.manage", paramTarget("pupilId")), async (c) => {
      const zip = await archive.exportPupil(PupilId.parse(c.req.param("id")), c.var.actor);
      c.header("Content-Type", "application/zip");
      // No name: not in a file's either.
      c.header("Content-Disposition", 'attachment; filename="eleve.zip"');
      c.header("Cache-Control", "no-store");
      return c.body(zip);
    })
    .get("/api/pupils/:id/traces", permit(access, "pupil.manage", paramTarget("pupilId")), async (c) =>
      c.json(await archive.tracesOf(PupilId.parse(c.req.param("id")))),
    );
