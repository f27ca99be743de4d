import { FirstName } from "../../schemas/people.ts";

/** Why a first name is refused; the words are in the dictionary. */
export type NameFault = "nameMissing" | "refusedSpace" | "refusedLong" | "refusedSigns" | "refusedTwice";

/** Whether two first names sound as one, without case and accents. */
export const alike = (one: string, other: string) => one.localeCompare(other, "fr", { sensitivity: "base" }) === 0;

/** What is wrong with a first name in a class that has `others` already; undefined when it can be kept. */
export function faultOf(typed: string, others: readonly string[]): NameFault | undefined {
  const name = typed.trim();
  if (name === "") return "nameMissing";
  if (!FirstName.safeParse(name).success) {
    if (/\s/.test(name)) return "refusedSpace";
    return name.length > 24 ? "refusedLong" : "refusedSigns";
  }
  return others.some((other) => alike(other, name)) ? "refusedTwice" : undefined;
}

/** A pasted list, sorted into the names that can be kept and those that cannot, each with its reason. */
export function sortNames(pasted: string, others: readonly string[]) {
  const kept: string[] = [];
  const refused: { name: string; fault: NameFault }[] = [];
  for (const line of pasted.split(/[\n\r,;\t]+/)) {
    const name = line.trim();
    const fault = faultOf(name, [...others, ...kept]);
    if (fault === "nameMissing") continue;
    if (fault === undefined) kept.push(name);
    else refused.push({ name, fault });
  }
  return { kept, refused };
}
