import type { ClassImport, ListedPupil } from "../../../schemas/class-import.ts";
import type { Columns } from "./find-columns.ts";
import { firstNameIn, markOf } from "./first-name-in.ts";
import type { SheetRow } from "./read-sheet.ts";

/** Why a line is no pupil; the words are in the dictionary. */
export type LineFault = {
  line: number;
  fault: "noFirstName" | "noClassroom" | "unclearName" | "badName" | "longClassroom";
};

/** What goes to the station, and the lines that cannot. */
export type Draft = { list: ClassImport; faults: readonly LineFault[]; pupils: number };

type Chosen = Columns & { classroom: number; firstName: number };

const cellAt = ({ cells }: SheetRow, place: number | undefined) => (place === undefined ? "" : (cells[place] ?? ""));

/** Whether surname and first name stand in one column: nothing else is there to tell the surname. */
const isWholeName = (rows: readonly SheetRow[], { head, firstName }: Chosen) =>
  head >= 0 && !/^pr[ée]noms?\b|^pseudo/i.test(cellAt(rows[head]!, firstName));

/** Whether the column holds the one first name that each child is called by: the file has the surname elsewhere, and says `Prénom` and not `Prénoms`. */
const isOneName = (rows: readonly SheetRow[], { head, firstName, surname }: Chosen) =>
  head >= 0 && surname !== undefined && /^pr[ée]nom(?!s)/i.test(cellAt(rows[head]!, firstName));

function pupilIn(
  row: SheetRow,
  columns: Chosen,
  { isWhole, isOne }: { isWhole: boolean; isOne: boolean },
): ListedPupil | LineFault {
  const { line } = row;
  const name = cellAt(row, columns.classroom);
  const read = firstNameIn(cellAt(row, columns.firstName), isWhole, isOne);
  if ("fault" in read) return { line, fault: read.fault };
  if (name === "") return { line, fault: "noClassroom" };
  if (name.length > 120) return { line, fault: "longClassroom" };
  const surname = cellAt(row, columns.surname);
  return { line, firstName: read.firstName, mark: surname === "" ? read.mark : markOf(surname) };
}

/** First names by class. Of a surname three letters go with them at most, and of everything else in the file nothing. */
export function draftImport(rows: readonly SheetRow[], columns: Chosen, schoolYear: string): Draft {
  const kind = { isWhole: isWholeName(rows, columns), isOne: isOneName(rows, columns) };
  const classes = new Map<string, ListedPupil[]>();
  const faults: LineFault[] = [];
  for (const row of rows.slice(columns.head + 1)) {
    const read = pupilIn(row, columns, kind);
    if ("fault" in read) {
      faults.push(read);
      continue;
    }
    const name = cellAt(row, columns.classroom).replaceAll(/\s+/g, " ");
    classes.set(name, [...(classes.get(name) ?? []), read]);
  }
  const classrooms = [...classes].map(([name, pupils]) => ({ name, pupils }));
  const pupils = classrooms.reduce((sum, each) => sum + each.pupils.length, 0);
  return { list: { schoolYear, classrooms }, faults, pupils };
}
