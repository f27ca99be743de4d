import { Hono, type Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { ClassroomId, type PupilId } from "../../schemas/ids.ts";
import { Admission, NewcomerWish, type Newcomer, type NewcomerState } from "../../schemas/newcomers.ts";
import { nearestAvatar } from "../../schemas/next-avatar.ts";
import { auditName, type Env } from "../access/actor.ts";
import type { ClassDoor } from "../access/class-door.ts";
import type { ClientAddress } from "../access/client-address.ts";
import type { Newcomers } from "../access/newcomers.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { SessionDoor } from "../access/session-cookie.ts";
import { sessionOf } from "../access/session-of.ts";
import type { Throttles } from "../access/throttle.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";
import { stationOrigin } from "./station-origin.ts";

type Parts = {
  access: Access;
  newcomers: Newcomers;
  classDoor: ClassDoor;
  sessionDoor: SessionDoor;
  people: People;
  classrooms: Classrooms;
  throttles: Throttles;
  clientAddress: ClientAddress;
  audit: Audit;
  publicUrl: string | undefined;
};

// Only this browser may ask how it stands, and walk in.
const cookie = "antenne-newcomer";
const path = "/api/newcomers";

/** Children who are not in the list wait at the pupils' door; their teacher lets them in or not. */
export function newcomerRoutes(parts: Parts) {
  const { access, newcomers, classDoor, sessionDoor, people, classrooms, audit, publicUrl } = parts;
  const door = permit(access, "session.open");
  const manage = permit(access, "pupil.manage", paramTarget("classroomId"));

  const keep = (c: Context, token: string) => {
    const secure = stationOrigin(c, publicUrl).startsWith("https:");
    setCookie(c, cookie, token, { path, httpOnly: true, sameSite: "Strict", secure, maxAge: 86_400 });
  };

  async function stateFor(c: Context): Promise<NewcomerState> {
    const found = await newcomers.stateOf(getCookie(c, cookie));
    if (typeof found === "string") return { state: found };
    return { state: "waiting", newcomer: found.newcomer, classroom: found.classroom };
  }

  async function inTheList(classroomId: ClassroomId, pupilId: PupilId): Promise<PupilId> {
    const pupil = await people.requirePupil(pupilId);
    if (pupil.classroomId !== classroomId) throw new Refusal("pupil.not_found");
    return pupilId;
  }

  /** Somebody else may have taken the bird meanwhile. */
  async function asNewPupil(classroomId: ClassroomId, { firstName, bird, colour }: Newcomer): Promise<PupilId> {
    const avatar = nearestAvatar(await people.pupilsOf(classroomId), { bird, colour });
    return (await people.addPupil(classroomId, { firstName, ...avatar })).id;
  }

  return new Hono<Env>()
    .post("/api/newcomers", door, jsonBody(NewcomerWish, { firstName: "pupil.name_refused" }), async (c) => {
      const { code, ...wish } = c.req.valid("json");
      const address = parts.clientAddress(c);
      const { classroom } = await classDoor.require(code, address);
      await parts.throttles.newcomers.spend(address);
      const { id, name } = classroom;
      keep(c, await newcomers.ask({ code, classroom: { id, name }, wish, address }, getCookie(c, cookie)));
      return c.body(null, 201);
    })
    .get("/api/newcomers/current", door, async (c) => {
      c.header("Cache-Control", "no-store");
      return c.json(await stateFor(c));
    })
    .delete("/api/newcomers/current", door, (c) => {
      newcomers.leave(getCookie(c, cookie));
      deleteCookie(c, cookie, { path });
      return c.body(null, 204);
    })
    .post("/api/newcomers/current/sessions", door, async (c) => {
      const { code, classroom, pupilId } = await newcomers.enter(getCookie(c, cookie));
      const opened = await classDoor.find(code);
      if (opened?.classroom.id !== classroom.id) throw new Refusal("newcomer.not_found");
      await inTheList(classroom.id, pupilId);
      const holder = {
        role: "pupil",
        pupilId,
        classroomId: classroom.id,
        schoolId: opened.classroom.schoolId,
      } as const;
      await sessionDoor.open(c, holder, { expiresAt: opened.expiresAt, showId: opened.showId });
      deleteCookie(c, cookie, { path });
      return c.json(await sessionOf({ people, classrooms }, holder), 201);
    })
    .get("/api/classrooms/:id/newcomers", manage, async (c) =>
      c.json(await newcomers.list(ClassroomId.parse(c.req.param("id")))),
    )
    .post("/api/classrooms/:id/newcomers/:newcomerId/admissions", manage, jsonBody(Admission), async (c) => {
      const classroomId = ClassroomId.parse(c.req.param("id"));
      const { pupilId } = c.req.valid("json");
      const admitted = await newcomers.letIn(classroomId, c.req.param("newcomerId"), (newcomer) =>
        pupilId === undefined ? asNewPupil(classroomId, newcomer) : inTheList(classroomId, pupilId),
      );
      const act = { act: "newcomer.letIn", target: `pupil:${admitted}` };
      await audit.write({ actor: auditName(c.var.actor), ...act });
      return c.json(await people.requirePupil(admitted), 201);
    })
    .delete("/api/classrooms/:id/newcomers/:newcomerId", manage, async (c) => {
      const classroomId = ClassroomId.parse(c.req.param("id"));
      await newcomers.refuse(classroomId, c.req.param("newcomerId"));
      const act = { act: "newcomer.refused", target: `classroom:${classroomId}` };
      await audit.write({ actor: auditName(c.var.actor), ...act });
      return c.body(null, 204);
    });
}
