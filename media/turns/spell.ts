import type { Span } from "../speech/voice-activity.ts";
import type { StripId } from "../../schemas/ids.ts";

/** From when to when, in seconds of the programme, a microphone was open and whose voice it was for; several at once are one voice together. */
export type Spell = Span & { stripId: StripId; voice: string };

/** What lies in some spans and in others too; both in order. */
export function within(spans: readonly Span[], others: readonly Span[]): Span[] {
  return spans.flatMap((span) =>
    others
      .map(({ from, to }) => ({ from: Math.max(from, span.from), to: Math.min(to, span.to) }))
      .filter(({ from, to }) => to > from),
  );
}

/** What is left of some spans without others. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  return others.reduce<Span[]>(
    (left, { from, to }) =>
      left
        .flatMap((span) => [
          { from: span.from, to: Math.min(span.to, from) },
          { from: Math.max(span.from, to), to: span.to },
        ])
        .filter((span) => span.to > span.from),
    [...spans],
  );
}

/** Spans of several sources as one, in order; where they overlap they are one span. */
export function together(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last !== undefined && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else whole.push({ ...span });
  }
  return whole;
}
