import {
  surveyed,
  surveyQuestions,
  type ImpactFigures,
  type Surveyed,
  type SurveyMoment,
  type SurveyQuestion,
  type SurveyShare,
} from "../../schemas/impact.ts";
import { fewestTold } from "../../schemas/region.ts";

/** What comes together of so many persons. */
export type Sum = { persons: number; total: number };

/** What is summed up, by the name of its figure; of fewer than ten persons there is none. */
export type Sums = ReadonlyMap<string, Sum>;

/** What is no figure of persons. */
export type Counts = Pick<ImpactFigures, "shows" | "episodes" | "publishedSeconds" | "listenings">;

/** The name under which it is summed up who says yes to a question. */
export const surveyFigure = (who: Surveyed, moment: SurveyMoment, question: SurveyQuestion) =>
  `${who}.${moment}.${question}`;

/** Those of one asking. */
export const surveyFigures = (moment: SurveyMoment): string[] =>
  surveyed.flatMap((who) => surveyQuestions.map((question) => surveyFigure(who, moment, question)));

/** Those that are known when a campaign is over. */
export const endFigures = { heard: "heard", recorded: "recorded", gain: "readingGain" } as const;

/** Rounded down: a number that changes by one tells of one. */
export const tens = (count: number) => Math.floor(count / 10) * 10;
/** See {@link tens}; `null` for fewer than ten. */
export const personsTold = (count: number) => (count < fewestTold ? null : tens(count));

function shareOf(sum: Sum | undefined): SurveyShare | null {
  if (sum === undefined || sum.persons < fewestTold) return null;
  const percent = Math.round((100 * sum.total) / sum.persons);
  return { persons: tens(sum.persons), yesPercent: Math.min(90, Math.max(10, percent)) };
}

function gainOf(sum: Sum | undefined): ImpactFigures["readingGain"] {
  if (sum === undefined || sum.persons < fewestTold) return null;
  return { persons: tens(sum.persons), wordsPerMinute: Math.round((10 * sum.total) / sum.persons) / 10 };
}

/** The figures as they are told. Sums of fewer than ten persons are none here either, wherever they come from. */
export function tellFigures(counts: Counts, sums: Sums): ImpactFigures {
  const answersOf = (who: Surveyed) => {
    const change = (question: SurveyQuestion) => ({
      start: shareOf(sums.get(surveyFigure(who, "start", question))),
      end: shareOf(sums.get(surveyFigure(who, "end", question))),
    });
    return {
      basic: change("basic"),
      digital: change("digital"),
      motivation: change("motivation"),
      engagement: change("engagement"),
    };
  };
  const persons = (figure: string) => personsTold(sums.get(figure)?.persons ?? 0);
  return {
    ...{ heard: persons(endFigures.heard), recorded: persons(endFigures.recorded) },
    ...{ ...counts, listenings: tens(counts.listenings) },
    survey: { pupils: answersOf("pupils"), teachers: answersOf("teachers") },
    readingGain: gainOf(sums.get(endFigures.gain)),
  };
}
