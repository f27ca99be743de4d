import type { JournalLine } from "../../schemas/journal.ts";
import type { Say } from "../i18n/words.ts";
import { actDetail, actSentence, partyWords } from "./journal-words.ts";
import { csvText } from "../ui/csv-text.ts";

/** The lines as a CSV, with one line for the names of the columns. */
export function journalCsv(t: Say, lines: readonly JournalLine[]): string {
  const head = [t("journal.date"), t("journal.who"), t("journal.classroom"), t("journal.what"), t("journal.act")];
  const rows = lines.map((line) => [
    line.at,
    partyWords(t, line.who),
    line.classroomName ?? "",
    [actSentence(t, line), actDetail(t, line)].filter(Boolean).join(" "),
    line.act,
  ]);
  return csvText([head, ...rows]);
}
