import type { LiveSource, LiveSourceOptions } from "./live-source.ts";

/** Behind the end of what Safari could fetch: as far as its own player keeps. */
const ownEdgeSeconds = 6;

function openPlain(audio: HTMLAudioElement, url: string, onFailure: LiveSourceOptions["onFailure"]) {
  const listening = new AbortController();
  const onError = () => onFailure(audio.error?.code === MediaError.MEDIA_ERR_DECODE ? "unsupported" : "missing");
  audio.addEventListener("error", onError, { signal: listening.signal });
  audio.src = url;
  return () => {
    listening.abort();
    audio.removeAttribute("src");
    audio.load();
  };
}

/** HLS by the browser itself, which Safari does well. */
export function openOwnHlsSource(
  audio: HTMLAudioElement,
  { addresses, isLowData, onFailure }: LiveSourceOptions,
): LiveSource {
  let close = openPlain(audio, isLowData ? addresses.lowHls : addresses.hls, onFailure);
  const edge = () => {
    const { seekable } = audio;
    return seekable.length === 0 ? undefined : Math.max(0, seekable.end(seekable.length - 1) - ownEdgeSeconds);
  };
  return {
    canGoBack: true,
    edge,
    setLowData: (isLow) => {
      close();
      close = openPlain(audio, isLow ? addresses.lowHls : addresses.hls, onFailure);
      void audio.play().catch(() => undefined);
    },
    nudge: () => {
      const live = edge();
      if (live !== undefined) audio.currentTime = live;
    },
    [Symbol.dispose]: () => close(),
  };
}

/** A plain MP3 that never ends; each opening has its own address, or a browser would go on with what it kept. */
export function openMp3Source(audio: HTMLAudioElement, { addresses, onFailure }: LiveSourceOptions): LiveSource {
  const close = openPlain(audio, `${addresses.mp3}?t=${Date.now()}`, onFailure);
  return {
    canGoBack: false,
    edge: () => undefined,
    setLowData: () => undefined,
    nudge: () => undefined,
    [Symbol.dispose]: close,
  };
}
