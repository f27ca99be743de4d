/** A stretch of sound, or of time, in seconds: from, to. */
export type Span = readonly [from: number, to: number];

/** The stretches that are covered by some of these and one more, in their order, none touching another. */
export function withSpan(spans: readonly Span[], [from, to]: Span): Span[] {
  const isApart = ([start, end]: Span) => end < from || start > to;
  const apart = spans.filter(isApart);
  const joined = spans.filter((span) => !isApart(span));
  const whole: Span = [
    Math.min(from, ...joined.map(([start]) => start)),
    Math.max(to, ...joined.map(([, end]) => end)),
  ];
  return [...apart, whole].sort(([a], [b]) => a - b);
}

/** How much is covered, in seconds; what came twice counts once. */
export const coveredSeconds = (spans: readonly Span[]): number => spans.reduce((sum, [from, to]) => sum + to - from, 0);
