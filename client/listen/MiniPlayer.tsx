import { Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { DrawnCover } from "../ui/Cover.tsx";
import { chapterAt } from "../audio/chapter-at.ts";
import { PlayKey } from "./Controls.tsx";
import type { Player } from "../audio/create-player.ts";

/** On a phone, the player at the foot of the page once something has begun. */
export function MiniPlayer(props: { episode: Episode; channel: Channel; player: Player }) {
  const { t, formats } = useI18n();
  const share = () => (props.player.length() > 0 ? props.player.position() / props.player.length() : 0);
  const chapter = () => chapterAt(props.episode.chapters, props.player.position())?.title;
  const hasBegun = () => props.player.isPlaying() || props.player.position() > 0;
  return (
    <Show when={hasBegun()}>
      <section class="mini-player" aria-label={t("channel.miniPlayer")} style={{ "--played": `${share() * 100}%` }}>
        <DrawnCover bird={props.channel.bird} colour={props.channel.colour} number={props.episode.number} />
        <div>
          <b dir="auto">{props.episode.title}</b>
          <small>
            <bdi>{formats().clock(props.player.position())}</bdi>
            {chapter() === undefined ? "" : ` · ${chapter()}`}
          </small>
        </div>
        <Button
          look="bare"
          size="square"
          icon="back"
          aria-label={t("channel.back15")}
          onClick={() => props.player.jump(-15)}
        />
        <PlayKey player={props.player} title={props.episode.title} class="square" />
      </section>
    </Show>
  );
}
