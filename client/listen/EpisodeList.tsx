import { For, Show } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import type { ChannelPage } from "../../schemas/listening.ts";
import { createEpisodeLine } from "../ui/create-episode-line.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { DrawnCover } from "../ui/Cover.tsx";
import { Icon } from "../ui/Icon.tsx";
import { isPlainPress, type createAddress } from "./address.ts";
import { downloadOf } from "./track-of.ts";

type EpisodeListProps = {
  page: ChannelPage;
  shownId: string | undefined;
  address: ReturnType<typeof createAddress>;
  onListen: (episode: Episode) => void;
};

/** Every other episode of the radio, newest first. */
export function EpisodeList(props: EpisodeListProps) {
  const { t } = useI18n();
  const others = () => props.page.episodes.filter(({ id }) => id !== props.shownId);
  return (
    <Show when={others().length > 0}>
      <section aria-labelledby="episodes-title">
        <h2 id="episodes-title">{t("channel.episodes")}</h2>
        <ul class="episodes">
          <For each={others()}>
            {(episode) => (
              <Line
                episode={episode}
                page={props.page}
                address={props.address}
                onListen={(one) => props.onListen(one)}
              />
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

type LineProps = {
  episode: Episode;
  page: ChannelPage;
  address: EpisodeListProps["address"];
  onListen: (episode: Episode) => void;
};

function Line(props: LineProps) {
  const { t } = useI18n();
  const said = createEpisodeLine(() => props.episode);
  const open = (event: MouseEvent) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    props.address.go(props.episode.id);
  };
  return (
    <li>
      <DrawnCover bird={props.page.channel.bird} colour={props.page.channel.colour} number={props.episode.number} />
      <div>
        <a href={props.address.of(props.episode.id)} onClick={open}>
          {props.episode.title}
        </a>
        <span class="said">{said()}</span>
      </div>
      <div class="acts">
        <Show when={downloadOf(props.episode)}>
          {(file) => (
            <a
              class="btn bare square"
              href={file().url}
              download=""
              aria-label={`${t("channel.download")} : ${props.episode.title}`}
            >
              <Icon name="download" />
            </a>
          )}
        </Show>
        <Button
          size="square"
          icon="play"
          aria-label={t("channel.playOf", { title: props.episode.title })}
          onClick={() => props.onListen(props.episode)}
        />
      </div>
    </li>
  );
}
