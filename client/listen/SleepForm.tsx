import { For, Show } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import type { Player } from "../audio/create-player.ts";
import type { Sleep, SleepEnd } from "../audio/create-sleep.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useToasts } from "../ui/Toasts.tsx";

const minutes = [5, 10, 15, 30, 45, 60];

/** When the sound is to end by itself. */
export function SleepForm(props: { episode: Episode; player: Player; sleep: Sleep; onDone: () => void }) {
  const { t, formats } = useI18n();
  const say = useToasts();
  const choose = (end: SleepEnd | undefined) => {
    props.sleep.set(end);
    if (end !== undefined) say(t("player.sleepSet"));
    props.onDone();
  };
  const chapterEnd = () =>
    props.episode.chapters.find(({ startSeconds }) => startSeconds > props.player.position() + 1);
  return (
    <>
      <p class="small quiet">{t("player.sleepHint")}</p>
      <div class="sleep-choices">
        <For each={minutes}>
          {(each) => (
            <button type="button" class="btn" onClick={() => choose({ at: Date.now() + each * 60_000 })}>
              {formats().length(each * 60)}
            </button>
          )}
        </For>
        <Show when={chapterEnd()}>
          {(next) => (
            <button type="button" class="btn wide" onClick={() => choose({ place: next().startSeconds })}>
              {t("player.sleepChapter")}
            </button>
          )}
        </Show>
        <Show when={props.sleep.end()}>
          <button type="button" class="btn wide" onClick={() => choose(undefined)}>
            {t("player.sleepNone")}
          </button>
        </Show>
      </div>
    </>
  );
}
