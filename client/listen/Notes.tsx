import { createEffect, createSignal, For, on, onMount, Show, untrack } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { Player } from "../audio/create-player.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Chapters } from "./Chapters.tsx";
import { isLineCheap } from "./cheap-line.ts";
import { Transcript } from "./Transcript.tsx";
import "./notes.css";

/** What of the text is here already, or wanted from the beginning. */
export type GivenText = { text: string | null; isWanted: boolean };

type NotesProps = { episode: Episode; channel: Channel; player: Player; given: GivenText };
type Shown = "chapters" | "text";

const isWide = () => matchMedia("(min-width: 56rem)").matches;

/** Chapters and text of an episode: side by side, or one of them on a phone. Nothing where there is neither. */
export function Notes(props: NotesProps) {
  const { t } = useI18n();
  const hasChapters = () => props.episode.chapters.length > 0;
  const hasBoth = () => hasChapters() && props.episode.transcript !== null;
  const [shown, setShown] = createSignal<Shown>(untrack(() => (props.given.isWanted ? "text" : "chapters")));
  const [isBeside, setBeside] = createSignal(false);
  const [isCheap, setCheap] = createSignal(false);
  onMount(() => {
    setBeside(isWide());
    setCheap(isLineCheap());
  });
  // Beside the chapters it stands without being asked for: at once where that costs little, else once the sound is here.
  const hasRoom = () => isBeside() && (isCheap() || props.player.position() > 0);
  createEffect(
    on(
      () => props.episode.id,
      () => setShown("chapters"),
      { defer: true },
    ),
  );
  const words = () => ({ chapters: t("channel.chapters"), text: t("player.text") });
  return (
    <Show when={hasChapters() || props.episode.transcript}>
      <div class="notes" classList={{ both: hasBoth() }} data-shown={hasBoth() ? shown() : undefined}>
        <Show when={hasBoth()}>
          <div class="tabs">
            <For each={["chapters", "text"] as const}>
              {(each) => (
                <button
                  type="button"
                  class={each === shown() ? "active" : undefined}
                  aria-pressed={each === shown()}
                  onClick={() => setShown(each)}
                >
                  {words()[each]}
                </button>
              )}
            </For>
          </div>
        </Show>
        <Show when={hasChapters()}>
          <Chapters episode={props.episode} player={props.player} />
        </Show>
        <Show when={props.episode.transcript}>
          <Transcript
            episode={props.episode}
            language={props.channel.language}
            player={props.player}
            given={props.given.text}
            isWanted={props.given.isWanted || hasRoom() || (hasBoth() && shown() === "text")}
          />
        </Show>
      </div>
    </Show>
  );
}
