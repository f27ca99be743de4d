import { createEffect, createMemo, onCleanup, untrack, type Accessor } from "solid-js";
import { api } from "../api/api.ts";
import { createSound } from "../audio/create-sound.ts";
import type { OwnTake } from "./create-takes.ts";
import { hearAlone } from "./hear-alone.ts";

/** A take's sound, from this device while it is here, else from the station; pressed again, it stops and begins anew. */
export function createTakeSound(take: Accessor<OwnTake>) {
  const sound = createSound();
  const id = createMemo(() => take().id);
  createEffect(() => {
    id();
    const { sound: here } = untrack(take);
    const url = here === undefined ? api.takes.soundUrl(untrack(id)) : URL.createObjectURL(here);
    sound.load([{ url, mimeType: here?.type ?? "audio/mpeg" }], 0);
    onCleanup(() => {
      if (here !== undefined) URL.revokeObjectURL(url);
    });
  });
  const stop = () => {
    sound.pause();
    sound.seek(0);
  };
  hearAlone(sound.isPlaying, stop);
  const playFrom = (seconds: number) => {
    sound.seek(seconds);
    void sound.play();
  };
  const toggle = () => {
    if (sound.isPlaying()) stop();
    else void sound.play();
  };
  const { isPlaying, isLost, position } = sound;
  return { isPlaying, isLost, position, toggle, playFrom };
}
/** See {@link createTakeSound}. */
export type TakeSound = ReturnType<typeof createTakeSound>;
