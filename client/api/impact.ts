import type { Campaign, CampaignState, RegionImpact, Survey, SurveyAnswers } from "../../schemas/impact.ts";
import { take } from "./ask.ts";
import { server } from "./server.ts";

/** What the radio brings: asked of pupils and teachers, told as figures in which nobody is to be found. */
export const impactApi = {
  impact: {
    list: (): Promise<Campaign[]> => take(server.impact.$get()),
    open: (): Promise<Campaign[]> => take(server.impact.campaigns.$post()),
    goOn: (state: CampaignState): Promise<Campaign[]> => take(server.impact.campaign.state.$put({ json: { state } })),
    listOfRegion: (): Promise<RegionImpact[]> => take(server.region.impact.$get()),
  },
  survey: {
    read: (): Promise<Survey> => take(server.survey.$get()),
    answer: (answers: SurveyAnswers): Promise<Survey> => take(server.survey.$put({ json: answers })),
  },
};
