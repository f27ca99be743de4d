import { A, useNavigate, useParams } from "@solidjs/router";
import { createEffect, createResource, on, onCleanup, onMount, Show, untrack } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import { api, ApiError, type ChannelPage as Page } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { comfort } from "../ui/comfort.ts";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Message } from "../ui/Message.tsx";
import { PublicBar } from "../ui/Shell.tsx";
import { startWorker } from "../ui/start-worker.ts";
import { ChannelHead } from "./ChannelHead.tsx";
import { createPlayer, type Player } from "../audio/create-player.ts";
import type { LiveSound } from "../audio/live/create-live-sound.ts";
import { createLiveListening } from "./create-live-listening.ts";
import { EpisodeList } from "./EpisodeList.tsx";
import { LiveBanner } from "./LiveBanner.tsx";
import { LiveMini } from "./LiveMini.tsx";
import { LowDataSwitch } from "./LowDataSwitch.tsx";
import { MiniPlayer } from "./MiniPlayer.tsx";
import { moveOf } from "./player-keys.ts";
import { PlayerPanel } from "./PlayerPanel.tsx";
import { NewsCard } from "./NewsCard.tsx";
import { SubscribeCard, SubscribeKey } from "./SubscribeCard.tsx";
import { trackOf } from "./track-of.ts";
import "./channel.css";
import "./episodes.css";

const lookAgainMs = 60_000;

/** The page of a radio, for families and whoever may hear it: live state, latest episode, all episodes, subscription. */
export function ChannelPage() {
  const { t, speakToFamilies } = useI18n();
  speakToFamilies();
  onMount(startWorker);
  const params = useParams<{ slug: string; episodeId?: string }>();
  const [page, { refetch }] = createResource(
    () => params.slug,
    (slug, { value }: { value: Page | undefined }) =>
      api.channels.open(slug).catch((thrown: unknown) => {
        // Without a network what is here stays, and with it the sound that waits for the network.
        const isLost = thrown instanceof ApiError && thrown.code === "network.lost";
        if (isLost && value?.channel.slug === slug) return value;
        throw thrown;
      }),
  );
  // A show that goes on air while the page is open is noticed within a minute.
  const timer = setInterval(() => void (document.hidden || refetch()), lookAgainMs);
  onCleanup(() => clearInterval(timer));
  return (
    <div class="channel">
      <a class="skip-link" href="#content">
        {t("frame.skipToContent")}
      </a>
      <PublicBar isQuiet />
      <main id="content" tabIndex={-1}>
        <Loaded from={page} onRetry={() => void refetch()} lines={5} title={t("frame.appName")}>
          {(found) => <Radio page={found()} episodeId={params.episodeId} onMoved={() => void refetch()} />}
        </Loaded>
      </main>
    </div>
  );
}

function Radio(props: { page: Page; episodeId: string | undefined; onMoved: () => void }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const player = createPlayer();
  const chosen = () => props.page.episodes.find(({ id }) => id === props.episodeId);
  const shown = () => chosen() ?? props.page.episodes[0];
  createEffect(() => (document.title = `${shown()?.title ?? props.page.channel.title} — Antenne`));
  createEffect(
    on(
      () => shown()?.id,
      () => {
        const episode = shown();
        if (episode !== undefined) player.load(trackOf(episode, props.page.channel.title));
      },
    ),
  );
  const listening = createLiveListening(
    () => props.page,
    () => props.onMoved(),
  );
  takeTurns(player, listening.sound);
  createPlayerKeys(player, listening.sound);
  const listen = (episode: Episode) => {
    player.load(trackOf(episode, props.page.channel.title));
    void player.play();
    navigate(`/chaines/${props.page.channel.slug}/${episode.id}`, { scroll: false });
  };
  const listenAfterwards = () => {
    const episode = listening.episode();
    if (episode !== undefined) listen(episode);
  };
  return (
    <>
      <Show when={props.page.isFamily}>
        <A class="btn bare to-family" href="/famille">
          <Icon name="left" isMirrored />
          {t("family.myRadios")}
        </A>
      </Show>
      <ChannelHead page={props.page} isOnAir={!listening.isOver()} />
      <LiveBanner listening={listening} onEpisode={listenAfterwards} />
      <div class="quick">
        <SubscribeKey page={props.page} />
      </div>
      <div class="channel-grid">
        <div class="main" id="player" tabIndex={-1}>
          <Show when={props.episodeId !== undefined && chosen() === undefined}>
            <Message look="info" title={t("channel.episodeGone")}>
              {t("channel.episodeGoneHint")}
            </Message>
          </Show>
          <Show when={shown()} fallback={<Empty title={t("channel.noEpisode")}>{t("channel.noEpisodeHint")}</Empty>}>
            {(episode) => <PlayerPanel episode={episode()} channel={props.page.channel} player={player} />}
          </Show>
          <EpisodeList page={props.page} shownId={shown()?.id} player={player} onListen={listen} />
        </div>
        <aside class="side">
          <SubscribeCard page={props.page} />
          <NewsCard page={props.page} />
          <LowDataSwitch />
          <p class="small quiet promise">{t("channel.promise")}</p>
        </aside>
      </div>
      <Show when={listening.sound.isWanted()}>
        <LiveMini channel={props.page.channel} listening={listening} />
      </Show>
      <Show when={!listening.sound.isWanted() && shown()}>
        {(episode) => <MiniPlayer episode={episode()} channel={props.page.channel} player={player} />}
      </Show>
    </>
  );
}

/** Two sounds at once are none: whichever begins, the other pauses. */
function takeTurns(player: Player, live: LiveSound) {
  createEffect(() => {
    if (live.isWanted()) untrack(() => player.pause());
  });
  createEffect(() => {
    if (player.isPlaying()) untrack(() => live.isWanted() && live.pause());
  });
}

function createPlayerKeys(player: Player, live: LiveSound) {
  const listening = new AbortController();
  const onKey = (event: KeyboardEvent) => {
    const move = comfort().shortcuts === "on" ? moveOf(event) : undefined;
    if (move === undefined) return;
    if (live.isWanted()) {
      event.preventDefault();
      if (move.kind === "toggle") live.pause();
      else if (move.seconds < 0) live.back(-move.seconds);
      return;
    }
    if (player.track() === undefined) return;
    event.preventDefault();
    if (move.kind === "toggle") player.toggle();
    else player.jump(move.seconds);
  };
  addEventListener("keydown", onKey, { signal: listening.signal });
  onCleanup(() => listening.abort());
}
