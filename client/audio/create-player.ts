import { createEffect, createSignal, on, onCleanup, onMount } from "solid-js";
import { isServer } from "solid-js/web";
import { bindMediaSession } from "./bind-media-session.ts";
import { createSound } from "./create-sound.ts";
import { keepPlace, readPlace } from "./listening-place.ts";
import { keepSpeed, nextSpeed, readSpeed } from "./speeds.ts";
import type { Track } from "./track.ts";

/** See {@link createPlayer}. */
export type Player = ReturnType<typeof createPlayer>;

const keepEverySeconds = 5;
/** How far the keys of a headset jump, unless it says. */
const step = 15;

/** Plays one track at a time, remembers where this device stopped in each, and obeys the lock screen. Lives with the caller's owner. */
export function createPlayer(face?: HTMLAudioElement) {
  const sound = createSound(face);
  const [track, setTrack] = createSignal<Track>();
  const [speed, setSpeed] = createSignal(1);
  const length = () => track()?.durationSeconds ?? 0;
  const keep = () => {
    const playing = track();
    if (playing !== undefined && sound.position() > 0) {
      keepPlace(localStorage, playing.id, sound.position(), playing.durationSeconds);
    }
  };
  const seek = (seconds: number) => {
    sound.seek(Math.min(Math.max(0, seconds), Math.max(0, length() - 0.1)));
    keep();
  };
  /** Makes a track ready at `asked`, or where this device stopped. */
  const load = (next: Track, asked?: number) => {
    if (track()?.id === next.id) return;
    keep();
    setTrack(next);
    const kept = readPlace(localStorage, next.id, next.durationSeconds);
    sound.load(next.sources, asked === undefined ? kept : Math.min(asked, Math.max(0, next.durationSeconds - 1)));
  };
  const jump = (seconds: number) => seek(sound.position() + seconds);
  const toggle = () => (sound.isPlaying() ? sound.pause() : void sound.play());
  // The station draws the page at the usual speed.
  onMount(() => setSpeed(readSpeed(localStorage)));
  createEffect(() => sound.setSpeed(speed()));
  createEffect(on(() => Math.floor(sound.position() / keepEverySeconds), keep));
  createEffect(on(sound.isPlaying, (isPlaying) => isPlaying || keep(), { defer: true }));
  const place = () => {
    const duration = length();
    if (duration === 0) return undefined;
    return { duration, playbackRate: speed(), position: Math.min(sound.position(), duration) };
  };
  bindMediaSession({
    words: track,
    isPlaying: sound.isPlaying,
    place,
    acts: {
      play: () => void sound.play(),
      pause: () => sound.pause(),
      seekbackward: ({ seekOffset }) => jump(-(seekOffset ?? step)),
      seekforward: ({ seekOffset }) => jump(seekOffset ?? step),
      seekto: ({ seekTime }) => seek(seekTime ?? 0),
    },
  });
  // eslint-disable-next-line solid/reactivity -- on leaving, the place is read as it is then.
  keepOnLeaving(keep);
  const { isPlaying, isWaiting, isLost, position, play, pause, setVolume } = sound;
  const faster = () => keepSpeed(localStorage, setSpeed(nextSpeed));
  return {
    track,
    isPlaying,
    isWaiting,
    isLost,
    position,
    speed,
    length,
    load,
    play,
    pause,
    setVolume,
    toggle,
    seek,
    jump,
    faster,
  };
}

function keepOnLeaving(keep: () => void): void {
  if (isServer) return;
  const listening = new AbortController();
  addEventListener("pagehide", keep, { signal: listening.signal });
  onCleanup(() => {
    keep();
    listening.abort();
  });
}
