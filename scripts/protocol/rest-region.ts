import { z } from "zod";
import { Campaign, CampaignStep, RegionImpact, Survey, SurveyAnswers } from "../../schemas/impact.ts";
import {
  AdminInvitation,
  NewSchool,
  RegionSchool,
  SchoolChange,
  SchoolImport,
  SchoolImportPlan,
} from "../../schemas/region.ts";
import { StaffLink } from "../../schemas/staff.ts";

/** The routes by which a region's admins keep the schools of a station. */
export const restRegion = {
  "GET /api/region/schools": {
    does: "Every school with its figures; of persons only from ten on.",
    answers: z.array(RegionSchool),
  },
  "POST /api/region/schools": {
    does: "Makes a school, without anybody in it.",
    body: NewSchool,
    answers: RegionSchool,
  },
  "PATCH /api/region/schools/:id": {
    does: "Changes a school's name, city or limit, shuts it or opens it again.",
    body: SchoolChange,
    answers: RegionSchool,
  },
  "POST /api/region/schools/:id/invitations": {
    does: "A link, told this once, by which somebody becomes an admin of the school.",
    body: AdminInvitation,
    answers: StaffLink,
  },
  "POST /api/region/school-import-previews": {
    does: "What a list of schools would make.",
    body: SchoolImport,
    answers: SchoolImportPlan,
  },
  "POST /api/region/school-imports": {
    does: "Takes a list of schools over, all of it or nothing; schools are known by their codes, and none is removed.",
    body: SchoolImport,
    answers: SchoolImportPlan,
  },
  "GET /api/region/impact": {
    does: "What the radio brought all schools, by school year: of persons only from ten on, and of an asking only what is closed.",
    answers: z.array(RegionImpact),
  },
  "GET /api/impact": {
    does: "The school's campaigns, the newest first, with figures in which nobody is to be found.",
    answers: z.array(Campaign),
  },
  "POST /api/impact/campaigns": {
    does: "Opens a campaign: pupils and teachers are asked from now on; 409 `campaign.other_step` while another one goes on.",
    answers: z.array(Campaign),
  },
  "PUT /api/impact/campaign/state": {
    does: "Goes on with the campaign: closes the first asking, opens the second one, or ends it; 409 `campaign.other_step` for any other state than the next.",
    body: CampaignStep,
    answers: z.array(Campaign),
  },
  "GET /api/survey": { does: "Whether a pupil or a teacher is asked now, and what for.", answers: Survey },
  "PUT /api/survey": {
    does: "Answers, or says that one does not want to; once, else 409 `survey.not_asked`. What is kept is a number that grows.",
    body: SurveyAnswers,
    answers: Survey,
  },
};
