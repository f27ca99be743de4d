import { A } from "@solidjs/router";
import { For, Show, type Resource } from "solid-js";
import type { PublicChannel } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { ChannelCover } from "../ui/Cover.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Lamp } from "../ui/Chip.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { SlipCode } from "../ui/SlipCode.tsx";

type ListenDoorProps = { pages: Resource<PublicChannel[]>; isFamily: boolean; onRetry: () => void };

/** The listeners' door: every radio that is open to all, and a family's own on a device that opened its link. */
export function ListenDoor(props: ListenDoorProps) {
  const { t } = useI18n();
  return (
    <section class="door" aria-labelledby="listen-door">
      <header>
        <span class="door-icon">
          <Icon name="headphones" size="l" />
        </span>
        <h2 id="listen-door">{t("doors.listen")}</h2>
      </header>
      <Show when={props.isFamily}>
        <A class="btn primary tall wide" href="/famille">
          <Icon name="family" />
          {t("family.myRadios")}
        </A>
      </Show>
      <details class="slip-door">
        <summary>
          <Icon name="family" />
          {t("doors.haveSlip")}
        </summary>
        <p class="small">{t("doors.haveSlipHint")}</p>
        <SlipCode />
      </details>
      <p>{t("doors.listenHint")}</p>
      <Loaded from={props.pages} onRetry={() => props.onRetry()}>
        {(pages) => (
          <>
            <ul class="radios">
              <For each={pages()} fallback={<li class="quiet">{t("doors.listenNone")}</li>}>
                {(page) => <Radio page={page} />}
              </For>
            </ul>
            <Show when={pages().length > 0}>
              <A class="btn" href="/radios">
                <Icon name="world" />
                {t("doors.allRadios")}
              </A>
            </Show>
          </>
        )}
      </Loaded>
    </section>
  );
}

function Radio(props: { page: PublicChannel }) {
  const { t } = useI18n();
  return (
    <li>
      <A class="radio" href={`/chaines/${props.page.channel.slug}`}>
        <ChannelCover channel={props.page.channel} />
        <span>
          <b>{props.page.channel.title}</b>
          <small>
            {props.page.school.name}, {props.page.school.city}
          </small>
        </span>
        <Show when={props.page.liveShow} fallback={<Icon name="right" isMirrored />}>
          <Lamp look="on" icon="waves">
            {t("doors.liveBadge")}
          </Lamp>
        </Show>
      </A>
    </li>
  );
}
