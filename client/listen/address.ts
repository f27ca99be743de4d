import { createSignal, onCleanup } from "solid-js";
import { isServer } from "solid-js/web";

/** The episode in the page's address, which changes without a new page so that the sound goes on. */
export function createAddress(slug: () => string, first: string | null) {
  const [episodeId, setEpisodeId] = createSignal(first ?? undefined);
  const of = (id: string | undefined) => `/chaines/${slug()}${id === undefined ? "" : `/${id}`}`;
  const go = (id: string) => {
    if (id === episodeId()) return;
    history.pushState(null, "", of(id));
    setEpisodeId(id);
  };
  if (!isServer) {
    const listening = new AbortController();
    const onBack = () => setEpisodeId(location.pathname.split("/")[3]);
    addEventListener("popstate", onBack, { signal: listening.signal });
    onCleanup(() => listening.abort());
  }
  return { episodeId, go, of };
}

/** Whether a press on a link asks for this very page, and not for another tab or window. */
export const isPlainPress = (event: MouseEvent): boolean =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
