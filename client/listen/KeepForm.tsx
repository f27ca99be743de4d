import { createResource, createSignal, For, Match, onCleanup, Show, Switch, untrack } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import type { ChannelPage } from "../../schemas/listening.ts";
import { clearKept, keepEpisode, listKept, removeKept } from "../audio/kept-episodes.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Message } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { soundToKeep } from "./sound-to-keep.ts";

/** Keeps an episode on this device, and shows what all of them take here, to be taken away again. */
export function KeepForm(props: { page: ChannelPage; episode: Episode }) {
  const { t, count, formats } = useI18n();
  const say = useToasts();
  const [share, setShare] = createSignal(0);
  const [kept, { refetch }] = createResource(listKept, { initialValue: [] });
  const stopping = new AbortController();
  onCleanup(() => stopping.abort());
  const sound = untrack(() => soundToKeep(props.episode));
  const keeping = createAttempt(async () => {
    if (sound === undefined) return;
    setShare(0);
    await keepEpisode(props.page, props.episode, { soundUrl: sound.url, onShare: setShare, signal: stopping.signal });
    await refetch();
  });
  const lines = () =>
    kept.latest.flatMap(({ page, bytes }) =>
      page.episodes.map(({ id, title }) => ({ id, title, slug: page.channel.slug, bytes: bytes[id] ?? 0 })),
    );
  const room = () => formats().room(lines().reduce((sum, { bytes }) => sum + bytes, 0));
  const isKept = () => lines().some(({ id }) => id === props.episode.id);
  const clear = async () => {
    await clearKept();
    await refetch();
    say(t("player.keptCleared"));
  };
  const remove = async (slug: string, id: string) => {
    await removeKept(slug, id);
    await refetch();
  };
  return (
    <div class="stack">
      <p class="small quiet">{t("player.keepHint")}</p>
      <Switch
        fallback={
          <Button look="primary" icon="download" isWide onClick={() => void keeping.attempt()}>
            {t("player.keepGo", { room: formats().room(sound?.byteLength ?? 0) })}
          </Button>
        }
      >
        <Match when={keeping.isBusy()}>
          <p role="status">{t("player.keepAt", { percent: formats().percent(share()) })}</p>
          <progress value={share()} aria-label={t("player.keepTitle")} />
        </Match>
        <Match when={isKept()}>
          <Message look="good" title={t("player.keptHere")} />
        </Match>
      </Switch>
      <Show when={keeping.thrown()}>
        <Message look="trouble" title={t("player.keepLost")}>
          {t("player.keepLostHint")}
        </Message>
      </Show>
      <Show when={lines().length > 0}>
        <h3>{count("player.keptRoom", lines().length, { room: room() })}</h3>
        <ul class="kept">
          <For each={lines()}>
            {({ id, slug, title, bytes }) => (
              <li>
                <span dir="auto">{title}</span>
                <span class="small quiet">{formats().room(bytes)}</span>
                <Button
                  look="bare"
                  size="square"
                  icon="bin"
                  aria-label={t("player.keptRemove", { title })}
                  onClick={() => void remove(slug, id)}
                />
              </li>
            )}
          </For>
        </ul>
        <Button icon="bin" isWide onClick={() => void clear()}>
          {t("player.keptClear")}
        </Button>
      </Show>
    </div>
  );
}
