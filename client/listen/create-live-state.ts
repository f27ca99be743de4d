import { createEffect, createSignal, on, onCleanup, type Accessor } from "solid-js";
import { isServer } from "solid-js/web";
import type { LiveState } from "../../schemas/live.ts";
import { ApiError } from "../api/ask.ts";
import { listeningApi } from "../api/listening.ts";

/** How often a page asks: often while a show is on the air or about to be, seldom otherwise. */
const nearMs = 5_000;
const farMs = 30_000;

/** What a channel sends now, asked for again and again while the caller's owner lives and somebody looks or listens. */
export function createLiveState(slug: Accessor<string>, isNear: Accessor<boolean>, first: LiveState | undefined) {
  const [live, setLive] = createSignal<LiveState>(first ?? { state: "none" });
  const [thrown, setThrown] = createSignal<ApiError>();
  let timer: ReturnType<typeof setTimeout>;
  let isGone = false;
  const ask = async () => {
    const asked = slug();
    try {
      const found = await listeningApi.live(asked);
      if (isGone || asked !== slug()) return;
      setLive(found);
      setThrown(undefined);
    } catch (error) {
      // A network that is away says nothing of the show.
      if (error instanceof ApiError && error.code !== "network.lost") setThrown(error);
    }
  };
  const askAgain = async () => {
    clearTimeout(timer);
    if (!document.hidden || live().state !== "none") await ask();
    if (!isGone) timer = setTimeout(() => void askAgain(), live().state !== "none" || isNear() ? nearMs : farMs);
  };
  createEffect(on(slug, () => void askAgain()));
  if (isServer) return { live, thrown };
  const listening = new AbortController();
  const onSeen = () => document.hidden || void askAgain();
  document.addEventListener("visibilitychange", onSeen, { signal: listening.signal });
  onCleanup(() => {
    isGone = true;
    clearTimeout(timer);
    listening.abort();
  });
  return { live, thrown };
}
