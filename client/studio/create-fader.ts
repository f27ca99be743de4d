import { createEffect, createSignal, on, onCleanup, type Accessor } from "solid-js";

// Often enough for a smooth fade (the mixer ramps between), seldom enough for a school's network.
const sendEveryMs = 50;
const settleMs = 400;

/** A gain that follows the hand at once and the server otherwise. */
export type FaderState = {
  readonly gainDb: Accessor<number>;
  move(gainDb: number): void;
};

/** Shows what was moved here until the server has told it back, so that a cap never jumps under a finger. */
export function createFader(known: Accessor<number>, send: (gainDb: number) => void): FaderState {
  const [held, setHeld] = createSignal<number>();
  let sending: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    sending = undefined;
    const gainDb = held();
    if (gainDb !== undefined) send(gainDb);
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
    gainDb: () => held() ?? known(),
    move: (gainDb) => {
      setHeld(gainDb);
      settle();
      sending ??= setTimeout(flush, sendEveryMs);
    },
  };
}
