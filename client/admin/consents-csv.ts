import type { ClassConsents } from "../../schemas/consent-overview.ts";
import type { Say } from "../i18n/words.ts";
import { csvText } from "../ui/csv-text.ts";

/** The counts of each class in the order of the table; its pupils first. */
export const consentColumns = ["unanswered", "expired", "none", "class", "family", "public", "ending"] as const;

/** Pupils of a class. */
export const pupilsIn = (each: ClassConsents): number =>
  each.unanswered + each.expired + each.none + each.class + each.family + each.public;

/** The table as a CSV that a spreadsheet opens as it is, and never calculates: a class may be called `=1+1`. Numbers only, nobody's name. */
export function consentsCsv(t: Say, classes: readonly ClassConsents[]): string {
  const head = [
    t("school.class"),
    t("school.pupils"),
    ...consentColumns.map((column) => t(`consents.${column}`)),
    t("consents.touched"),
    t("consents.touchedShows"),
  ];
  const rows = classes.map((each) => [
    each.name,
    pupilsIn(each),
    ...consentColumns.map((column) => each[column]),
    each.episodes.map(({ title }) => title).join(" / "),
    each.shows.map(({ title }) => title).join(" / "),
  ]);
  return csvText([head, ...rows]);
}
