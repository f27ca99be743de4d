import { Hono } from "hono";
import { ClassroomId, PupilId } from "../../schemas/ids.ts";
import { NewPupil, PupilChange } from "../../schemas/people.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { Archive } from "../archive/open-archive.ts";
import type { Audit } from "../store/audit.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  people: People;
  audit: Audit;
  archive: Pick<Archive, "withdraw">;
  /** Somebody's session is over: their sockets go too. */
  onSessionsEnded(): void;
};

// The page then says that a first name is enough.
const named = { firstName: "pupil.name_refused" } as const;

/** The avatars that a teacher prepares. */
export const pupilRoutes = ({ access, people, audit, archive, onSessionsEnded }: Parts) =>
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
    .delete("/api/pupils/:id", permit(access, "pupil.manage", paramTarget("pupilId")), async (c) => {
      const id = PupilId.parse(c.req.param("id"));
      await people.removePupil(id);
      // Nobody answers for the voice any more.
      await archive.withdraw();
      onSessionsEnded();
      await audit.write({ actor: auditName(c.var.actor), act: "pupil.removed", target: `pupil:${id}` });
      return c.body(null, 204);
    });
