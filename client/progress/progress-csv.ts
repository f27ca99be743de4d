import type { Pupil } from "../../schemas/people.ts";
import type { ClassProgress } from "../../schemas/progress.ts";
import type { Say } from "../i18n/words.ts";
import { csvText } from "../ui/csv-text.ts";

const columns = ["csvFirst", "csvAir", "csvShows", "csvTakes", "csvHear", "csvRoles", "csvAttention"] as const;

/** The class's page as a CSV that a spreadsheet opens as it is, in the order of the class. A name that begins like a formula stays text. */
export function progressCsv(t: Say, { pupils: lines }: ClassProgress, pupils: readonly Pupil[]): string {
  const rows = lines.map(({ pupilId, airSeconds, spokeIn, takes, toHear, roles, attentions }) => [
    pupils.find(({ id }) => id === pupilId)?.firstName ?? "",
    Math.round(airSeconds),
    spokeIn.filter(Boolean).length,
    takes,
    toHear,
    roles.map((role) => t(`progress.role_${role}`)).join(", "),
    attentions.map((attention) => t(`progress.attention_${attention}`)).join(", "),
  ]);
  const table = [columns.map((name) => t(`progress.${name}`)), ...rows];
  return csvText(table);
}
