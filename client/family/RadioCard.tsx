import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Episode } from "../../schemas/episodes.ts";
import type { FamilyChannel } from "../../schemas/families.ts";
import type { Show as Programme } from "../../schemas/shows.ts";
import { createEpisodeLine } from "../ui/create-episode-line.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Lamp } from "../ui/Chip.tsx";
import { ChannelCover } from "../ui/Cover.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Button } from "../ui/Button.tsx";

/** One radio of the family's children: live with one tap, else its newest episodes. */
export function RadioCard(props: { radio: FamilyChannel; onLeave: (show: Programme) => void }) {
  const { t, formats } = useI18n();
  const address = () => `/chaines/${props.radio.channel.slug}`;
  const answered = () => props.radio.liveShow ?? props.radio.nextShow;
  const next = () => props.radio.nextShow?.scheduledAt ?? undefined;
  return (
    <section class="panel family-radio" aria-label={props.radio.channel.title}>
      <div class="radio-head">
        <ChannelCover channel={props.radio.channel} />
        <div>
          <h2>{props.radio.channel.title}</h2>
          <p class="quiet">{props.radio.classroomName}</p>
          <Show when={props.radio.liveShow === null && next()}>
            {(moment) => <p>{t("channel.next", { moment: formats().moment(moment()) })}</p>}
          </Show>
        </div>
      </div>
      <Show when={props.radio.liveShow}>
        {(show) => (
          <div class="on-air">
            <Lamp look="on" icon="waves" isStatus>
              {t("channel.live")}
            </Lamp>
            <b>{show().title}</b>
            <A class="btn tall wide" href={address()}>
              <Icon name="play" />
              {t("family.listenLive")}
            </A>
          </div>
        )}
      </Show>
      <Show when={answered()}>
        {(show) => (
          <Button icon="talk" isWide onClick={() => props.onLeave(show())}>
            {t("reply.leave")}
          </Button>
        )}
      </Show>
      <Show when={props.radio.episodes.length > 0} fallback={<p class="quiet">{t("channel.noEpisode")}</p>}>
        <h3>{t("family.latest")}</h3>
        <ul class="family-episodes">
          <For each={props.radio.episodes}>{(episode) => <Line episode={episode} address={address()} />}</For>
        </ul>
      </Show>
      <A class="btn wide" href={address()}>
        {t("family.open")}
        <Icon name="right" isMirrored />
      </A>
    </section>
  );
}

function Line(props: { episode: Episode; address: string }) {
  const said = createEpisodeLine(() => props.episode);
  return (
    <li>
      <A href={`${props.address}/${props.episode.id}`}>
        <span class="round-play">
          <Icon name="play" />
        </span>
        <span>
          <b>{props.episode.title}</b>
          <small class="quiet">{said()}</small>
        </span>
      </A>
    </li>
  );
}
