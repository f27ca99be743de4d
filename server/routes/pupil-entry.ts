import { Hono } from "hono";
import { ClassCode, PupilEntry } from "../../schemas/people.ts";
import type { Env } from "../access/actor.ts";
import type { ClassDoor } from "../access/class-door.ts";
import type { ClientAddress } from "../access/client-address.ts";
import type { CodeAlarm } from "../access/code-alarm.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { PictureLocks } from "../access/picture-locks.ts";
import type { SessionDoor } from "../access/session-cookie.ts";
import { sessionOf } from "../access/session-of.ts";
import { Refusal } from "../errors.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";

type Parts = {
  access: Access;
  sessionDoor: SessionDoor;
  people: People;
  classrooms: Classrooms;
  classDoor: ClassDoor;
  pictureLocks: PictureLocks;
  codeAlarm: CodeAlarm;
  clientAddress: ClientAddress;
};

/** The pupils' door: a class code shows the avatars, an avatar opens a session on this device until the code ends. */
export function pupilEntryRoutes(parts: Parts) {
  const { access, sessionDoor, people, classrooms, classDoor, pictureLocks, codeAlarm, clientAddress } = parts;
  return new Hono<Env>()
    .get("/api/class-codes/:code", permit(access, "classCode.read"), async (c) => {
      const code = ClassCode.safeParse(c.req.param("code"));
      // What cannot be a code is a wrong code to whoever typed it.
      const { classroom } = await classDoor.require(code.data ?? "", clientAddress(c));
      const { id, name, schoolId } = classroom;
      const [school, pupils] = await Promise.all([people.requireSchool(schoolId), people.pupilsOf(id)]);
      return c.json({ classroom: { id, name }, school, pupils });
    })
    .get("/api/code-alarm", permit(access, "staff.manage"), (c) => c.json({ guesses: codeAlarm.read() }))
    .post("/api/pupil-sessions", permit(access, "session.open"), jsonBody(PupilEntry), async (c) => {
      const { code, pupilId, pictures } = c.req.valid("json");
      const { classroom, expiresAt, showId } = await classDoor.require(code, clientAddress(c));
      const { id: classroomId, schoolId } = classroom;
      const pupil = await people.requirePupil(pupilId);
      if (pupil.classroomId !== classroomId) throw new Refusal("pupil.not_found");
      await pictureLocks.open(pupilId, pictures, clientAddress(c));
      const holder = { role: "pupil", pupilId, classroomId, schoolId } as const;
      await sessionDoor.open(c, holder, { expiresAt, showId });
      return c.json(await sessionOf({ people, classrooms }, holder), 201);
    });
}
