import { describe, expect, test } from "vitest";
import { draftImport } from "../../../client/admin/class-file/draft-import.ts";
import { findColumns } from "../../../client/admin/class-file/find-columns.ts";
import { firstNameIn } from "../../../client/admin/class-file/first-name-in.ts";
import { readSheet } from "../../../client/admin/class-file/read-sheet.ts";

/** Bytes as Windows writes them; the four signs are those that ISO 8859-1 lacks. */
const windows1252 = (text: string) => {
  const signs: Record<string, number> = { "’": 0x92, œ: 0x9c, Œ: 0x8c, "€": 0x80 };
  return Uint8Array.from(Array.from(text), (letter) => signs[letter] ?? letter.charCodeAt(0));
};
const utf8 = (text: string) => new TextEncoder().encode(text);

/** What the page makes of a file whose columns it recognises by itself. */
function draftOf(bytes: Uint8Array) {
  const sheet = readSheet(bytes);
  if ("fault" in sheet) throw new Error(sheet.fault);
  const { classroom, firstName, ...rest } = findColumns(sheet.rows);
  if (classroom === undefined || firstName === undefined) throw new Error("columns not recognised");
  return draftImport(sheet.rows, { ...rest, classroom, firstName }, "2026-2027");
}
const namesOf = (bytes: Uint8Array) =>
  Object.fromEntries(
    draftOf(bytes).list.classrooms.map(({ name, pupils }) => [
      name,
      pupils.map(({ firstName, mark }) => `${firstName} (${mark})`),
    ]),
  );

const onde = [
  "Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Prénom responsable 1;Niveau;Libellé classe",
  'DIALLO;;Awa;12/03/2016;F;"0123456789A";Fatou;CM2;CM2 - Mme Lefort',
  'LE BŒUF;;Jules;02/11/2016;M;"0123456789B";Marc;CM2;CM2 - Mme Lefort',
  'NGUYEN;;ÉLOÏSE;30/06/2017;F;"0123456789C";Linh;CM1;CM1 - M. Roy',
].join("\r\n");

describe("a school's list is read as the office's programs write it", () => {
  test("an export of ONDE: semicolons, Windows-1252, capitals; of surnames three letters go on, of parents and dates nothing", () => {
    const draft = draftOf(windows1252(`${onde}\r\n`));
    expect(namesOf(windows1252(onde))).toEqual({
      "CM2 - Mme Lefort": ["Awa (DIA)", "Jules (LEB)"],
      "CM1 - M. Roy": ["Éloïse (NGU)"],
    });
    expect(draft.faults).toEqual([]);
    expect(JSON.stringify(draft)).not.toMatch(/DIALLO|BŒUF|2016|0123456789|Fatou/);
  });

  test("a first name of two words stays whole where the file has surnames elsewhere and one first name each; of a list of first names the first counts", () => {
    const one =
      "Nom élève;Prénom élève;Libellé classe\nROY;Marie Lou;CM1\nKAYA;LÉO PAUL;CM1\nLE GALL;Anne Sophie Marie;CM1\n";
    expect(namesOf(utf8(one))).toEqual({ CM1: ["Marie-Lou (ROY)", "Léo-Paul (KAY)", "Anne (LEG)"] });
    const several = "Nom;Prénoms;Classe\nROY;Marie Lou;CM1\n";
    expect(namesOf(utf8(several))).toEqual({ CM1: ["Marie (ROY)"] });
    const alone = "Prénom;Classe\nMarie Lou;CM1\n";
    expect(namesOf(utf8(alone))).toEqual({ CM1: ["Marie (Lou)"] });
  });

  test("an export of Pronote: surname and first name in one column, in UTF-8 with its mark, below two lines of heading", () => {
    const pronote = utf8(
      [
        "\uFEFFCollège Jean Moulin;;",
        "Élèves au 03/09/2026;;",
        "Élève;Né(e) le;Classe",
        "DUPONT Emma;01/02/2015;6A",
        "DE LA TOUR Jean-Baptiste;03/05/2015;6A",
        "KAYA Elif;07/08/2015;6B",
      ].join("\n"),
    );
    expect(namesOf(pronote)).toEqual({ "6A": ["Emma (DUP)", "Jean-Baptiste (DEL)"], "6B": ["Elif (KAY)"] });
  });

  test("an export of SIECLE: commas, quotes, a line break within a cell, lines counted as an editor does", () => {
    const siecle = utf8(
      [
        '"Nom de famille","Prénom 1","Prénom 2","Division","Adresse"',
        '"MARTIN","INES","Louise","3EME 2","4, rue des Lilas',
        'Vierzon"',
        '"PETIT","","","3EME 2","Vierzon"',
      ].join("\n"),
    );
    const draft = draftOf(siecle);
    expect(namesOf(siecle)).toEqual({ "3EME 2": ["Ines (MAR)"] });
    expect(draft.faults).toEqual([{ line: 4, fault: "noFirstName" }]);
  });

  test("a list made by hand, with or without titles, by tabs or in UTF-16 as Excel's text", () => {
    expect(namesOf(utf8("classe;prénom\nCM1;Awa\nCM1;Emma B\n"))).toEqual({ CM1: ["Awa ()", "Emma (B)"] });
    expect(namesOf(utf8("CM1;Awa\n\nCM2;Jules\n"))).toEqual({ CM1: ["Awa ()"], CM2: ["Jules ()"] });
    const excel = Buffer.from("\uFEFFPrénom\tClasse\nZoé\tCM1\n", "utf16le");
    expect(namesOf(new Uint8Array(excel))).toEqual({ CM1: ["Zoé ()"] });
  });

  test("what a spreadsheet would calculate is text: refused as a name, shown as written where it names a class", () => {
    const draft = draftOf(utf8('classe;prénom\n=HYPERLINK("http://x");Awa\nCM1;=1+1\nCM1;@SUM(A1)\n'));
    expect(draft.list.classrooms).toEqual([
      { name: '=HYPERLINK("http://x")', pupils: [{ line: 2, firstName: "Awa", mark: "" }] },
    ]);
    expect(draft.faults).toEqual([
      { line: 3, fault: "badName" },
      { line: 4, fault: "badName" },
    ]);
  });

  test("columns that nothing names are left to choose", () => {
    const sheet = readSheet(utf8("Truc;Machin;Chose\nAwa;CM1;x\n"));
    expect("rows" in sheet && findColumns(sheet.rows)).toMatchObject({ classroom: undefined, firstName: undefined });
  });

  test("a file that is too large, empty, or no text is refused with the reason", () => {
    expect(readSheet(new Uint8Array(2_000_001))).toEqual({ fault: "tooLarge" });
    expect(readSheet(utf8(" \n;;\n"))).toEqual({ fault: "empty" });
    expect(readSheet(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0xff]))).toEqual({ fault: "notText" });
    expect(readSheet(utf8("CM1;Awa\n".repeat(5_001)))).toEqual({ fault: "tooLong" });
  });
});

test("the first name is found beside a surname in capitals, on either side; where nothing tells them apart, nobody guesses", () => {
  expect(firstNameIn("Emma DUPONT", true)).toEqual({ firstName: "Emma", mark: "DUP" });
  expect(firstNameIn("O’BRIEN Seán", true)).toEqual({ firstName: "Seán", mark: "OBR" });
  expect(firstNameIn("DUPONT EMMA", true)).toEqual({ fault: "unclearName" });
  expect(firstNameIn("MARIE-LOU", false)).toEqual({ firstName: "Marie-Lou", mark: "" });
  expect(firstNameIn("Anna, Louise", false)).toMatchObject({ firstName: "Anna" });
  expect(firstNameIn("x".repeat(30), false)).toEqual({ fault: "badName" });
});
