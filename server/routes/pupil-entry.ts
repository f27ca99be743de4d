import { Hono } from "hono";
import { ClassCode, PupilEntry } from "../../schemas/people.ts";
import type { Env } from "../access/actor.ts";
import type { ClientAddress } from "../access/client-address.ts";
import type { CodeAlarm } from "../access/code-alarm.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { PictureLocks } from "../access/picture-locks.ts";
import type { SessionDoor } from "../access/session-cookie.ts";
import { sessionOf } from "../access/session-of.ts";
import type { Throttles } from "../access/throttle.ts";
import { Refusal } from "../errors.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";

type Parts = {
  access: Access;
  sessionDoor: SessionDoor;
  people: People;
  classrooms: Classrooms;
  throttles: Throttles;
  pictureLocks: PictureLocks;
  codeAlarm: CodeAlarm;
  clientAddress: ClientAddress;
  clock: () => number;
};

/** The pupils' door: a class code shows the avatars, an avatar opens a session on this device until the code ends. */
export function pupilEntryRoutes(parts: Parts) {
  const { access, sessionDoor, people, classrooms, throttles, pictureLocks, codeAlarm, clientAddress, clock } = parts;
  /** Wrong codes are counted per address, so that nobody finds a class by trying. */
  const requireByCode = (code: string, address: string) =>
    throttles.classCode
      .attempt([address], async () => {
        const classroom = await classrooms.findByCode(code);
        if (classroom === undefined) throw new Refusal("class_code.unknown");
        if (Date.parse(classroom.codeExpiresAt) <= clock()) throw new Refusal("class_code.expired");
        return classroom;
      })
      .catch((error: unknown) => {
        if (error instanceof Refusal) codeAlarm.note();
        throw error;
      });

  return new Hono<Env>()
    .get("/api/class-codes/:code", permit(access, "classCode.read"), async (c) => {
      const code = ClassCode.safeParse(c.req.param("code"));
      // What cannot be a code is a wrong code to whoever typed it.
      const { id, name, schoolId } = await requireByCode(code.data ?? "", clientAddress(c));
      const [school, pupils] = await Promise.all([people.requireSchool(schoolId), people.pupilsOf(id)]);
      return c.json({ classroom: { id, name }, school, pupils });
    })
    .get("/api/code-alarm", permit(access, "staff.manage"), (c) => c.json({ guesses: codeAlarm.read() }))
    .post("/api/pupil-sessions", permit(access, "session.open"), jsonBody(PupilEntry), async (c) => {
      const { code, pupilId, pictures } = c.req.valid("json");
      const { id: classroomId, schoolId, codeExpiresAt } = await requireByCode(code, clientAddress(c));
      const pupil = await people.requirePupil(pupilId);
      if (pupil.classroomId !== classroomId) throw new Refusal("pupil.not_found");
      await pictureLocks.open(pupilId, pictures, clientAddress(c));
      const holder = { role: "pupil", pupilId, classroomId, schoolId } as const;
      await sessionDoor.open(c, holder, { expiresAt: Date.parse(codeExpiresAt) });
      return c.json(await sessionOf({ people, classrooms }, holder), 201);
    });
}
