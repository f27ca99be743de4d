import { createSignal, onCleanup, type Accessor } from "solid-js";
import { mayMove } from "../ui/comfort.ts";

/** Pixels a second at which a text of so many words goes by. */
export const scrollSpeed = (heightPx: number, words: number, wordsPerMinute: number): number =>
  words === 0 ? 0 : (heightPx / words) * (wordsPerMinute / 60);

/** Where the text stands for a reader who wants nothing to slide: at the beginning of a line. */
export const atLine = (topPx: number, linePx: number): number => Math.floor(topPx / linePx) * linePx;

const wordsIn = (text: string) => text.split(/\s+/).filter(Boolean).length;

/** A text that scrolls by itself at a reader's pace, line by line where nothing may slide; a hand on it is always right. */
export function createScroll(wordsPerMinute: Accessor<number>) {
  const [isRunning, setRunning] = createSignal(false);
  let box: HTMLElement | undefined;
  let frame = 0;
  let topPx = 0;
  let last = 0;

  function step(now: number) {
    if (box === undefined) return;
    const content = box.firstElementChild;
    const height = content?.getBoundingClientRect().height ?? 0;
    const speed = scrollSpeed(height, wordsIn(content?.textContent ?? ""), wordsPerMinute());
    topPx += (speed * (now - last)) / 1_000;
    last = now;
    const linePx = Number.parseFloat(getComputedStyle(box).lineHeight) || 1;
    box.scrollTop = mayMove() ? topPx : atLine(topPx, linePx);
    const isOver = topPx >= box.scrollHeight - box.clientHeight;
    if (isOver) setRunning(false);
    else frame = requestAnimationFrame(step);
  }

  const pause = () => {
    cancelAnimationFrame(frame);
    setRunning(false);
  };
  const run = () => {
    if (box === undefined || isRunning()) return;
    topPx = box.scrollTop;
    last = performance.now();
    setRunning(true);
    frame = requestAnimationFrame(step);
  };
  onCleanup(pause);

  return {
    isRunning,
    setBox: (element: HTMLElement) => (box = element),
    run,
    pause,
    toggle: () => {
      if (isRunning()) pause();
      else run();
    },
    /** Back to the beginning of another text. */
    rewind: () => {
      pause();
      topPx = 0;
      if (box !== undefined) box.scrollTop = 0;
    },
    /** A wheel or a finger moved it. */
    moved: () => {
      if (box !== undefined && Math.abs(box.scrollTop - topPx) > 40) topPx = box.scrollTop;
    },
  };
}
