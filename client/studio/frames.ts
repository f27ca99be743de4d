import { onCleanup, untrack } from "solid-js";
import { mayMove } from "../ui/comfort.ts";

/** Draws something: `now` and the time since the last frame are in seconds. */
export type Draw = (now: number, seconds: number) => void;

/** One animation loop that several meters share. */
export type Frames = {
  /** Calls `draw` before every frame until the caller's owner is gone. */
  onFrame(draw: Draw): void;
};

const [movingMs, restingMs] = [1_000 / 30, 1_000 / 10];
// A screen gives its next frame a part of this after it is asked for one.
const screenMs = 17;

/**
 * An animation loop of 30 frames a second while the caller's owner lives; between them the page rests. Where motion is reduced there are 10, which do not
 * wait for the screen: it has nothing to draw while nothing changes.
 */
export function createFrames(): Frames {
  const listeners = new Set<Draw>();
  let drawnAt = 0;
  let frame = 0;
  const draw = (now: number) => {
    const seconds = Math.min(0.5, (now - drawnAt) / 1_000);
    drawnAt = now;
    for (const each of listeners) each(now / 1_000, seconds);
    wait();
  };
  let rest: ReturnType<typeof setTimeout>;
  const wait = () => {
    const isMoving = untrack(mayMove);
    rest = isMoving
      ? setTimeout(() => (frame = requestAnimationFrame(draw)), movingMs - screenMs)
      : setTimeout(() => draw(performance.now()), restingMs);
  };
  wait();
  onCleanup(() => {
    clearTimeout(rest);
    cancelAnimationFrame(frame);
  });
  return {
    onFrame: (each) => {
      listeners.add(each);
      onCleanup(() => listeners.delete(each));
    },
  };
}
