import { createResource, Show } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import type { Player } from "../audio/create-player.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Message } from "../ui/Message.tsx";
import { barsOf, readPeaks } from "../ui/wave-bars.ts";
import { WaveSlider } from "../ui/WaveSlider.tsx";

/** The made episode, to hear before it goes out. */
export function EpisodeSound(props: { episode: Episode; player: Player }) {
  const { t, formats } = useI18n();
  const [peaks] = createResource(() => props.episode.peaksUrl, readPeaks);
  const bars = (count: number) =>
    peaks.state === "ready" ? barsOf(peaks.latest, count) : Array.from({ length: count }, () => 0);
  const place = () => formats().clock(props.player.position());
  const length = () => formats().clock(props.player.length());
  const figures = () => props.episode.loudness;
  return (
    <section class="panel" aria-labelledby="listen-title">
      <div class="panel-head">
        <h2 id="listen-title">{t("library.listen")}</h2>
      </div>
      <div class="panel-body stack">
        <WaveSlider
          label={props.episode.title}
          text={t("channel.positionOf", { position: place(), length: length() })}
          bars={bars}
          lengthSeconds={props.player.length()}
          positionSeconds={props.player.position()}
          marks={props.episode.chapters.map(({ startSeconds }) => startSeconds)}
          onSeek={(seconds) => props.player.seek(seconds)}
        />
        <div class="row sound-keys">
          <span class="figures">{place()}</span>
          <Button size="square" icon="back" aria-label={t("channel.back15")} onClick={() => props.player.jump(-15)} />
          <Button
            look="primary"
            icon={props.player.isPlaying() ? "pause" : "play"}
            onClick={() => props.player.toggle()}
          >
            {props.player.isPlaying() ? t("channel.pause") : t("channel.play")}
          </Button>
          <Button
            size="square"
            icon="forward"
            aria-label={t("channel.forward15")}
            onClick={() => props.player.jump(15)}
          />
          <span class="figures">{length()}</span>
        </div>
        <Show when={props.player.isLost()}>
          <Message look="trouble" title={t("channel.soundLost")}>
            {t("channel.soundLostAdvice")}
          </Message>
        </Show>
        <Show when={figures()}>
          {(loudness) => (
            <p class="tiny quiet">
              {t("library.loudness", {
                lufs: formats().decimal(loudness().integratedLufs),
                peak: formats().decimal(loudness().truePeakDbtp),
              })}
            </p>
          )}
        </Show>
      </div>
    </section>
  );
}
