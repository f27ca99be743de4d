import { Hono } from "hono";
import { CampaignStep, SurveyAnswers, type Survey } from "../../schemas/impact.ts";
import { auditName, type Actor, type Env } from "../access/actor.ts";
import type { Access } from "../access/open-access.ts";
import { permit } from "../access/permit.ts";
import { staffOf } from "../access/staff-of.ts";
import { Refusal } from "../errors.ts";
import type { Respondent, SurveyBox } from "../oral/survey-box.ts";
import type { Audit } from "../store/audit.ts";
import type { Campaigns } from "../store/campaigns.ts";
import type { Shows } from "../store/shows.ts";
import { jsonBody } from "./json-body.ts";

type Parts = {
  access: Access;
  campaigns: Campaigns;
  surveyBox: SurveyBox;
  shows: Pick<Shows, "isLiveIn">;
  audit: Audit;
};

/** What the radio brought: asked of pupils and teachers, told as figures in which nobody is to be found. */
export function impactRoutes({ access, campaigns, surveyBox, shows, audit }: Parts) {
  const manage = permit(access, "impact.manage");
  const answer = permit(access, "survey.answer");
  const listFor = (actor: Actor) => campaigns.listOf(staffOf(actor).schoolId);
  const note = (actor: Actor, isOpening: boolean) => {
    const act = isOpening ? "campaign.asked" : "campaign.closed";
    return audit.write({ actor: auditName(actor), act, target: `school:${staffOf(actor).schoolId}` });
  };

  return new Hono<Env>()
    .get("/api/impact", manage, async (c) => c.json(await listFor(c.var.actor)))
    .post("/api/impact/campaigns", manage, async (c) => {
      await surveyBox.open(staffOf(c.var.actor).schoolId);
      await note(c.var.actor, true);
      return c.json(await listFor(c.var.actor), 201);
    })
    .put("/api/impact/campaign/state", manage, jsonBody(CampaignStep), async (c) => {
      const { state } = c.req.valid("json");
      await surveyBox.move(staffOf(c.var.actor).schoolId, state);
      await note(c.var.actor, state === "ending");
      return c.json(await listFor(c.var.actor));
    })
    .get("/api/survey", answer, async (c) => {
      const { actor } = c.var;
      // A class that is on air has something else on its mind.
      const isOnAir = actor.role === "pupil" && (await shows.isLiveIn(actor.classroomId));
      return c.json<Survey>({ moment: isOnAir ? null : await surveyBox.momentFor(respondent(actor)) });
    })
    .put("/api/survey", answer, jsonBody(SurveyAnswers), async (c) => {
      await surveyBox.answer(respondent(c.var.actor), c.req.valid("json"));
      return c.json<Survey>({ moment: null });
    })
    .get("/api/region/impact", permit(access, "region.manage"), async (c) => c.json(await campaigns.ofRegion()));
}

function respondent(actor: Actor): Respondent {
  if (actor.role === "pupil") return { schoolId: actor.schoolId, id: actor.pupilId, who: "pupils" };
  if (actor.role !== "teacher" && actor.role !== "admin") throw new Refusal("session.forbidden");
  return { schoolId: actor.schoolId, id: actor.accountId, who: "teachers" };
}
