import { Hono } from "hono";
import { ClassImport } from "../../schemas/class-import.ts";
import { TeacherChoice } from "../../schemas/classroom-overview.ts";
import type { AccountId } from "../../schemas/ids.ts";
import { auditName, type Actor, type Env } from "../access/actor.ts";
import { issueClassCode } from "../access/class-code.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { ClassImports } from "../store/class-import.ts";
import type { Classrooms } from "../store/classrooms.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";
import { paramTarget } from "./param-target.ts";

type Parts = {
  access: Access;
  classrooms: Classrooms;
  classImports: ClassImports;
  people: People;
  audit: Audit;
  clock: () => number;
  /** Somebody may do other things than before: their sockets come in anew. */
  onStaffChanged(id: AccountId): void;
};

/** What an admin does with all classes of the school: sees them, says who teaches them, takes over the school's list. */
export function schoolRoutes(parts: Parts) {
  const { access, classrooms, classImports, people, audit, clock, onStaffChanged } = parts;
  const manage = permit(access, "school.manage");
  const classroom = paramTarget("classroomId");
  const schoolOf = (actor: Actor) => staffOf(actor).schoolId;
  const note = (actor: Actor, act: string, detail: string) =>
    audit.write({ actor: auditName(actor), act, target: `school:${schoolOf(actor)}`, detail });

  return new Hono<Env>()
    .get("/api/school/classrooms", manage, async (c) => c.json(await classrooms.overview(schoolOf(c.var.actor))))
    .put(
      "/api/classrooms/:id/teachers",
      permit(access, "school.manage", classroom),
      jsonBody(TeacherChoice),
      async (c) => {
        const { id } = await classrooms.require(c.req.param("id"));
        const { accountIds } = c.req.valid("json");
        const known = new Set((await people.staffOf(schoolOf(c.var.actor))).map((member) => member.id));
        if (!accountIds.every((accountId) => known.has(accountId))) throw new Refusal("account.not_found");
        const former = await classrooms.setTeachers(id, accountIds);
        const act = { act: "classroom.teachersChanged", target: `classroom:${id}`, detail: accountIds.join(" ") };
        await audit.write({ actor: auditName(c.var.actor), ...act });
        // Whoever begins to teach here loses nothing, and may be on air with another class.
        for (const accountId of former) onStaffChanged(accountId);
        return c.json({ accountIds });
      },
    )
    .post("/api/class-import-previews", manage, jsonBody(ClassImport), async (c) =>
      c.json(await classImports.plan(schoolOf(c.var.actor), c.req.valid("json"))),
    )
    .post("/api/class-imports", manage, jsonBody(ClassImport), async (c) => {
      const issue = () => issueClassCode(clock());
      const plan = await classImports.apply(schoolOf(c.var.actor), c.req.valid("json"), issue);
      const pupils = plan.classrooms.reduce((sum, { added }) => sum + added.length, 0);
      const fresh = plan.classrooms.filter(({ isNew }) => isNew).length;
      await note(c.var.actor, "classrooms.imported", `classrooms: ${fresh}, pupils: ${pupils}`);
      return c.json(plan, 201);
    });
}
