import type { Tally } from "../../schemas/listenings.ts";
import { larger } from "./flock-size.ts";

/** A stretch of a live show, with the most who listened in one of its minutes. */
export type HouseColumn = { minute: number; most: Tally };

/** A show's minutes in no more than `most` equal stretches. */
export function houseColumns(minutes: readonly Tally[], most: number): HouseColumn[] {
  const length = Math.max(1, Math.ceil(minutes.length / most));
  const count = Math.ceil(minutes.length / length);
  return Array.from({ length: count }, (_, index) => {
    const within = minutes.slice(index * length, (index + 1) * length);
    return { minute: index * length, most: within.reduce<Tally>(larger, 0) };
  });
}

/** The minute with the most listeners, the first of equals. */
export function fullest(minutes: readonly Tally[]): HouseColumn {
  const most = minutes.reduce<Tally>(larger, 0);
  return { minute: Math.max(0, minutes.indexOf(most)), most };
}
