import { createMemo, createSignal, type Accessor } from "solid-js";
import type { Cut, DelayPipe } from "../../schemas/live.ts";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import type { Desk } from "./desk.ts";

/** What the desk knows of the delay. */
export type Delay = {
  /** Whether the show is on its way to listeners, so that something can be removed. */
  readonly isRunning: Accessor<boolean>;
  readonly pipe: Accessor<DelayPipe>;
  /** Whole seconds that can be removed. */
  readonly heldSeconds: Accessor<number>;
  /** The last removal, for as long as its cover lies in the delay. */
  readonly freshCut: Accessor<Cut | undefined>;
};

const empty: DelayPipe = { heldSeconds: 0, parts: [] };

/** Follows the delay of a studio until the caller's owner is gone. */
export function createDelay(desk: Desk, snapshot: () => StudioSnapshot): Delay {
  const [pipe, setPipe] = createSignal<DelayPipe>(empty);
  desk.studio.signalling.hear("delayMeasured", setPipe);
  const isRunning = createMemo(() => {
    const { state } = snapshot().transmission;
    return state === "onAir" || state === "ending";
  });
  const heldSeconds = createMemo(() => Math.floor(pipe().heldSeconds + 0.5));
  const hasCover = createMemo(() => pipe().parts.some(({ kind }) => kind === "cover"));
  const freshCut = createMemo(() => {
    const { lastCut } = snapshot().air;
    return isRunning() && hasCover() && lastCut !== null ? lastCut : undefined;
  });
  return { isRunning, pipe: () => (isRunning() ? pipe() : empty), heldSeconds, freshCut };
}
