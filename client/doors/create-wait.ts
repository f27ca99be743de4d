import { createEffect, createSignal, onCleanup, type Accessor } from "solid-js";

const secondsIn = (thrown: unknown): number =>
  typeof thrown === "object" && thrown !== null && "retryAfterSeconds" in thrown
    ? Number(thrown.retryAfterSeconds) || 0
    : 0;

/** Seconds left before the station answers again, after it refused for too many tries; counts down to 0. */
export function createWait(thrown: Accessor<unknown>): Accessor<number> {
  const [left, setLeft] = createSignal(0);
  createEffect(() => {
    const endsAt = Date.now() + secondsIn(thrown()) * 1_000;
    const update = () => setLeft(Math.max(0, Math.ceil((endsAt - Date.now()) / 1_000)));
    update();
    const timer = setInterval(update, 500);
    onCleanup(() => clearInterval(timer));
  });
  return left;
}
