import { For, Show } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import { chapterAt } from "../audio/chapter-at.ts";
import type { Player } from "../audio/create-player.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import { TimeLink } from "./TimeLink.tsx";

/** The parts of an episode that have a name. */
export function Chapters(props: { episode: Episode; player: Player }) {
  const { t } = useI18n();
  // Before the first sound none is heard.
  const current = () =>
    props.player.position() > 0 ? chapterAt(props.episode.chapters, props.player.position()) : undefined;
  return (
    <section class="chapters" aria-labelledby="chapters-title">
      <h3 id="chapters-title">{t("channel.chapters")}</h3>
      <ol>
        <For each={props.episode.chapters}>
          {(chapter) => (
            <li>
              <TimeLink player={props.player} seconds={chapter.startSeconds} isCurrent={chapter === current()}>
                <span dir="auto">{chapter.title}</span>
                <Show when={chapter === current()}>
                  <Icon name="volume" />
                </Show>
              </TimeLink>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}
