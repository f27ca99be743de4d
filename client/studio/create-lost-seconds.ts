import { createEffect, createSignal, on, onCleanup, type Accessor } from "solid-js";

/** Whole seconds since `isLost` became true in this page; 0 while it is not. */
export function createLostSeconds(isLost: Accessor<boolean>): Accessor<number> {
  const [seconds, setSeconds] = createSignal(0);
  createEffect(
    on(isLost, (lost) => {
      setSeconds(0);
      if (!lost) return;
      const from = performance.now();
      const timer = setInterval(() => setSeconds(Math.floor((performance.now() - from) / 1_000)), 250);
      onCleanup(() => {
        clearInterval(timer);
      });
    }),
  );
  return seconds;
}
