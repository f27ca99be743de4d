import { createEffect, createMemo, createSignal, on, untrack } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import { api } from "../api/api.ts";
import { formatClock } from "../i18n/formats.ts";
import { createAttempt } from "../ui/create-attempt.ts";
import { parseChapters, type ChapterLine } from "./chapter-lines.ts";

const typedFrom = ({ title, description, season, number }: Episode) => ({
  title,
  description,
  season: String(season),
  number: String(number),
});
const linesOf = (episode: Episode): ChapterLine[] =>
  episode.chapters.map(({ startSeconds, title }) => ({ clock: formatClock(startSeconds), title }));

/** What is typed of an episode's credits, whether the station has it yet, and how to save it; another episode's take its place. */
export function createCredits(episode: () => Episode, onSaved: (episode: Episode) => void) {
  const [typed, setTyped] = createSignal(untrack(() => typedFrom(episode())));
  const [lines, setLines] = createSignal<readonly ChapterLine[]>(untrack(() => linesOf(episode())));
  const [areChaptersBad, setBad] = createSignal(false);
  createEffect(
    on(
      () => episode().id,
      () => (setTyped(typedFrom(episode())), setLines(linesOf(episode()))),
      { defer: true },
    ),
  );
  const kept = createMemo(() => JSON.stringify([typedFrom(episode()), linesOf(episode())]));
  const isChanged = () => JSON.stringify([typed(), lines()]) !== kept();
  const saving = createAttempt(async () => {
    const chapters = parseChapters(lines());
    setBad(chapters === undefined);
    if (chapters === undefined) return;
    const [sent, sentLines] = [typed(), lines()];
    const { title, description, season, number } = sent;
    const change = { title, description, season: Number(season), number: Number(number), chapters };
    const saved = await api.episodes.change(episode().id, change);
    onSaved(saved);
    // The station keeps it tidier than it was typed; what was typed meanwhile stays.
    if (typed() === sent) setTyped(typedFrom(saved));
    if (lines() === sentLines) setLines(linesOf(saved));
  });
  return {
    ...{ typed, lines, setLines, areChaptersBad, isChanged },
    type: (part: Partial<ReturnType<typeof typedFrom>>) => setTyped({ ...typed(), ...part }),
    isSaving: saving.isBusy,
    thrown: saving.thrown,
    /** Whether the station has it now. */
    save: async () => (await saving.attempt()) && !areChaptersBad(),
  };
}

/** See {@link createCredits}. */
export type Credits = ReturnType<typeof createCredits>;
