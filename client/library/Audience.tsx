import { A } from "@solidjs/router";
import { createResource, For, Show } from "solid-js";
import type { Channel, Visibility } from "../../schemas/channels.ts";
import { narrower, reaches, type ConsentScope, type HeardVoice } from "../../schemas/consent.ts";
import type { Episode } from "../../schemas/episodes.ts";
import { api } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConsentRings } from "../ui/ConsentRings.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Message, Refused } from "../ui/Message.tsx";

type AudienceProps = { episode: Episode; channel: Channel; onChanged: (episode: Episode) => void };

const isAudience = (reach: ConsentScope): reach is Visibility => reach !== "none";

/** Who may hear this episode, and what to do when a voice in it may not be heard by all of them. */
export function Audience(props: AudienceProps) {
  const { t } = useI18n();
  const [found] = createResource(
    () => props.episode.id,
    (id) => api.episodes.readVoices(id),
  );
  const audience = () => narrower(props.channel.visibility, props.episode.visibility);
  const known = () => (found.state === "ready" ? found.latest : undefined);
  const kept = () => (known()?.voices ?? []).filter(({ scope }) => !reaches(scope, audience()));
  const setting = createAttempt(async (visibility: Visibility | null) =>
    props.onChanged(await api.episodes.change(props.episode.id, { visibility })),
  );
  const reach = () => known()?.reach ?? "public";
  return (
    <div class="stack">
      <p class="audience">
        {t("consent.episodeFor")} <ConsentRings consent={{ scope: audience(), standing: "answered" }} />
      </p>
      <Show when={kept().length > 0}>
        <Message look="warning" title={t("consent.tooNarrow")}>
          <Kept voices={kept()} />
          <p>{t("consent.waysOut")}</p>
          <A href="/classe">{t("consent.toClass")}</A>
        </Message>
        <Show when={isAudience(reach())}>
          <Button isWide isBusy={setting.isBusy()} onClick={() => void setting.attempt(reach() as Visibility)}>
            {t("consent.narrowTo", { scope: t(`consent.${reach()}`) })}
          </Button>
        </Show>
      </Show>
      <Show when={props.episode.visibility !== null && reaches(reach(), props.channel.visibility)}>
        <Button look="bare" isBusy={setting.isBusy()} onClick={() => void setting.attempt(null)}>
          {t("consent.widen")}
        </Button>
      </Show>
      <Show when={setting.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </div>
  );
}

function Kept(props: { voices: readonly HeardVoice[] }) {
  const { t } = useI18n();
  return (
    <ul class="kept-voices">
      <For each={props.voices}>
        {({ name, scope }) => (
          <li>
            {name ?? t("consent.left")} <ConsentRings consent={{ scope, standing: "answered" }} />
          </li>
        )}
      </For>
    </ul>
  );
}
