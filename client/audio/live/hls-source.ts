import Hls, { ErrorTypes, Events, type ErrorData } from "hls.js/light";
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

const retryMs = 1_500;

/** HLS by hls.js: it chooses the rendition by what the network carries, at most the lighter one for little data. */
export function openHlsSource(
  audio: HTMLAudioElement,
  { addresses, isLowData, onFailure }: LiveSourceOptions,
): LiveSource {
  const hls = new Hls(settings);
  const cap = (isLow: boolean) => {
    hls.autoLevelCapping = isLow ? 0 : -1;
  };
  hls.on(Events.MANIFEST_PARSED, () => cap(low));
  let retry: ReturnType<typeof setTimeout> | undefined;
  hls.on(Events.ERROR, (_, error) => {
    if (!error.fatal) return;
    // What is loaded plays on meanwhile.
    if (hls.levels.length > 0 && error.type === ErrorTypes.NETWORK_ERROR) {
      clearTimeout(retry);
      retry = setTimeout(() => hls.startLoad(), retryMs);
    } else if (error.type === ErrorTypes.MEDIA_ERROR && !isOfCodec(error)) hls.recoverMediaError();
    else onFailure(isOfCodec(error) ? "unsupported" : "missing");
  });
  let low = isLowData;
  hls.loadSource(addresses.hls);
  hls.attachMedia(audio);
  return {
    canGoBack: true,
    edge: () => hls.liveSyncPosition ?? undefined,
    setLowData: (isLow) => {
      low = isLow;
      cap(isLow);
      // What is loaded of the other rendition is played; the next segment is of this one.
      if (hls.levels.length > 1) hls.nextLoadLevel = isLow ? 0 : hls.levels.length - 1;
    },
    nudge: () => hls.startLoad(),
    [Symbol.dispose]: () => {
      clearTimeout(retry);
      hls.destroy();
    },
  };
}

const isOfCodec = ({ details }: ErrorData) => /codec/i.test(details);
