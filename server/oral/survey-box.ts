import { createHmac, randomBytes } from "node:crypto";
import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import {
  surveyQuestions,
  yesFrom,
  type CampaignState,
  type Surveyed,
  type SurveyAnswers,
  type SurveyMoment,
} from "../../schemas/impact.ts";
import type { AccountId, CampaignId, PupilId, SchoolId } from "../../schemas/ids.ts";
import { Refusal } from "../errors.ts";
import type { Asking, Campaigns } from "../store/campaigns.ts";
import { surveyFigure } from "../store/impact-figures.ts";
import { surveyKeysName } from "../store/survey-keys-name.ts";

/** Whoever may be asked, and with whom they are counted. */
export type Respondent = { schoolId: SchoolId; id: PupilId | AccountId; who: Surveyed };

const Keys = z.record(z.string(), z.string());

type Parts = { campaigns: Campaigns; dataDirectory: string };

/**
 * Asks everybody once and knows nobody's answer: who has answered is a keyed hash, the answer a number that grows. The key is drawn when an asking opens, is in no
 * backup, and is gone when it closes; where it is missing (a restored backup), nobody is asked any more, since nobody can be told from who has answered.
 */
export async function openSurveyBox({ campaigns, dataDirectory }: Parts) {
  const path = join(dataDirectory, surveyKeysName);
  const keys = new Map(Object.entries(Keys.parse(JSON.parse(await readFile(path, "utf8").catch(() => "{}")))));
  async function keep() {
    await writeFile(`${path}.new`, JSON.stringify(Object.fromEntries(keys)), { mode: 0o600 });
    await rename(`${path}.new`, path);
  }
  const drawKey = async (id: CampaignId) => {
    keys.set(id, randomBytes(32).toString("base64url"));
    await keep();
  };
  const dropKey = async (id: CampaignId) => {
    if (keys.delete(id)) await keep();
  };

  async function askingOf({ schoolId, id }: Respondent): Promise<{ asking: Asking; mark: string } | undefined> {
    const asking = await campaigns.findAsking(schoolId);
    const key = asking && keys.get(asking.campaignId);
    if (asking === undefined || key === undefined) return undefined;
    return { asking, mark: createHmac("sha256", key).update(id).digest("base64url").slice(0, 22) };
  }

  return {
    /** Opens a campaign; its first asking is open. */
    open: async (schoolId: SchoolId): Promise<void> => {
      await drawKey(await campaigns.open(schoolId));
    },
    /** Goes on with the campaign: opens its second asking, or closes the one that is open. */
    move: async (schoolId: SchoolId, to: CampaignState): Promise<void> => {
      const moved = await campaigns.move(schoolId, to);
      await (to === "ending" ? drawKey(moved) : dropKey(moved));
    },
    /** What they are asked now, if they have not answered yet. */
    momentFor: async (person: Respondent): Promise<SurveyMoment | null> => {
      const found = await askingOf(person);
      return found === undefined || (await campaigns.isMarked(found.asking, found.mark)) ? null : found.asking.moment;
    },
    /** Counts what they say, once; refuses `survey.not_asked`. */
    answer: async (person: Respondent, answers: SurveyAnswers): Promise<void> => {
      const found = await askingOf(person);
      if (found === undefined) throw new Refusal("survey.not_asked");
      const figures = surveyQuestions.flatMap((question): [string, number][] => {
        const level = answers[question];
        const figure = surveyFigure(person.who, found.asking.moment, question);
        return level === null ? [] : [[figure, level >= yesFrom ? 1 : 0]];
      });
      await campaigns.add(found.asking, found.mark, new Map(figures));
    },
  };
}
/** See {@link openSurveyBox}. */
export type SurveyBox = Awaited<ReturnType<typeof openSurveyBox>>;
