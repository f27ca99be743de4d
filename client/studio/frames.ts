import { onCleanup, untrack } from "solid-js";
import { mayMove } from "../ui/comfort.ts";

/** Draws something: `now` and the time since the last frame are in seconds. */
export type Draw = (now: number, seconds: number) => void;

/** One animation loop that several meters share. */
export type Frames = {
  /** Calls `draw` before every frame until the caller's owner is gone. */
  onFrame(draw: Draw): void;
};

const framesPerSecond = (): number => (mayMove() ? 30 : 10);

/** An animation loop of 30 frames a second, 10 where motion is reduced, while the caller's owner lives. */
export function createFrames(): Frames {
  const listeners = new Set<Draw>();
  let drawnAt = 0;
  let frame = 0;
  const loop = (now: number) => {
    frame = requestAnimationFrame(loop);
    // Screens draw at 60 or 120; a little slack keeps every second or fourth of them.
    if (now - drawnAt < 1_000 / untrack(framesPerSecond) - 4) return;
    const seconds = Math.min(0.5, (now - drawnAt) / 1_000);
    drawnAt = now;
    for (const draw of listeners) draw(now / 1_000, seconds);
  };
  frame = requestAnimationFrame(loop);
  onCleanup(() => {
    cancelAnimationFrame(frame);
  });
  return {
    onFrame: (draw) => {
      listeners.add(draw);
      onCleanup(() => listeners.delete(draw));
    },
  };
}
