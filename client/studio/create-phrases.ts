import { createEffect, createMemo, createSignal, on, type Accessor } from "solid-js";
import { phrasesOf } from "./phrases.ts";

// Where in the box the phrase that is read stands: what comes after it is seen too.
const readingHeight = 0.2;

/** Which phrase of a text is being read: moved by keys, or by the scrolling text, and always in view. */
export function createPhrases(text: Accessor<string>, language: Accessor<string>) {
  const phrases = createMemo(() => phrasesOf(text(), language()));
  const [at, setAt] = createSignal(0);
  let box: HTMLElement | undefined;
  createEffect(on(text, () => setAt(0), { defer: true }));
  const elements = () => [...(box?.querySelectorAll<HTMLElement>("[data-phrase]") ?? [])];
  const show = (index: number) => {
    const phrase = elements()[index];
    if (box === undefined || phrase === undefined) return;
    const top = phrase.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTop = Math.max(0, top - box.clientHeight * readingHeight);
  };
  return {
    phrases,
    at,
    setBox: (element: HTMLElement) => (box = element),
    /** To the phrase before or after; at the ends it stays. */
    step: (direction: -1 | 1) => {
      setAt(Math.min(Math.max(at() + direction, 0), Math.max(0, phrases().length - 1)));
      show(at());
    },
    /** The text moved by itself: what stands at the reading height is read now. */
    followScroll: () => {
      if (box === undefined || box.scrollTop === 0) return;
      const line = box.getBoundingClientRect().top + box.clientHeight * readingHeight;
      const passed = elements().findLastIndex((each) => each.getBoundingClientRect().top <= line);
      setAt(Math.max(0, passed));
    },
  };
}
