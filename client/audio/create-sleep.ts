import { createEffect, createSignal, onCleanup, type Accessor } from "solid-js";

/** When a sound ends by itself: at an instant (epoch milliseconds), or at a place in it (seconds). */
export type SleepEnd = { at: number } | { place: number };

type Sleeping = {
  position: Accessor<number>;
  speed: Accessor<number>;
  setVolume: (share: number) => void;
  pause: () => void;
};

const tickMs = 500;
/** The sound fades over the last of its seconds. */
const fadeSeconds = 10;

/** Seconds until then, as somebody waits for them. */
export const secondsUntil = (end: SleepEnd, now: number, position: number, speed: number): number =>
  "at" in end ? (end.at - now) / 1_000 : (end.place - position) / speed;

/** Ends the sound by itself when it is asked to, gently, while the caller's owner lives. */
export function createSleep(sound: Sleeping, clock: () => number = Date.now) {
  const [end, setEnd] = createSignal<SleepEnd>();
  const [left, setLeft] = createSignal(0);
  const set = (next: SleepEnd | undefined) => {
    sound.setVolume(1);
    setEnd(next);
  };
  const tick = (asked: SleepEnd) => {
    const seconds = secondsUntil(asked, clock(), sound.position(), sound.speed());
    setLeft(Math.max(0, seconds));
    if (seconds > 0) {
      sound.setVolume(Math.min(1, seconds / fadeSeconds));
      return;
    }
    sound.pause();
    set(undefined);
  };
  createEffect(() => {
    const asked = end();
    if (asked === undefined) return;
    tick(asked);
    const timer = setInterval(() => tick(asked), tickMs);
    onCleanup(() => clearInterval(timer));
  });
  return { end, left, set };
}
/** See {@link createSleep}. */
export type Sleep = ReturnType<typeof createSleep>;
