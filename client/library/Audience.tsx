import { A } from "@solidjs/router";
import { For, Show } from "solid-js";
import type { Channel, Visibility } from "../../schemas/channels.ts";
import { narrower, reaches, type ConsentScope, type HeardVoice } from "../../schemas/consent.ts";
import type { PupilId } from "../../schemas/ids.ts";
import type { Episode } from "../../schemas/episodes.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConsentRings } from "../ui/ConsentRings.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Message, Refused } from "../ui/Message.tsx";
import { createVoices, voiceName } from "./create-voices.ts";

type AudienceProps = { episode: Episode; channel: Channel; onChanged: (episode: Episode) => void };

const isAudience = (reach: ConsentScope): reach is Visibility => reach !== "none";

/** Who may hear this episode, and what to do when a voice in it may not be heard by all of them. */
export function Audience(props: AudienceProps) {
  const { t, count } = useI18n();
  const known = createVoices(() => props.episode);
  const audience = () => narrower(props.channel.visibility, props.episode.visibility);
  const kept = () =>
    (known()?.voices ?? []).filter(({ leftOut, scope }) => leftOut === null && !reaches(scope, audience()));
  /** Who shared a microphone with one of those: its track goes whole. */
  const goingToo = () => {
    const isKept = (id: PupilId) => kept().some(({ pupilId }) => pupilId === id);
    const shared = (known()?.companies ?? []).filter((company) => company.some(isKept)).flat();
    const others = (known()?.voices ?? []).filter(({ pupilId }) => shared.includes(pupilId) && !isKept(pupilId));
    return others.map((voice) => voiceName(t, voice));
  };
  const isInCarts = () => kept().some(({ pupilId }) => known()?.inCarts.includes(pupilId));
  const leaving = createAttempt(async () => {
    const isLeft = (voice: HeardVoice) => voice.leftOut !== null || kept().includes(voice);
    const pupilIds = (known()?.voices ?? []).filter(isLeft).map(({ pupilId }) => pupilId);
    props.onChanged(await api.episodes.leaveOut(props.episode.id, pupilIds));
  });
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
        <Show when={goingToo().length > 0}>
          <p class="small">{t("voices.goesToo", { names: goingToo().join(", ") })}</p>
        </Show>
        <Show when={isInCarts()}>
          <p class="small">{t("voices.soundsGo")}</p>
        </Show>
        <Button isWide isBusy={leaving.isBusy()} onClick={() => void leaving.attempt()}>
          {count("voices.leaveOut", kept().length)}
        </Button>
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
      <Show when={setting.thrown() ?? leaving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </div>
  );
}

function Kept(props: { voices: readonly HeardVoice[] }) {
  const { t } = useI18n();
  return (
    <ul class="kept-voices">
      <For each={props.voices}>
        {(voice) => (
          <li>
            {voiceName(t, voice)} <ConsentRings consent={{ scope: voice.scope, standing: "answered" }} />
          </li>
        )}
      </For>
    </ul>
  );
}
