import { createSignal, onCleanup } from "solid-js";
import { isServer } from "solid-js/web";
import type { LiveAddresses, LiveSource, LiveSourceOptions, LiveTrouble, LiveWay } from "./live-source.ts";
import { abilitiesOf, waysOf } from "./live-source.ts";
import { openMp3Source, openOwnHlsSource } from "./plain-source.ts";
import { makeStallWatch } from "./stall-watch.ts";

/**
 * Where listening stands: nobody asked for it, the sound is on its way, it is heard, the listener paused it, the browser wants another
 * press before it plays, or the show is over.
 */
export type LivePhase = "idle" | "coming" | "heard" | "paused" | "blocked" | "over";

/** What live sound is made of. */
export type LiveSoundOptions = {
  addresses: () => LiveAddresses;
  isLowData: () => boolean;
  /** Opens the way without delay, for those inside the school. */
  openNear: (audio: HTMLAudioElement, onFailure: () => void) => Promise<LiveSource>;
  /** Whether the show has left the air, so that what does not come will not come. */
  isOver: () => boolean;
};

/** See {@link createLiveSound}. */
export type LiveSound = ReturnType<typeof createLiveSound>;

const tickMs = 500;
/** A stream that stopped after the show's end is over, not late. */
const overAfterMs = 3_000;
/** A way that failed so often, and was never heard, is given up for the next one. */
const mostFailures = 3;
/** Nearer than this to live counts as live. */
const liveWithinSeconds = 8;

const open = async (way: LiveWay, audio: HTMLAudioElement, options: LiveSourceOptions): Promise<LiveSource> => {
  // Loaded by those who listen, not by those who look.
  if (way === "hls") return (await import("./hls-source.ts")).openHlsSource(audio, options);
  return way === "ownHls" ? openOwnHlsSource(audio, options) : openMp3Source(audio, options);
};

/**
 * Live sound of a channel: begins at a press, gets over gaps by itself for as long as the show lasts, and goes from one way to the next
 * when a browser cannot play the first. It falls silent with the caller's owner.
 */
export function createLiveSound(options: LiveSoundOptions) {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-condition -- where pages are only drawn there is no sound.
  const audio = isServer ? ({} as HTMLAudioElement) : new Audio();
  audio.preload = "none";
  const ways = isServer ? [] : waysOf(abilitiesOf(audio));
  const [phase, setPhase] = createSignal<LivePhase>("idle");
  const [behindSeconds, setBehind] = createSignal(0);
  const [canGoBack, setCanGoBack] = createSignal(false);
  const [trouble, setTrouble] = createSignal<LiveTrouble>();
  const [isNear, setNear] = createSignal(false);
  const watch = makeStallWatch(performance.now());
  let source: LiveSource | undefined;
  let opening = 0;
  let failures = 0;
  let wasHeard = false;
  let isCut = false;
  const isWanted = () => phase() === "coming" || phase() === "heard";

  const close = () => {
    opening += 1;
    source?.[Symbol.dispose]();
    source = undefined;
  };
  const fail = (failure: "unsupported" | "missing") => {
    failures += 1;
    isCut = true;
    if (failure === "missing") setTrouble("network");
    // What does not come after the show's end is no fault of the way.
    if (
      !options.isOver() &&
      ways.length > 1 &&
      (failure === "unsupported" || (failures >= mostFailures && !wasHeard))
    ) {
      ways.shift();
      failures = 0;
      void begin();
    }
  };
  const play = async () => {
    try {
      await audio.play();
    } catch (error) {
      if ((error as DOMException).name === "NotAllowedError") setPhase("blocked");
    }
  };
  const begin = async () => {
    close();
    const mine = opening;
    setPhase("coming");
    isCut = false;
    watch.opened(performance.now());
    const asked = {
      addresses: options.addresses(),
      isLowData: options.isLowData(),
      onFailure: fail,
      onTrouble: setTrouble,
    };
    const way = isNear() ? options.openNear(audio, leaveNear) : open(ways[0] ?? "mp3", audio, asked);
    const opened = await way.catch(() => undefined);
    if (mine !== opening) {
      opened?.[Symbol.dispose]();
      return;
    }
    if (opened === undefined) {
      // The script itself did not come: the watch begins anew.
      isCut = true;
      if (isNear()) leaveNear();
      return;
    }
    source = opened;
    setCanGoBack(opened.canGoBack);
    await play();
  };
  /** The way without delay ended: the show goes on by the other. */
  const leaveNear = () => {
    setNear(false);
    if (isWanted()) void begin();
  };
  const end = () => {
    close();
    setPhase("over");
  };
  const edge = () => source?.edge();
  const tell = (now: number) => {
    if (watch.isQuiet(now)) setPhase("coming");
    else {
      wasHeard = true;
      failures = 0;
      setTrouble(undefined);
      setPhase("heard");
    }
    const live = edge();
    setBehind(live === undefined ? 0 : Math.max(0, live - audio.currentTime));
  };
  const tick = () => {
    if (!isWanted()) return;
    const now = performance.now();
    const move = watch.heard(audio.currentTime, now);
    if (options.isOver() && watch.quietForMs(now) > overAfterMs) {
      end();
      return;
    }
    tell(now);
    // Without a network there is nothing to ask; its return begins anew at once.
    if (!navigator.onLine) return;
    if (move === "reopen") void begin();
    else if (move === "nudge") void (isCut ? begin() : source?.nudge());
  };
  const pause = () => {
    setPhase("paused");
    audio.pause();
    if (!canGoBack()) close();
  };
  const listen = () => {
    if (phase() !== "paused" || source === undefined) {
      void begin();
      return;
    }
    setPhase("coming");
    watch.opened(performance.now());
    void play();
  };
  const seekTo = (place: number) => {
    const { seekable } = audio;
    const first = seekable.length === 0 ? 0 : seekable.start(0);
    audio.currentTime = Math.max(first + 0.5, place);
    tell(performance.now());
  };

  if (!isServer) {
    const timer = setInterval(tick, tickMs);
    const listening = new AbortController();
    const on = (target: EventTarget, name: string, act: () => void) =>
      target.addEventListener(name, act, { signal: listening.signal });
    // A headset that is pulled out, or a call: the device paused it, and the listener takes it up again.
    on(
      audio,
      "pause",
      () => isWanted() && !audio.ended && source !== undefined && audio.readyState > 0 && setPhase("paused"),
    );
    on(audio, "ended", () => (options.isOver() ? isWanted() && end() : (isCut = true)));
    on(globalThis, "online", () => isWanted() && watch.isQuiet(performance.now()) && void begin());
    onCleanup(() => {
      clearInterval(timer);
      listening.abort();
      close();
      audio.pause();
    });
  }

  return {
    phase,
    trouble,
    behindSeconds,
    canGoBack,
    isNear,
    isLive: () => behindSeconds() < liveWithinSeconds,
    isWanted,
    listen,
    pause,
    toggle: () => (isWanted() ? pause() : listen()),
    /** What was just said, once more. */
    back: (seconds: number) => canGoBack() && seekTo(audio.currentTime - seconds),
    toLive: () => {
      const live = edge();
      if (live !== undefined) seekTo(live);
    },
    /** Listens without delay inside the school, or as families do. */
    chooseNear: (near: boolean) => {
      setNear(near);
      void begin();
    },
    setLowData: (isLow: boolean) => source?.setLowData(isLow),
  };
}
