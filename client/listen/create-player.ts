import { createEffect, createSignal, onCleanup } from "solid-js";
import { bindMediaSession } from "./bind-media-session.ts";
import { keepPlace, readPlace } from "./listening-place.ts";
import { nextSpeed } from "./speeds.ts";

/** An episode as the player needs it. */
export type Track = {
  id: string;
  title: string;
  artist: string;
  artworkUrl: string;
  durationSeconds: number;
  sources: readonly { url: string; mimeType: string }[];
};

export type Player = ReturnType<typeof createPlayer>;

const keepEverySeconds = 5;

/** One sound element for the page: it plays one track at a time, remembers its place, and answers the lock screen. */
export function createPlayer() {
  const audio = new Audio();
  audio.preload = "none";
  const [track, setTrack] = createSignal<Track>();
  const [isPlaying, setPlaying] = createSignal(false);
  const [isWaiting, setWaiting] = createSignal(false);
  const [isLost, setLost] = createSignal(false);
  const [position, setPosition] = createSignal(0);
  const [speed, setSpeed] = createSignal(1);
  const length = () => track()?.durationSeconds ?? 0;
  const keep = () => {
    const playing = track();
    if (playing !== undefined && position() > 0) keepPlace(localStorage, playing.id, position(), playing.durationSeconds);
  };
  let keptAt = 0;
  const onTime = () => {
    setPosition(audio.currentTime);
    if (Math.abs(audio.currentTime - keptAt) < keepEverySeconds) return;
    keptAt = audio.currentTime;
    keep();
  };
  const seek = (seconds: number) => {
    const place = Math.min(Math.max(0, seconds), Math.max(0, length() - 0.1));
    setPosition(place);
    // Before the first press nothing is loaded: the place is taken when the sound begins.
    if (audio.readyState > 0) audio.currentTime = place;
    keep();
  };
  const load = (next: Track) => {
    if (track()?.id === next.id) return;
    keep();
    audio.replaceChildren(...next.sources.map(sourceElement));
    audio.load();
    setTrack(next);
    setLost(false);
    setWaiting(false);
    setPosition(readPlace(localStorage, next.id, next.durationSeconds));
  };
  const play = async () => {
    setLost(false);
    // A source that failed is not tried again by itself.
    if (audio.networkState === HTMLMediaElement.NETWORK_NO_SOURCE || audio.error !== null) audio.load();
    audio.playbackRate = speed();
    if (audio.readyState === 0) audio.currentTime = position();
    try {
      await audio.play();
    } catch (error) {
      // Pausing before the sound came is no failure; a browser that wants a press keeps the big key there.
      const { name } = error as DOMException;
      if (name !== "AbortError" && name !== "NotAllowedError") setLost(true);
      setWaiting(false);
    }
  };
  const toggle = () => (isPlaying() ? audio.pause() : void play());
  const jump = (seconds: number) => seek(position() + seconds);

  const listening = new AbortController();
  const on = (name: keyof HTMLMediaElementEventMap, act: () => void) =>
    audio.addEventListener(name, act, { signal: listening.signal });
  on("play", () => setPlaying(true));
  on("pause", () => {
    setPlaying(false);
    keep();
  });
  on("ended", () => {
    setPlaying(false);
    keepPlace(localStorage, track()?.id ?? "", length(), length());
  });
  on("timeupdate", onTime);
  on("waiting", () => setWaiting(true));
  on("playing", () => setWaiting(false));
  on("error", () => setLost(true));
  addEventListener("pagehide", keep, { signal: listening.signal });
  createEffect(() => (audio.playbackRate = speed()));
  bindMediaSession({ track, isPlaying, position, speed, play: () => void play(), pause: () => audio.pause(), jump, seek });
  onCleanup(() => {
    keep();
    listening.abort();
    audio.pause();
    audio.replaceChildren();
    audio.load();
  });
  const faster = () => setSpeed(nextSpeed);
  return { track, isPlaying, isWaiting, isLost, position, speed, length, load, play, toggle, seek, jump, faster };
}

function sourceElement({ url, mimeType }: { url: string; mimeType: string }): HTMLSourceElement {
  const source = document.createElement("source");
  source.src = url;
  source.type = mimeType;
  return source;
}
