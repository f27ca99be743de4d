import Papa from "papaparse";
import type { JournalLine } from "../../schemas/journal.ts";
import type { Say } from "../i18n/words.ts";
import { actDetail, actSentence, partyWords } from "./journal-words.ts";

/**
 * The lines as a CSV that a spreadsheet opens as it is: with its signature, semicolons, and one line for the names of the columns. What would be
 * a formula there (a title may begin with `=`) stays text.
 */
export function journalCsv(t: Say, lines: readonly JournalLine[]): string {
  const head = [t("journal.date"), t("journal.who"), t("journal.classroom"), t("journal.what"), t("journal.act")];
  const rows = lines.map((line) => [
    line.at,
    partyWords(t, line.who),
    line.classroomName ?? "",
    [actSentence(t, line), actDetail(t, line)].filter(Boolean).join(" "),
    line.act,
  ]);
  return `\uFEFF${Papa.unparse([head, ...rows], { delimiter: ";", escapeFormulae: true })}\r\n`;
}
