import { createSignal, onCleanup, onMount } from "solid-js";
import { isServer } from "solid-js/web";

/** One file of a sound; the browser takes the first that it can play. */
export type SoundSource = { url: string; mimeType: string };

/**
 * A sound element, and what it does as signals: a new one without a face, or the page's own, which may be playing already. It is silenced and emptied with
 * the caller's owner. Where pages are only drawn there is none, and nothing is asked of it.
 */
export function createSound(face?: HTMLAudioElement) {
  const audio = isServer ? ({} as HTMLAudioElement) : (face ?? new Audio());
  audio.preload = "none";
  const [isPlaying, setPlaying] = createSignal(false);
  const [isWaiting, setWaiting] = createSignal(false);
  const [isLost, setLost] = createSignal(false);
  const [position, setPosition] = createSignal(0);
  // Chromium's `load` fetches the sound whatever `preload` says: it waits for the press that asks for it.
  let isToLoad = false;
  const listening = new AbortController();
  const on = (name: keyof HTMLMediaElementEventMap, act: () => void) => {
    if (!isServer) audio.addEventListener(name, act, { signal: listening.signal });
  };
  on("play", () => {
    isToLoad = false;
    setPlaying(true);
  });
  on("pause", () => setPlaying(false));
  on("ended", () => setPlaying(false));
  on("waiting", () => setWaiting(true));
  on("playing", () => setWaiting(false));
  on("timeupdate", () => isToLoad || setPosition(audio.currentTime));
  on("error", () => setLost(true));
  if (isServer) return silentSound();
  onMount(() => setPlaying(!audio.paused));
  onCleanup(() => {
    listening.abort();
    audio.pause();
    audio.replaceChildren();
    audio.load();
  });
  const load = (sources: readonly SoundSource[], place: number) => {
    // Somebody pressed before the page could act: that sound goes on.
    if (!audio.paused && hasSound(audio, sources)) return;
    if (!audio.paused) audio.pause();
    audio.replaceChildren(...sources.map(sourceElement));
    isToLoad = true;
    setPlaying(false);
    setLost(false);
    setWaiting(false);
    setPosition(place);
  };
  const seek = (place: number) => {
    setPosition(place);
    // Before the first press nothing is loaded: the place is taken when the sound begins.
    if (audio.readyState > 0 && !isToLoad) audio.currentTime = place;
  };
  const play = async () => {
    // A source that failed is not tried again by itself.
    if (isToLoad || isLost()) audio.load();
    isToLoad = false;
    setLost(false);
    const failure = await begin(audio, position());
    setLost(failure);
    if (failure) setWaiting(false);
  };
  const pause = () => audio.pause();
  const setSpeed = (speed: number) => {
    audio.defaultPlaybackRate = speed;
    audio.playbackRate = speed;
  };
  const setVolume = (share: number) => (audio.volume = share);
  return { isPlaying, isWaiting, isLost, position, load, seek, play, pause, setSpeed, setVolume };
}

/** Whether an element has this sound: the last file is the one for every browser, whatever lighter ones stand before it. */
const hasSound = (audio: HTMLAudioElement, sources: readonly SoundSource[]) =>
  audio.querySelector("source:last-of-type")?.getAttribute("src")?.replace(/#.*/, "") === sources.at(-1)?.url;

/** The sound of a page that is only drawn. */
function silentSound() {
  const never = () => false;
  const nothing = () => undefined;
  return {
    ...{ isPlaying: never, isWaiting: never, isLost: never, position: () => 0 },
    ...{
      load: nothing,
      seek: nothing,
      play: async () => undefined,
      pause: nothing,
      setSpeed: nothing,
      setVolume: nothing,
    },
  };
}

/** Begins to play at `place`; tells whether it failed. */
async function begin(audio: HTMLAudioElement, place: number): Promise<boolean> {
  // A browser may have loaded the sound without being asked to: the place is taken all the same.
  if (audio.readyState === 0 || Math.abs(audio.currentTime - place) > 0.5) audio.currentTime = place;
  try {
    await audio.play();
    return false;
  } catch (error) {
    // Pausing before the sound came is no failure, and a browser that wants a press keeps the big key there.
    return !["AbortError", "NotAllowedError"].includes((error as DOMException).name);
  }
}

function sourceElement({ url, mimeType }: SoundSource): HTMLSourceElement {
  const source = document.createElement("source");
  source.src = url;
  source.type = mimeType;
  return source;
}
