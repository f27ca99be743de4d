import { createEffect, createMemo, createSelector, createSignal, For, on, Show } from "solid-js";
import { cueAt } from "../../schemas/cues.ts";
import type { Cue } from "../../schemas/transcripts.ts";
import type { Player } from "../audio/create-player.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createRoving } from "../ui/create-roving.ts";
import { TimeLink } from "./TimeLink.tsx";

/** Brings a line into its list, a third from the top, without moving the page. */
function showLine(list: HTMLElement) {
  const line = list.querySelector<HTMLElement>("[aria-current]");
  if (line !== null) list.scrollTop = line.offsetTop - list.clientHeight / 3;
}

/** Passages with their times: the one that is heard stands out and stays in view until the reader moves on by hand; a press goes there. One stop of the Tab key. */
export function SaidLines(props: { cues: readonly Cue[]; language: string; player: Player }) {
  const { t } = useI18n();
  let list!: HTMLOListElement;
  const [isFollowing, setFollowing] = createSignal(true);
  const current = createMemo(() =>
    props.player.position() > 0 ? cueAt(props.cues, props.player.position()) : undefined,
  );
  const isCurrent = createSelector(current);
  const roving = createRoving(() => props.cues.map((_cue, index) => String(index)));
  createEffect(
    on([current, isFollowing], () => {
      if (isFollowing()) showLine(list);
    }),
  );
  const letGo = () => setFollowing(false);
  return (
    <>
      <ol
        ref={list}
        class="said-lines"
        lang={props.language}
        onWheel={letGo}
        onTouchMove={letGo}
        onFocusIn={(event) => roving.onFocusIn(event)}
        onKeyDown={(event) => {
          roving.onKeyDown(event);
          if (event.defaultPrevented) letGo();
        }}
      >
        <For each={props.cues}>
          {(cue, index) => (
            <li>
              <TimeLink
                player={props.player}
                seconds={cue.startSeconds}
                isCurrent={isCurrent(cue)}
                isInText
                tabIndex={roving.tabIndexOf(String(index()))}
                key={String(index())}
                onGo={() => setFollowing(true)}
              >
                <span class="said" dir="auto">
                  {cue.text}
                </span>
              </TimeLink>
            </li>
          )}
        </For>
      </ol>
      <Show when={!isFollowing() && current()}>
        <Button icon="volume" class="follow" onClick={() => setFollowing(true)}>
          {t("player.followText")}
        </Button>
      </Show>
    </>
  );
}
