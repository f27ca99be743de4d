import { Hono } from "hono";
import { SchoolYearChange } from "../../schemas/school-years.ts";
import { auditName, type Actor, type Env } from "../access/actor.ts";
import { issueClassCode } from "../access/class-code.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Audit } from "../store/audit.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { SchoolYears } from "../store/school-years.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  classrooms: Classrooms;
  schoolYears: SchoolYears;
  audit: Audit;
  clock: () => number;
  /** Sessions are over: their sockets go too. */
  onSessionsEnded(): void;
  /** Channels were closed: who listens is asked again. */
  onAudienceChanged(): void;
};

/** How a school goes over to its next year, and how a class comes back from the archive. */
export function schoolYearRoutes(parts: Parts) {
  const { access, classrooms, schoolYears, audit, clock } = parts;
  const manage = permit(access, "school.manage");
  const schoolOf = (actor: Actor) => staffOf(actor).schoolId;
  const issue = () => issueClassCode(clock());

  return new Hono<Env>()
    .post("/api/school-year-previews", manage, jsonBody(SchoolYearChange), async (c) =>
      c.json(await schoolYears.plan(schoolOf(c.var.actor), c.req.valid("json"))),
    )
    .post("/api/school-years", manage, jsonBody(SchoolYearChange), async (c) => {
      const schoolId = schoolOf(c.var.actor);
      const change = c.req.valid("json");
      const plan = await schoolYears.apply(schoolId, change, issue);
      const actor = auditName(c.var.actor);
      for (const { fate, classroomId } of change.classrooms) {
        const act = `classroom.${fate}`;
        await audit.write({ actor, act, target: `classroom:${classroomId}`, detail: change.schoolYear });
      }
      const detail = `${change.schoolYear}, channels: ${change.channels}, moved pupils: ${plan.moved}`;
      await audit.write({ actor, act: "schoolYear.turned", target: `school:${schoolId}`, detail });
      parts.onSessionsEnded();
      parts.onAudienceChanged();
      return c.json(plan, 201);
    })
    .post(
      "/api/classrooms/:id/restorations",
      permit(access, "school.manage", paramTarget("classroomId")),
      async (c) => {
        const { id } = await classrooms.require(c.req.param("id"));
        await classrooms.restore(id);
        const restored = await classrooms.renewCode(id, issue);
        await audit.write({
          actor: auditName(c.var.actor),
          act: "classroom.restored",
          target: `classroom:${id}`,
        });
        return c.json(restored, 201);
      },
    );
}
