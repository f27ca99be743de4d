import { createSignal } from "solid-js";
import { createStore } from "solid-js/store";
import type { KindWords, PeerAssessment, PeerInvitation } from "../../../schemas/reviews.ts";

/** How a kind sentence may begin, in the order in which it is offered. */
export const starters = ["liked", "understood", "surprised", "advice"] as const satisfies KindWords["starter"][];
type Starter = (typeof starters)[number];

/** What one is about to say of a classmate's take, beginning with what was said before. */
export function createDraft({ rubric, assessment }: PeerInvitation) {
  const before = rubric.criteria.map((_, index) => assessment?.levels[index] ?? null);
  const [levels, setLevels] = createSignal<(number | null)[]>(before);
  const said = Object.fromEntries((assessment?.words ?? []).map(({ starter, text }) => [starter, text]));
  const [words, setWords] = createStore<Partial<Record<Starter, string>>>(said);
  return {
    levels,
    choose: (index: number, level: number) =>
      setLevels((chosen) => chosen.map((each, place) => (place === index ? level : each))),
    /** How many criteria still wait for a choice. */
    left: () => levels().filter((level) => level === null).length,
    /** What was written after each beginning; undefined where none was chosen. */
    words,
    write: (starter: Starter, text: string) => setWords(starter, text),
    assessment: (): PeerAssessment => ({
      levels: levels(),
      words: starters.flatMap((starter) => {
        const text = words[starter]?.trim() ?? "";
        return text === "" ? [] : [{ starter, text }];
      }),
    }),
  };
}
/** See {@link createDraft}. */
export type Draft = ReturnType<typeof createDraft>;
