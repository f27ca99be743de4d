import { createSignal, onCleanup } from "solid-js";

/** Hears one sound at a time, by its address. */
export function createListeningToOne() {
  const audio = new Audio();
  const [heard, setHeard] = createSignal<string>();
  audio.onended = () => setHeard(undefined);
  audio.onerror = () => setHeard(undefined);
  onCleanup(() => audio.pause());
  const toggle = (url: string) => {
    const isStopping = heard() === url;
    audio.pause();
    setHeard(isStopping ? undefined : url);
    if (isStopping) return;
    audio.src = url;
    void audio.play().catch(() => setHeard(undefined));
  };
  return { heard, toggle };
}
/** See {@link createListeningToOne}. */
export type ListeningToOne = ReturnType<typeof createListeningToOne>;
