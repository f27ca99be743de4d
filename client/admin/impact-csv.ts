import { surveyed, surveyMoments, surveyQuestions, type ImpactFigures } from "../../schemas/impact.ts";
import type { Say } from "../i18n/words.ts";
import { csvText } from "../ui/csv-text.ts";

/** A stretch of time by what it is called on the page, with its figures. */
export type ImpactPeriod = { name: string; figures: ImpactFigures };

type Line = [figure: string, moment: string, persons: number | null, value: number | null];

const columns = ["csvPeriod", "csvFigure", "csvMoment", "csvPersons", "csvValue"] as const;

function linesOf(t: Say, { survey, readingGain, ...figures }: ImpactFigures): Line[] {
  const counts = ["shows", "episodes", "listenings"] as const;
  return [
    ...(["heard", "recorded"] as const).map((word): Line => [t(`impact.${word}`), "", figures[word], null]),
    ...counts.map((word): Line => [t(`impact.${word}`), "", null, figures[word]]),
    [`${t("impact.length")} (s)`, "", null, Math.round(figures.publishedSeconds)],
    ...surveyed.flatMap((who) =>
      surveyQuestions.flatMap((question) =>
        surveyMoments.map((moment): Line => {
          const share = survey[who][question][moment];
          const name = `${t(`impact.${who}`)}, ${t(`impact.${question}`)} (%)`;
          return [name, t(`impact.${moment}`), share?.persons ?? null, share?.yesPercent ?? null];
        }),
      ),
    ),
    [t("impact.reading"), "", readingGain?.persons ?? null, readingGain?.wordsPerMinute ?? null],
  ];
}

/** The figures as a CSV that a spreadsheet opens as it is; what is not told is an empty field. */
export function impactCsv(t: Say, periods: readonly ImpactPeriod[]): string {
  const rows = periods.flatMap(({ name, figures }) =>
    linesOf(t, figures).map((line) => [name, ...line.map((cell) => cell ?? "")]),
  );
  return csvText([columns.map((name) => t(`impact.${name}`)), ...rows]);
}
