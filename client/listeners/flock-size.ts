import { flock, type Tally } from "../../schemas/listenings.ts";

const scales = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000].map((step) => step * flock);

const valueOf = (tally: Tally): number => (tally === "few" ? 0 : tally);

/** How many one picture stands for, so that the largest of some numbers needs no more than `most` of them. The same for all: a picture is worth the same everywhere in its panel. */
export const flockSize = (tallies: readonly Tally[], most: number): number => {
  const largest = Math.max(0, ...tallies.map(valueOf));
  return scales.find((scale) => largest / scale <= most) ?? scales.at(-1)!;
};

/** How many pictures a number is, at a scale; what is less than one picture and not nothing is drawn as something small. */
export function picturesOf(tally: Tally, scale: number): { whole: number; hasSmall: boolean } {
  const whole = Math.floor(valueOf(tally) / scale);
  return { whole, hasSmall: tally === "few" || (whole === 0 && tally > 0) };
}

/** The larger of two numbers of listeners. */
export const larger = (a: Tally, b: Tally): Tally => {
  if (valueOf(a) !== valueOf(b)) return valueOf(a) > valueOf(b) ? a : b;
  return a === "few" ? a : b;
};
