import { createEffect, createSignal, on, onCleanup, type Accessor } from "solid-js";
import type { ServerClock } from "../server-clock.ts";

/** Whole seconds from an instant to now, negative before it: −3 during the third last second of a countdown. */
export const elapsedSeconds = (anchorMs: number, nowMs: number): number => Math.floor((nowMs - anchorMs) / 1_000);

/** Seconds since `anchor` on the server's clock; changes at the same moment on every device of the show. */
export function createTicker(clock: Pick<ServerClock, "now">, anchor: Accessor<string | undefined>): Accessor<number> {
  const [elapsed, setElapsed] = createSignal(0);
  createEffect(
    on(anchor, (instant) => {
      if (instant === undefined) return setElapsed(0);
      const anchorMs = Date.parse(instant);
      let timer: ReturnType<typeof setTimeout>;
      const tick = () => {
        const seconds = elapsedSeconds(anchorMs, clock.now());
        setElapsed(seconds);
        // The server's clock is learned little by little: each second is aimed at anew.
        timer = setTimeout(tick, Math.max(5, anchorMs + (seconds + 1) * 1_000 - clock.now()));
      };
      tick();
      return onCleanup(() => {
        clearTimeout(timer);
      });
    }),
  );
  return elapsed;
}
