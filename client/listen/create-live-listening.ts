import { createEffect, createMemo, createSignal, on, onCleanup, onMount, type Accessor } from "solid-js";
import type { LiveState } from "../../schemas/live.ts";
import type { ChannelPage } from "../../schemas/listening.ts";
import { ApiError } from "../api/ask.ts";
import { bindMediaSession } from "../audio/bind-media-session.ts";
import { createLiveSound } from "../audio/live/create-live-sound.ts";
import { liveAddressesOf } from "../audio/live/live-source.ts";
import { createLiveState } from "./create-live-state.ts";
import { isLowData } from "./low-data.ts";
import { openNear } from "./open-near.ts";
import { nearnessOf } from "./next-show.ts";

const awaitedMs = 10_000;
const patienceMs = 15 * 60_000;

/** A show that is going out, or has just gone. */
export type OnAir = Exclude<LiveState, { state: "none" }>;

/** See {@link createLiveListening}. */
export type LiveListening = ReturnType<typeof createLiveListening>;

/** What the page of a channel knows of its live show, and the sound of it. `onMoved` hears that a show began or ended. */
export function createLiveListening(page: Accessor<ChannelPage>, onMoved: () => void, first?: LiveState) {
  const slug = createMemo(() => page().channel.slug);
  const isNear = () => {
    const at = page().nextShow?.scheduledAt ?? undefined;
    return at !== undefined && ["soon", "now"].includes(nearnessOf(at, Date.now()) ?? "");
  };
  const { live, thrown } = createLiveState(slug, isNear, first);
  // The last show stays in view after its end, until its episode is here.
  const [onAir, setOnAir] = createSignal<OnAir | undefined>(
    first === undefined || first.state === "none" ? undefined : first,
  );
  const isOver = () => live().state === "none";
  const sound = createLiveSound({
    ...{ isLowData, isOver, addresses: () => liveAddressesOf(slug()) },
    openNear: (audio, onFailure) => {
      const showId = onAir()?.showId;
      return showId === undefined ? Promise.reject(new ApiError("live.off")) : openNear(audio, showId, onFailure);
    },
  });
  // Whoever is signed in belongs to the school, and may be in it.
  const [canConnect, setCanConnect] = createSignal(false);
  onMount(() => setCanConnect("RTCPeerConnection" in globalThis));
  const canBeNear = () => page().isSignedIn && canConnect();
  const refusal = () => (sound.isWanted() || sound.phase() === "paused" ? thrown() : undefined);
  createEffect(() => {
    const now = live();
    if (now.state !== "none") setOnAir(now);
  });
  const state = createMemo(() => live().state);
  createEffect(on(state, onMoved, { defer: true }));
  createEffect(on(isLowData, (isLow) => sound.setLowData(isLow), { defer: true }));
  createEffect(() => {
    // No longer allowed: what is still in the buffer is not played either.
    if (thrown() !== undefined && sound.isWanted()) sound.pause();
  });
  const words = () => {
    const { id, coverVersion, title: artist } = page().channel;
    const artworkUrl = `/media/covers/channels/${id}/${coverVersion}.jpg`;
    return { title: onAir()?.title ?? artist, artist, artworkUrl };
  };
  bindMediaSession({
    words: () => (sound.phase() === "idle" ? undefined : words()),
    isPlaying: sound.isWanted,
    acts: {
      play: sound.listen,
      pause: sound.pause,
      stop: sound.pause,
      seekbackward: ({ seekOffset }) => void sound.back(seekOffset ?? backSeconds),
    },
  });
  const episode = () => page().episodes.find(({ showId }) => showId !== null && showId === onAir()?.showId);
  const isAwaited = createMemo(() => isOver() && onAir() !== undefined && episode() === undefined);
  createEffect(() => {
    if (isAwaited()) lookOften(onMoved);
  });
  return { live, onAir, isOver, sound, refusal, canBeNear, episode };
}

/** Looks every few seconds while the caller's owner lives: most episodes are there within minutes of their show's end. */
function lookOften(look: () => void) {
  const untilMs = Date.now() + patienceMs;
  const timer = setInterval(() => {
    if (Date.now() > untilMs) clearInterval(timer);
    else if (!document.hidden) look();
  }, awaitedMs);
  onCleanup(() => clearInterval(timer));
}

/** What one press on the key goes back by. */
export const backSeconds = 30;
