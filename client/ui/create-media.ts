import { createSignal, onCleanup } from "solid-js";

/** Whether a media query holds, while the caller's owner lives. */
export function createMedia(query: string) {
  const list = matchMedia(query);
  const [matches, setMatches] = createSignal(list.matches);
  const update = () => setMatches(list.matches);
  list.addEventListener("change", update);
  onCleanup(() => {
    list.removeEventListener("change", update);
  });
  return matches;
}
