import { Show, untrack } from "solid-js";
import type { ChannelPage as Page } from "../../schemas/listening.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { createChannel, type Found } from "./create-channel.ts";
import { createEpisodePlayer } from "./create-episode-player.ts";
import { PlayerPanel } from "./PlayerPanel.tsx";
import type { Opening } from "./start-from-address.ts";
import "./embedded.css";

/** The player alone, in a frame of the school's own site: one episode, or the newest, and the way to the radio. */
export function EmbeddedPage(props: { start: Opening; found: Found }) {
  const { t } = useI18n();
  // eslint-disable-next-line solid/reactivity -- a page is of one channel: another one is another page.
  const { page, lookAgain } = createChannel(props.start.slug, props.found);
  return (
    <main class="embedded" id="content" tabIndex={-1}>
      <Loaded from={page} onRetry={lookAgain} title={t("frame.appName")}>
        {(found) => <Embedded page={found()} start={props.start} />}
      </Loaded>
    </main>
  );
}

function Embedded(props: { page: Page; start: Opening }) {
  const { t } = useI18n();
  const episode = () => props.page.episodes.find(({ id }) => id === props.start.episodeId) ?? props.page.episodes[0];
  const { face, player, extract, givenFor } = createEpisodePlayer({
    episode,
    channelTitle: () => props.page.channel.title,
    start: untrack(() => props.start),
  });
  return (
    <>
      <h1 class="sr-only">{props.page.channel.title}</h1>
      <Show when={episode()} fallback={<Empty title={t("channel.noEpisode")}>{t("channel.noEpisodeHint")}</Empty>}>
        {(shown) => (
          <PlayerPanel
            episode={shown()}
            channel={props.page.channel}
            player={player}
            face={face}
            extract={extract}
            persons={props.page.persons[shown().id] ?? []}
            given={givenFor(shown())}
          />
        )}
      </Show>
      <p class="small">
        <a href={`/chaines/${props.page.channel.slug}`} target="_blank" rel="noopener">
          {props.page.channel.title}
          <Icon name="right" size="s" isMirrored />
        </a>
      </p>
    </>
  );
}
