import type { ImportFault, ListedPupil } from "../../schemas/class-import.ts";

/** What becomes of one line: a name to add, one that is in the class already, or why neither. */
type Named = { line: number } & ({ added: string } | { present: string } | { fault: ImportFault["fault"] });

/** Words that sound alike to a class: without case and accents. */
export const fold = (text: string) =>
  text.normalize("NFD").replaceAll(/\p{M}/gu, "").replaceAll(/\s+/gu, " ").trim().toLowerCase();

const marked = (firstName: string, mark: string) =>
  `${firstName} ${mark.charAt(0).toUpperCase()}${mark.slice(1).toLowerCase()}.`;

/** A name as the class has it: `Emma B.` is `Emma` with the mark `B`. */
function split(name: string) {
  const [, first = name, mark = ""] = /^(.*?)(?: (\p{Lu}\p{Ll}{0,2})\.)?$/u.exec(name) ?? [];
  return { name, first: fold(first), mark: fold(mark) };
}

/** The shortest beginning of a mark that none of the others begins with; undefined when they cannot be told apart. */
function shortestMark(mark: string, others: readonly string[]): string | undefined {
  for (let length = 1; length <= mark.length; length += 1) {
    const begun = mark.slice(0, length);
    if (!others.some((other) => fold(other).startsWith(fold(begun)))) return begun;
  }
  return undefined;
}

/** The one of the list that has this first name alone. */
function nameOne(row: ListedPupil, known: readonly ReturnType<typeof split>[]): Named {
  const { line, firstName } = row;
  const mark = fold(row.mark);
  const same = known.find((each) => each.mark === "" || (mark !== "" && mark.startsWith(each.mark)));
  if (same !== undefined) return { line, present: same.name };
  if (known.length === 0) return { line, added: firstName };
  const begun = shortestMark(
    row.mark,
    known.map((each) => each.mark),
  );
  return begun === undefined ? { line, fault: "alike" } : { line, added: marked(firstName, begun) };
}

/** Several of the list with one first name: each gets what tells it apart, and nobody is taken for somebody else. */
function nameAlike(rows: readonly ListedPupil[], known: readonly ReturnType<typeof split>[]): Named[] {
  return rows.map((row) => {
    const { line, firstName } = row;
    const others = rows.filter((other) => other !== row).map((other) => other.mark);
    const begun = others.includes("") ? undefined : shortestMark(row.mark, others);
    if (begun === undefined) return { line, fault: "alike" };
    if (known.some((each) => each.mark === "")) return { line, fault: "unmarked" };
    const fits = (mark: string) => (each: { mark: string }) => fold(mark).startsWith(each.mark);
    const same = known.find(fits(row.mark));
    if (same === undefined) return { line, added: marked(firstName, begun) };
    const isShared = others.some((mark) => fits(mark)(same));
    return isShared ? { line, fault: "unmarked" } : { line, present: same.name };
  });
}

/**
 * Names for the pupils of a list in a class that has `existing` already: the first name, with an initial where two are alike. A list that was
 * taken over once adds nothing the second time.
 */
export function namePupils(rows: readonly ListedPupil[], existing: readonly string[]): Named[] {
  const known = Map.groupBy(existing.map(split), ({ first }) => first);
  const groups = Map.groupBy(rows, ({ firstName }) => fold(firstName));
  const named = [...groups].flatMap(([first, alike]) => {
    const here = known.get(first) ?? [];
    return alike.length === 1 ? [nameOne(alike[0]!, here)] : nameAlike(alike, here);
  });
  return named.sort((one, other) => one.line - other.line);
}
