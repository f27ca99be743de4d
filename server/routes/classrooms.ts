import { Hono } from "hono";
import { ClassroomChange, NewClassroom, type Classroom } from "../../schemas/people.ts";
import { auditName, type Env } from "../access/actor.ts";
import { issueClassCode } from "../access/class-code.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Audit } from "../store/audit.ts";
import type { Channels } from "../store/channels.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { Consents } from "../store/consents.ts";
import type { People } from "../store/people.ts";
import type { Sessions } from "../store/sessions.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  classrooms: Classrooms;
  people: People;
  channels: Channels;
  consents: Pick<Consents, "lastDayIn">;
  sessions: Sessions;
  audit: Audit;
  clock: () => number;
  /** Somebody's session is over: their sockets go too. */
  onSessionsEnded(): void;
};

/** Classrooms and their codes. Pupils read their classroom without its code. */
export function classroomRoutes(parts: Parts) {
  const { access, classrooms, people, channels, consents, sessions, audit, clock, onSessionsEnded } = parts;
  const classroom = paramTarget("classroomId");
  const issue = () => issueClassCode(clock());
  const isExpired = ({ codeExpiresAt }: Classroom) => Date.parse(codeExpiresAt) <= clock();
  /** With the former code, the sessions that it opened end. */
  const renew = async ({ id }: Pick<Classroom, "id">) => {
    await sessions.endByDayCode(id);
    const renewed = await classrooms.renewCode(id, issue);
    onSessionsEnded();
    return renewed;
  };
  const forPupils = (found: Classroom): Classroom => ({ ...found, code: "" });

  return new Hono<Env>()
    .get("/api/classrooms", permit(access, "classroom.list"), async (c) => {
      const staff = staffOf(c.var.actor);
      const scope = staff.role === "admin" ? { schoolId: staff.schoolId } : { accountId: staff.accountId };
      return c.json(await classrooms.list(scope));
    })
    .post("/api/classrooms", permit(access, "classroom.create"), jsonBody(NewClassroom), async (c) => {
      const staff = staffOf(c.var.actor);
      const created = await classrooms.create(staff.schoolId, c.req.valid("json"), issue);
      await classrooms.addTeacher(created.id, staff.accountId);
      return c.json(created, 201);
    })
    .get("/api/classrooms/:id", permit(access, "classroom.read", classroom), async (c) => {
      const found = await classrooms.require(c.req.param("id"));
      const isStaff = c.var.actor.role !== "pupil";
      // A teacher who opens the class page in the morning wants today's code, not yesterday's.
      const shown = isStaff ? (isExpired(found) ? await renew(found) : found) : forPupils(found);
      const [pupils, radios, consentsEndOn] = await Promise.all([
        people.pupilsOf(found.id),
        channels.listOf(found.id),
        consents.lastDayIn(found.id),
      ]);
      return c.json({ classroom: shown, pupils, channels: radios, consentsEndOn });
    })
    .patch(
      "/api/classrooms/:id",
      permit(access, "classroom.change", classroom),
      jsonBody(ClassroomChange),
      async (c) => {
        const { id } = await classrooms.require(c.req.param("id"));
        return c.json(await classrooms.change(id, c.req.valid("json")));
      },
    )
    .post("/api/classrooms/:id/class-codes", permit(access, "classroom.change", classroom), async (c) => {
      const renewed = await renew(await classrooms.require(c.req.param("id")));
      await audit.write({ actor: auditName(c.var.actor), act: "classCode.renewed", target: `classroom:${renewed.id}` });
      return c.json(renewed, 201);
    });
}
