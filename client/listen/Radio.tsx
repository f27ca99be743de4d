import { createEffect, createSignal, lazy, onCleanup, onMount, Show, Suspense, untrack } from "solid-js";
import { isServer } from "solid-js/web";
import type { Episode } from "../../schemas/episodes.ts";
import type { ChannelPage as Page } from "../../schemas/listening.ts";
import type { LiveState } from "../../schemas/live.ts";
import type { Player } from "../audio/create-player.ts";
import type { LiveSound } from "../audio/live/create-live-sound.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { comfort } from "../ui/comfort.ts";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Message } from "../ui/Message.tsx";
import type { createAddress } from "./address.ts";
import { ChannelHead } from "./ChannelHead.tsx";
import { createEpisodePlayer } from "./create-episode-player.ts";
import { createLiveListening } from "./create-live-listening.ts";
import { EpisodeList } from "./EpisodeList.tsx";
import { LiveBanner } from "./LiveBanner.tsx";
import { LiveMini } from "./LiveMini.tsx";
import { LowDataSwitch } from "./LowDataSwitch.tsx";
import { MiniPlayer } from "./MiniPlayer.tsx";
import { moveOf } from "./player-keys.ts";
import { afterLoading, isLineCheap } from "./cheap-line.ts";
import { PlayerPanel } from "./PlayerPanel.tsx";
import type { Opening } from "./start-from-address.ts";
import { Sisters } from "./Sisters.tsx";
import { SubscribeCard, SubscribeKey } from "./SubscribeCard.tsx";
import "./episodes.css";

// They come after the sound.
const PlayerHelps = lazy(async () => ({ default: (await import("./PlayerHelps.tsx")).PlayerHelps }));
// It needs more than all the rest of the page.
const NewsCard = lazy(async () => ({ default: (await import("./NewsCard.tsx")).NewsCard }));

type RadioProps = {
  page: Page;
  live: LiveState | undefined;
  start: Opening;
  /** Drawn from what this device keeps, without a network. */
  isKept: boolean;
  address: ReturnType<typeof createAddress>;
  onMoved: () => void;
};

/** A channel that is here: its live show, the episode that is to be heard, all others. */
export function Radio(props: RadioProps) {
  const { t } = useI18n();
  const chosen = () => props.page.episodes.find(({ id }) => id === props.address.episodeId());
  const shown = () => chosen() ?? props.page.episodes[0];
  const { face, player, extract, load, givenFor } = createEpisodePlayer({
    episode: shown,
    channelTitle: () => props.page.channel.title,
    start: untrack(() => props.start),
  });
  const listening = createLiveListening(
    () => props.page,
    () => props.onMoved(),
    untrack(() => props.live),
  );
  takeTurns(player, listening.sound);
  createPlayerKeys(player, listening.sound);
  // What is not needed for the sound comes after it, or at once where that costs nobody a wait.
  const [isCheap, setCheap] = createSignal(false);
  onMount(() => setCheap(isLineCheap()));
  const hasRoom = () => isCheap() || player.position() > 0;
  const [isLoaded, setLoaded] = createSignal(false);
  onMount(() => afterLoading(() => setLoaded(true)));
  const stop = () => {
    player.pause();
    if (listening.sound.isWanted()) listening.sound.pause();
  };
  const listen = (episode: Episode) => {
    props.address.go(episode.id);
    load(episode);
    void player.play();
  };
  const listenAfterwards = () => {
    const episode = listening.episode();
    if (episode !== undefined) listen(episode);
  };
  return (
    <>
      <Show when={props.page.isFamily}>
        <a class="btn bare to-family" href="/famille">
          <Icon name="left" isMirrored />
          {t("family.myRadios")}
        </a>
      </Show>
      <ChannelHead page={props.page} isOnAir={!listening.isOver()} hasRoom={hasRoom()} />
      <LiveBanner listening={listening} slug={props.page.channel.slug} onEpisode={listenAfterwards} />
      <div class="quick">
        <SubscribeKey page={props.page} />
      </div>
      <div class="channel-grid">
        <div class="main" id="player" tabIndex={-1}>
          <Show when={props.isKept}>
            <Message look="info" title={t("player.keptOnly")} />
          </Show>
          <Show when={props.address.episodeId() !== undefined && chosen() === undefined}>
            <Message look="info" title={t("channel.episodeGone")}>
              {t("channel.episodeGoneHint")}
            </Message>
          </Show>
          <Show when={shown()} fallback={<Empty title={t("channel.noEpisode")}>{t("channel.noEpisodeHint")}</Empty>}>
            {(episode) => (
              <PlayerPanel
                episode={episode()}
                channel={props.page.channel}
                player={player}
                face={face}
                extract={extract}
                persons={props.page.persons[episode().id] ?? []}
                given={givenFor(episode())}
                helps={
                  <Show when={isLoaded()}>
                    <Suspense>
                      <PlayerHelps page={props.page} episode={episode()} player={player} onStop={stop} />
                    </Suspense>
                  </Show>
                }
              />
            )}
          </Show>
          <EpisodeList page={props.page} shownId={shown()?.id} address={props.address} onListen={listen} />
        </div>
        <aside class="side">
          <SubscribeCard page={props.page} />
          <Show when={hasRoom()}>
            <Suspense>
              <NewsCard page={props.page} />
            </Suspense>
          </Show>
          <Show when={props.page.feed}>{(feed) => <PlainLinks path={feed().path} />}</Show>
          <Sisters sisters={props.page.sisters} />
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

/** The way to feed and timetable for who has no script. */
function PlainLinks(props: { path: string }) {
  const { t } = useI18n();
  return (
    <p class="plain-links">
      <a href={`${props.path}.xml`}>{t("channel.feedAddress")}</a>
      <a href={`${props.path}.ics`}>{t("channel.calendarAddress")}</a>
    </p>
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
  if (isServer) return;
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
