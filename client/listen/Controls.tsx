import { Show } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { Player } from "../audio/create-player.ts";
import { downloadOf } from "./track-of.ts";

/** The keys of the player: speed, back, play, forward, keep. */
export function Controls(props: { episode: Episode; player: Player }) {
  const { t, language } = useI18n();
  const speed = () => new Intl.NumberFormat(language()).format(props.player.speed());
  return (
    <div class="controls">
      <Button class="speed" aria-label={t("channel.speed", { speed: speed() })} onClick={() => props.player.faster()}>
        {speed()}×
      </Button>
      <Button class="jump" icon="back" aria-label={t("channel.back15")} onClick={() => props.player.jump(-15)}>
        15
      </Button>
      <PlayKey player={props.player} class="round" size="l" title={props.episode.title} />
      <Button class="jump" icon="forward" aria-label={t("channel.forward15")} onClick={() => props.player.jump(15)}>
        15
      </Button>
      <Show when={downloadOf(props.episode)}>
        {(file) => (
          <a class="btn speed" href={file().url} download="" aria-label={t("channel.download")}>
            <Icon name="download" />
          </a>
        )}
      </Show>
    </div>
  );
}

/** The big key: play, or pause. */
export function PlayKey(props: { player: Player; title: string; class: string; size?: "l" }) {
  const { t } = useI18n();
  const label = () => (props.player.isPlaying() ? t("channel.pause") : t("channel.playOf", { title: props.title }));
  return (
    <Button look="primary" class={props.class} aria-label={label()} onClick={() => props.player.toggle()}>
      <Icon
        name={props.player.isPlaying() ? "pause" : "play"}
        {...(props.size === undefined ? {} : { size: props.size })}
      />
    </Button>
  );
}
