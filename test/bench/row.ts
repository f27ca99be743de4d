/** What a bench holds a figure to: the value itself, or the value divided by its baseline. */
export type Goal = { atMost: number } | { atLeast: number } | { ratioAtMost: number } | { ratioAtLeast: number };

/** One figure as a bench yields it; `baseline` is the same thing done by a plain tool in the same run, in the same unit. */
export type Measurement = { case: string; value: number; unit: string; baseline?: number; goal?: Goal };

/** What every `test/bench/<name>.bench.ts` exports as `bench`: figures, each yielded as soon as it is known. */
export type Bench = () => AsyncIterable<Measurement>;

/** One figure as `npm run bench` prints it and writes it to `--json`; `null` is "does not apply". */
export type Row = {
  bench: string;
  case: string;
  value: number;
  unit: string;
  baseline: number | null;
  ratio: number | null;
  goal: string | null;
  reached: boolean | null;
};

/** The printed row of one measurement of the bench named `bench`. */
export function toRow(bench: string, { case: name, value, unit, baseline, goal }: Measurement): Row {
  const ratio = baseline === undefined ? null : value / baseline;
  return {
    bench,
    case: name,
    value,
    unit,
    baseline: baseline ?? null,
    ratio,
    goal: goal === undefined ? null : goalText(goal),
    reached: goal === undefined ? null : isReached(goal, value, ratio ?? Number.NaN),
  };
}

function goalText(goal: Goal): string {
  if ("atMost" in goal) return `<= ${goal.atMost}`;
  if ("atLeast" in goal) return `>= ${goal.atLeast}`;
  return "ratioAtMost" in goal ? `ratio <= ${goal.ratioAtMost}` : `ratio >= ${goal.ratioAtLeast}`;
}

// A ratio without a baseline is NaN and reaches nothing.
function isReached(goal: Goal, value: number, ratio: number): boolean {
  if ("atMost" in goal) return value <= goal.atMost;
  if ("atLeast" in goal) return value >= goal.atLeast;
  return "ratioAtMost" in goal ? ratio <= goal.ratioAtMost : ratio >= goal.ratioAtLeast;
}
