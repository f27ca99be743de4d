import { createResource, createSignal, For, onMount, Show, type JSX } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import { creditLine } from "../../schemas/credit-line.ts";
import type { EpisodePerson } from "../../schemas/persons.ts";
import type { SoundCredit } from "../../schemas/sound-rights.ts";
import { createEpisodeLine } from "../ui/create-episode-line.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { DrawnCover } from "../ui/Cover.tsx";
import { Message } from "../ui/Message.tsx";
import { WaveSlider } from "../ui/WaveSlider.tsx";
import { chapterAt } from "../audio/chapter-at.ts";
import type { Player } from "../audio/create-player.ts";
import type { createExtract } from "./create-extract.ts";
import { LicenceLine } from "./LicenceLine.tsx";
import { Soundbites } from "./Soundbites.tsx";
import { isLineCheap } from "./cheap-line.ts";
import { Controls } from "./Controls.tsx";
import { Notes, type GivenText } from "./Notes.tsx";
import { barsOf, readPeaks } from "../ui/wave-bars.ts";

type PlayerPanelProps = {
  episode: Episode;
  channel: Channel;
  player: Player;
  face: HTMLAudioElement;
  given: GivenText;
  persons: readonly EpisodePerson[];
  extract: ReturnType<typeof createExtract>;
  /** Keys for what one may want besides listening. */
  helps?: JSX.Element;
};

/** The episode that can be heard here: cover, words, waveform, keys, chapters, text. */
export function PlayerPanel(props: PlayerPanelProps) {
  const { t, language } = useI18n();
  const names = () => new Intl.ListFormat(language()).format(props.persons.map(({ name }) => name));
  const said = createEpisodeLine(() => props.episode);
  return (
    <section class="player" aria-labelledby="player-title">
      <div class="player-head">
        <DrawnCover bird={props.channel.bird} colour={props.channel.colour} number={props.episode.number} />
        <div>
          <p class="small quiet">{said()}</p>
          <h2 id="player-title">{props.episode.title}</h2>
          <Show when={names()}>{(told) => <p class="small persons">{t("channel.with", { names: told() })}</p>}</Show>
        </div>
        <p class="words" dir="auto">
          {props.episode.description}
        </p>
      </div>
      {props.face}
      <Wave episode={props.episode} player={props.player} />
      <Controls episode={props.episode} player={props.player} />
      {props.helps}
      <Show when={props.player.isLost()}>
        <Message look="trouble" title={t("channel.soundLost")}>
          {t("channel.soundLostAdvice")}
        </Message>
      </Show>
      <Soundbites slug={props.channel.slug} episode={props.episode} extract={props.extract} />
      <Show when={props.episode.soundCredits.length > 0}>
        <SoundCredits credits={props.episode.soundCredits} />
      </Show>
      <Notes episode={props.episode} channel={props.channel} player={props.player} given={props.given} />
      <LicenceLine licence={props.episode.licence ?? props.channel.licence} />
    </section>
  );
}

function Wave(props: { episode: Episode; player: Player }) {
  const { t, formats } = useI18n();
  const [isWanted, setWanted] = createSignal(false);
  // Drawn at once where that costs little, else once the sound is here.
  onMount(() => setWanted(isLineCheap()));
  const wanted = () => (isWanted() || props.player.position() > 0 ? props.episode.peaksUrl : null);
  const [peaks] = createResource(wanted, readPeaks);
  const bars = (count: number) =>
    peaks.state === "ready" ? barsOf(peaks.latest, count) : Array.from({ length: count }, () => 0);
  const place = () => formats().clock(props.player.position());
  const length = () => formats().clock(props.player.length());
  const text = () => {
    const chapter = chapterAt(props.episode.chapters, props.player.position())?.title;
    if (chapter === undefined) return t("channel.positionOf", { position: place(), length: length() });
    return t("channel.positionIn", { position: place(), length: length(), chapter });
  };
  return (
    <div class="wave">
      <WaveSlider
        label={props.episode.title}
        text={text()}
        bars={bars}
        lengthSeconds={props.player.length()}
        positionSeconds={props.player.position()}
        marks={props.episode.chapters.map(({ startSeconds }) => startSeconds)}
        onSeek={(seconds) => props.player.seek(seconds)}
      />
      <div class="times">
        <span>{place()}</span>
        <span role="status">{props.player.isWaiting() ? t("channel.buffering") : ""}</span>
        <span>{length()}</span>
      </div>
      <Show when={peaks.state === "errored"}>
        <p class="tiny quiet">{t("channel.waveLost")}</p>
      </Show>
    </div>
  );
}

function SoundCredits(props: { credits: readonly SoundCredit[] }) {
  const { t } = useI18n();
  return (
    <div class="sound-credits">
      <h3>{t("channel.soundCredits")}</h3>
      <ul class="small quiet">
        <For each={props.credits}>{(credit) => <li>{creditLine(credit)}</li>}</For>
      </ul>
    </div>
  );
}
