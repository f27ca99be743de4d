import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { coveredSeconds, withSpan, type Span } from "./heard-spans.ts";

/** Who asks, as far as counting goes: a line and the program at its end. Nothing keeps either. */
export type Who = { line: string; userAgent: string };

/** What one of them has heard of one thing today. */
type Mark = {
  /** In seconds; empty once it is counted. */
  spans: Span[];
  isCounted: boolean;
  /** When they were last heard of, in epoch milliseconds. */
  at: number;
};

/** A day's marks, as they outlive a restart on that day. */
export const KeptDay = z.strictObject({
  day: z.iso.date(),
  salt: z.string(),
  marks: z.array(z.tuple([z.string(), z.array(z.tuple([z.number(), z.number()])), z.boolean(), z.number()])),
});
/** See {@link KeptDay}. */
export type KeptDay = z.infer<typeof KeptDay>;

/** More than a school ever has: who sends another name with each request fills no memory. */
const mostMarks = 200_000;
/** Stretches apart from each other that a mark holds: who listens leaves a few, who asks for single bytes as many as there are. */
const mostSpans = 200;
/** And all of a day's marks together. */
const mostSpansInAll = 1_000_000;

/**
 * Who has been counted on one day. They are known by a keyed hash of thing, line and program under a salt that is drawn for this day and gone with
 * it: the marks of two days, or of two things, cannot be told to be one person's.
 */
export class DayMarks {
  readonly day: string;
  readonly #salt: Buffer;
  readonly #marks: Map<string, Mark>;
  #spansInAll = 0;

  constructor(day: string, salt: Buffer = randomBytes(32), marks: readonly (readonly [string, Mark])[] = []) {
    this.day = day;
    this.#salt = salt;
    this.#marks = new Map(marks);
    for (const { spans } of this.#marks.values()) this.#spansInAll += spans.length;
  }

  static from({ day, salt, marks }: KeptDay): DayMarks {
    const kept = marks.map(([key, spans, isCounted, at]) => [key, { spans, isCounted, at }] as const);
    return new DayMarks(day, Buffer.from(salt, "base64url"), kept);
  }

  toKept(): KeptDay {
    const marks = [...this.#marks].map(([key, { spans, isCounted, at }]): KeptDay["marks"][number] => [
      key,
      spans.map(([from, to]) => [from, to]),
      isCounted,
      at,
    ]);
    return { day: this.day, salt: this.#salt.toString("base64url"), marks };
  }

  /** When somebody was last heard of about a thing; `undefined` when they were not. */
  lastHeardAt(thing: string, who: Who): number | undefined {
    return this.#marks.get(this.#keyOf(thing, who))?.at;
  }

  /** Notes what was heard; tells whether it is with this that they are to be counted. */
  hear(thing: string, who: Who, { span, neededSeconds, at }: { span: Span; neededSeconds: number; at: number }) {
    const key = this.#keyOf(thing, who);
    const mark = this.#marks.get(key) ?? { spans: [], isCounted: false, at };
    if (!this.#marks.has(key) && this.#marks.size >= mostMarks) return false;
    this.#marks.set(key, mark);
    mark.at = at;
    if (mark.isCounted) return false;
    const spans = withSpan(mark.spans, span);
    // A hair less: seconds come from bytes by division.
    mark.isCounted = coveredSeconds(spans) >= neededSeconds - 0.01;
    this.#keepSpans(mark, mark.isCounted ? [] : spans);
    return mark.isCounted;
  }

  #keepSpans(mark: Mark, spans: Span[]): void {
    const more = spans.length - mark.spans.length;
    if (more > 0 && (spans.length > mostSpans || this.#spansInAll >= mostSpansInAll)) return;
    mark.spans = spans;
    this.#spansInAll += more;
  }

  #keyOf(thing: string, { line, userAgent }: Who): string {
    const hash = createHmac("sha256", this.#salt).update(`${thing}\0${line}\0${userAgent}`);
    return hash.digest("base64url").slice(0, 22);
  }
}
