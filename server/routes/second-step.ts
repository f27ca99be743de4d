import { Hono } from "hono";
import { OwnPassword, SecondStepCode, type NewSecondStep, type RecoveryCodes } from "../../schemas/account.ts";
import { AccountId } from "../../schemas/ids.ts";
import { auditName, type Env } from "../access/actor.ts";
import { requireOwnPassword } from "../access/change-password.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import type { SecondStep } from "../access/second-step.ts";
import { staffOf } from "../access/staff-of.ts";
import type { Throttles } from "../access/throttle.ts";
import { Refusal } from "../errors.ts";
import type { Audit } from "../store/audit.ts";
import type { People } from "../store/people.ts";
import { jsonBody } from "./json-body.ts";

type Parts = { access: Access; people: People; secondStep: SecondStep; throttles: Throttles; audit: Audit };

/** A code from an app after the password: one's own, set up and removed with the password; an admin removes a colleague's who lost theirs. */
export function secondStepRoutes(parts: Parts) {
  const { access, people, secondStep, audit } = parts;
  const own = permit(access, "account.manage");
  const note = (actor: string, act: string, id: AccountId) => audit.write({ actor, act, target: `account:${id}` });
  return new Hono<Env>()
    .post("/api/account/second-step", own, jsonBody(OwnPassword), async (c) => {
      const { accountId, schoolId } = staffOf(c.var.actor);
      const { email } = await requireOwnPassword(parts, accountId, c.req.valid("json").password);
      const { name } = await people.requireSchool(schoolId);
      c.header("Cache-Control", "no-store");
      return c.json<NewSecondStep, 201>(await secondStep.begin(accountId, email, name), 201);
    })
    .put("/api/account/second-step", own, jsonBody(SecondStepCode), async (c) => {
      const { accountId } = staffOf(c.var.actor);
      const codes = await secondStep.confirm(accountId, c.req.valid("json").code);
      await note(auditName(c.var.actor), "account.secondStepAdded", accountId);
      c.header("Cache-Control", "no-store");
      return c.json<RecoveryCodes>({ codes });
    })
    .post("/api/account/second-step/removals", own, jsonBody(OwnPassword), async (c) => {
      const { accountId } = staffOf(c.var.actor);
      await requireOwnPassword(parts, accountId, c.req.valid("json").password);
      if (await secondStep.remove(accountId))
        await note(auditName(c.var.actor), "account.secondStepRemoved", accountId);
      return c.body(null, 204);
    })
    .delete("/api/staff/:id/second-step", permit(access, "staff.manage"), async (c) => {
      const id = AccountId.safeParse(c.req.param("id"));
      const account = id.success ? await people.findAccount(id.data) : undefined;
      if (account?.schoolId !== staffOf(c.var.actor).schoolId) throw new Refusal("account.not_found");
      if (await secondStep.remove(account.id))
        await note(auditName(c.var.actor), "staff.secondStepRemoved", account.id);
      return c.body(null, 204);
    });
}
