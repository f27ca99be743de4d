import { For, onMount } from "solid-js";
import { isServer } from "solid-js/web";
import type { Episode } from "../../schemas/episodes.ts";
import type { ListeningWish } from "../../schemas/listening-wish.ts";
import { trackOf } from "./track-of.ts";

/**
 * The browser's own player of an episode, in the page from its first byte: it plays before any script is here, and without. Once the page acts, it is the
 * sound behind the page's keys and shows no face. Who presses it before that has a poor line: it begins with the lightest file. On the server it is text, and nothing is to be done with it.
 */
export function SoundFace(props: {
  episode: Episode | undefined;
  wish: Pick<ListeningWish, "startSeconds" | "endSeconds">;
}): HTMLAudioElement {
  // Media Fragments URI 1.0: the browser's own player begins and stops there, also without a script.
  const place = () => {
    const { startSeconds, endSeconds } = props.wish;
    return startSeconds === null ? "" : `#t=${startSeconds}${endSeconds === null ? "" : `,${endSeconds}`}`;
  };
  const face = (
    <audio class="plain-sound" controls preload="none">
      <For each={props.episode === undefined ? [] : trackOf(props.episode, "", true).sources}>
        {({ url, mimeType }) => <source src={url + place()} type={mimeType} />}
      </For>
    </audio>
  ) as HTMLAudioElement;
  if (!isServer) onMount(() => (face.controls = false));
  return face;
}
