import { createEffect, createSignal, on, onCleanup, type Accessor } from "solid-js";

// Often enough for a smooth fade (the mixer ramps between), seldom enough for a school's network.
const sendEveryMs = 50;
const settleMs = 400;

/** A number that follows the hand at once and the server otherwise. */
export type HeldValue = {
  readonly value: Accessor<number>;
  move(value: number): void;
};

/** Shows what was moved here until the server has told it back, so that a cap never jumps under a finger. */
export function createHeldValue(known: Accessor<number>, send: (value: number) => void): HeldValue {
  const [held, setHeld] = createSignal<number>();
  let sending: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    sending = undefined;
    const value = held();
    if (value !== undefined) send(value);
  };
  const settle = () => {
    clearTimeout(settling);
    settling = setTimeout(() => setHeld(undefined), settleMs);
  };
  // Each echo of an earlier position gives the later ones their time.
  createEffect(on(known, settle, { defer: true }));
  onCleanup(() => {
    clearTimeout(sending);
    clearTimeout(settling);
  });
  return {
    value: () => held() ?? known(),
    move: (value) => {
      setHeld(value);
      settle();
      sending ??= setTimeout(flush, sendEveryMs);
    },
  };
}
