import { z } from "zod";
import { CampaignId } from "./ids.ts";
import { fewestTold } from "./region.ts";

/** What the regional study asks of pupils and teachers: basic skills, digital skills, motivation, engagement. */
export const surveyQuestions = ["basic", "digital", "motivation", "engagement"] as const;
/** See {@link surveyQuestions}. */
export type SurveyQuestion = (typeof surveyQuestions)[number];

/** Who is asked; teachers are the whole staff. The two are never added up. */
export const surveyed = ["pupils", "teachers"] as const;
/** See {@link surveyed}. */
export type Surveyed = (typeof surveyed)[number];

/** When they are asked: before the class makes radio, and after. */
export const surveyMoments = ["start", "end"] as const;
/** See {@link surveyMoments}. */
export type SurveyMoment = (typeof surveyMoments)[number];

/** From "not at all" (1) to "very much" (4); `null` is not answered. */
const Level = z.int().min(1).max(4).nullable();
/** From this level on an answer is a yes. Nothing more of it is kept. */
export const yesFrom = 3;

/** Body of `PUT /api/survey`: what one answers. Without any level it says that one does not want to, and one is not asked again either. */
export const SurveyAnswers = z.strictObject({ basic: Level, digital: Level, motivation: Level, engagement: Level });
/** See {@link SurveyAnswers}. */
export type SurveyAnswers = z.infer<typeof SurveyAnswers>;

/** Whether one is asked now, and what for; `null` is not: nobody is asking, one has answered, or one's class is on air. */
export const Survey = z.strictObject({ moment: z.enum(surveyMoments).nullable() });
/** See {@link Survey}. */
export type Survey = z.infer<typeof Survey>;

/** Where a campaign stands: the first asking is open, both are closed in between, the second one is open, it is over. It only goes on. */
export const CampaignState = z.enum(["starting", "running", "ending", "ended"]);
/** See {@link CampaignState}. */
export type CampaignState = z.infer<typeof CampaignState>;

/** Body of `PUT /api/impact/campaign/state`: the state after the present one. */
export const CampaignStep = z.strictObject({ state: CampaignState });

/** How many persons, rounded down to tens; `null` for fewer than {@link fewestTold}. */
const Persons = z.int().min(fewestTold).multipleOf(10).nullable();

/** What many answered: how many they are, and how many of a hundred say yes. Below 10 and above 90 it stays there: "all of them" would tell of each. */
export const SurveyShare = z.strictObject({
  persons: Persons.unwrap(),
  yesPercent: z.int().min(10).max(90),
});
/** See {@link SurveyShare}. */
export type SurveyShare = z.infer<typeof SurveyShare>;

const Change = z.strictObject({ start: SurveyShare.nullable(), end: SurveyShare.nullable() });
const Answers = z.strictObject({ basic: Change, digital: Change, motivation: Change, engagement: Change });

/** Figures in which nobody is to be found. `null` is too few to be told. */
export const ImpactFigures = z.strictObject({
  /** Pupils who spoke in a recorded show, and pupils who sent a take. */
  heard: Persons,
  recorded: Persons,
  shows: z.int().min(0),
  episodes: z.int().min(0),
  publishedSeconds: z.number().min(0),
  /** Times that an episode or a live show was listened to, rounded down to tens. */
  listenings: z.int().min(0),
  survey: z.strictObject({ pupils: Answers, teachers: Answers }),
  /** How many words per minute those read more whose teacher marked two readings or more: the mean of each one's last less their first. Once the campaign is over. */
  readingGain: z.strictObject({ persons: Persons.unwrap(), wordsPerMinute: z.number() }).nullable(),
});
/** See {@link ImpactFigures}. */
export type ImpactFigures = z.infer<typeof ImpactFigures>;

/** A stretch of a school's radio that is looked at, with an asking at its beginning and at its end. */
export const Campaign = z.strictObject({
  id: CampaignId,
  state: CampaignState,
  openedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  figures: ImpactFigures,
});
/** See {@link Campaign}. */
export type Campaign = z.infer<typeof Campaign>;

/** The ended campaigns of all schools that began in one school year, told by the calendar year that it began in, and how many schools they are of. */
export const RegionImpact = z.strictObject({
  year: z.int(),
  schools: z.int().min(0),
  figures: ImpactFigures,
});
/** See {@link RegionImpact}. */
export type RegionImpact = z.infer<typeof RegionImpact>;
