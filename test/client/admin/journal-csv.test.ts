import Papa from "papaparse";
import { expect, test } from "vitest";
import { journalCsv } from "../../../client/admin/journal-csv.ts";
import { actDetail, actSentence } from "../../../client/admin/journal-words.ts";
import { en } from "../../../client/i18n/en/dictionary.ts";
import { fr } from "../../../client/i18n/fr/dictionary.ts";
import { makeSpeaker } from "../../../client/i18n/speaker.ts";
import { Act, type JournalLine } from "../../../schemas/journal.ts";

const { t } = makeSpeaker(
  () => fr,
  () => "fr",
);
const line = (more: Partial<JournalLine> = {}): JournalLine => ({
  ...{ id: 1, at: "2026-11-17T09:00:00.000Z", act: "classCode.renewed", named: [], words: [], classroomName: "CM2" },
  ...{ who: { kind: "account", name: "Mme Lefort" }, what: { kind: "classroom", name: "CM2" } },
  ...more,
});

test("an act is a sentence that says who did what, and to whom else", () => {
  expect(actSentence(t, line())).toBe("Mme Lefort a renouvelé le code de la classe CM2.");
  const wider = line({ act: "channel.visibility", words: ["class", "public"] });
  expect(actDetail(t, wider)).toBe("la classe → tout le monde");
  const barred = line({ act: "participant.barred", named: [{ kind: "pupil", name: null }] });
  expect(actDetail(t, barred)).toBe("Concerne\u00a0: un élève effacé");
  expect(actSentence(t, line({ who: { kind: "system", name: null } }))).toMatch(/^La station a /);
});

test.each([
  ["fr", fr],
  ["en", en],
] as const)("in %s every act has a sentence without a blank left open", (language, dictionary) => {
  const { t } = makeSpeaker(
    () => dictionary,
    () => language,
  );
  for (const act of Act.options) expect(actSentence(t, line({ act })), act).toMatch(/^[^{}]{15,}\.$/);
});

test("what would be a formula in a spreadsheet stays text in the exported journal", () => {
  const titles = [
    "=1+1",
    "+33",
    "-2",
    "@SUM(A1)",
    '=HYPERLINK("http://elsewhere.test")',
    "\t=1",
    'a "quoted"; title',
    "\r=1",
  ];
  const csv = journalCsv(
    t,
    titles.map((name) => line({ who: { kind: "account", name }, classroomName: name })),
  );
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const { data } = Papa.parse<string[]>(csv.slice(1).trimEnd(), { delimiter: ";" });
  expect(data).toHaveLength(titles.length + 1);
  for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  expect(data[5]![2]).toContain("HYPERLINK");
});
