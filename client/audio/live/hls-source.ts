import Hls, { ErrorTypes, Events, type ErrorData } from "hls.js/light";
import { makeHlsRecovery, type MediaCure } from "./hls-recovery.ts";
import type { LiveSource, LiveSourceOptions } from "./live-source.ts";

// A request that went into a network that is away never comes back: asked again soon, its return is noticed.
const loadPolicy = (firstByteMs: number) => ({
  default: {
    maxTimeToFirstByteMs: firstByteMs,
    maxLoadTimeMs: 20_000,
    timeoutRetry: { maxNumRetry: 8, retryDelayMs: 0, maxRetryDelayMs: 0 },
    errorRetry: { maxNumRetry: 6, retryDelayMs: 500, maxRetryDelayMs: 2_000 },
  },
});

const settings = {
  // The page's content policy allows no worker made of text, and two tracks of sound need none.
  enableWorker: false,
  lowLatencyMode: false,
  // Behind the newest segment: two of two seconds, so that one may come late.
  liveSyncDurationCount: 2,
  // Whoever went back stays back.
  liveMaxLatencyDurationCount: Number.POSITIVE_INFINITY,
  backBufferLength: 90,
  maxBufferLength: 20,
  startFragPrefetch: true,
  testBandwidth: false,
  // Enough for the better rendition until more is known.
  abrEwmaDefaultEstimate: 500_000,
  manifestLoadPolicy: loadPolicy(5_000),
  // The station keeps the first listener's request for up to eight seconds, until there is something to list.
  playlistLoadPolicy: loadPolicy(9_000),
  fragLoadPolicy: loadPolicy(5_000),
};

/**
 * HLS by hls.js: it chooses the rendition by what the network carries, at most the lighter one for little data. What stops it is cured as long
 * as the source is wanted.
 */
export function openHlsSource(
  audio: HTMLAudioElement,
  { addresses, isLowData, onFailure, onTrouble }: LiveSourceOptions,
): LiveSource {
  const recovery = makeHlsRecovery();
  let low = isLowData;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const after = (waitMs: number, act: () => void) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, waitMs);
  };
  // Another media source in the element stops it without a word.
  let isPlaying = !audio.paused;
  const playOn = () => isPlaying && void audio.play().catch(() => undefined);
  const listening = new AbortController();
  for (const name of ["play", "pause"] as const)
    audio.addEventListener(name, () => (isPlaying = name === "play"), { signal: listening.signal });
  const cap = () => {
    hls.autoLevelCapping = low ? 0 : -1;
  };
  const load = () => {
    const loading = new Hls(settings);
    loading.on(Events.MANIFEST_PARSED, cap);
    loading.on(Events.FRAG_BUFFERED, recovery.loaded);
    loading.on(Events.ERROR, hear);
    loading.on(Events.MEDIA_ATTACHED, playOn);
    loading.loadSource(addresses.hls);
    loading.attachMedia(audio);
    return loading;
  };
  const cures: Record<MediaCure, () => void> = {
    recover: () => hls.recoverMediaError(),
    swap: () => {
      hls.swapAudioCodec();
      hls.recoverMediaError();
    },
    reload: () => {
      hls.destroy();
      hls = load();
    },
  };
  const hear = (_: unknown, error: ErrorData) => {
    if (!error.fatal) return;
    if (isOfCodec(error)) onFailure("unsupported");
    else if (error.type === ErrorTypes.NETWORK_ERROR) askAgain();
    else if (error.type === ErrorTypes.MEDIA_ERROR) mend();
    else onFailure("missing");
  };
  // What is loaded plays on meanwhile.
  const askAgain = () => {
    const isListed = hls.levels.length > 0;
    onTrouble("network");
    after(recovery.ofNetwork(), () => (isListed ? hls.startLoad() : hls.loadSource(addresses.hls)));
    if (!isListed) onFailure("missing");
  };
  const mend = () => {
    const { cure, waitMs } = recovery.ofMedia(performance.now());
    onTrouble("sound");
    after(waitMs, cures[cure]);
  };
  let hls = load();
  return {
    canGoBack: true,
    edge: () => hls.liveSyncPosition ?? undefined,
    setLowData: (isLow) => {
      low = isLow;
      cap();
      // What is loaded of the other rendition is played; the next segment is of this one.
      if (hls.levels.length > 1) hls.nextLoadLevel = isLow ? 0 : hls.levels.length - 1;
    },
    nudge: () => hls.startLoad(),
    [Symbol.dispose]: () => {
      listening.abort();
      clearTimeout(waiting);
      hls.destroy();
    },
  };
}

const isOfCodec = ({ details }: ErrorData) => /codec/i.test(details);
