import { createEffect, createSignal, untrack, type Accessor } from "solid-js";

const [heard, setHeard] = createSignal<symbol>();

/** Of the sounds of a pupil's page only one is heard: this one stops when another begins. */
export function hearAlone(isPlaying: Accessor<boolean>, stop: () => void): void {
  const own = Symbol("sound");
  createEffect(() => isPlaying() && setHeard(own));
  createEffect(() => heard() !== own && untrack(isPlaying) && stop());
}
