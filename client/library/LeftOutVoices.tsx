import { For, Match, Show, Switch } from "solid-js";
import type { HeardVoice } from "../../schemas/consent.ts";
import type { Episode } from "../../schemas/episodes.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Message, Refused } from "../ui/Message.tsx";
import { createVoices, voiceName } from "./create-voices.ts";
import { RenderWork } from "./RenderWork.tsx";

type LeftOutProps = { episode: Episode; onChanged: (episode: Episode) => void; onMade: () => void };

/** Who is left out of this episode, how, and a key to bring each of them back; nothing while everybody is in it. */
export function LeftOutVoices(props: LeftOutProps) {
  const { t } = useI18n();
  const known = createVoices(() => props.episode);
  const absent = () => (known()?.voices ?? []).filter(({ leftOut }) => leftOut !== null);
  const has = (way: HeardVoice["leftOut"]) => absent().some(({ leftOut }) => leftOut === way);
  const bringing = createAttempt(async (voice: HeardVoice) => {
    const others = absent().filter((each) => each !== voice);
    props.onChanged(
      await api.episodes.leaveOut(
        props.episode.id,
        others.map(({ pupilId }) => pupilId),
      ),
    );
  });
  // While it is not made yet, the page shows the work already.
  const isMadeAnew = () => props.episode.state === "published" && has("awaited");
  return (
    <Show when={absent().length > 0}>
      <section class="panel" aria-labelledby="left-out-title">
        <div class="panel-head">
          <h2 id="left-out-title">{t("voices.leftOut")}</h2>
        </div>
        <div class="panel-body stack">
          <ul class="left-out-voices">
            <For each={absent()}>
              {(voice) => (
                <Absent voice={voice} isBusy={bringing.isBusy()} onBack={() => void bringing.attempt(voice)} />
              )}
            </For>
          </ul>
          <Show when={has("silenced")}>
            <p class="small quiet">{t("voices.silencedHint")}</p>
          </Show>
          <p class="small quiet">{t("voices.bleedHint")}</p>
          <Show when={known()?.isComingBack}>
            <Message look="info" title={t("voices.comingBack")}>
              {t("voices.comingBackHint")}
            </Message>
          </Show>
          <Show when={bringing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        </div>
      </section>
      <Show when={isMadeAnew()}>
        <RenderWork episode={props.episode} onMoved={() => props.onMade()} />
      </Show>
    </Show>
  );
}

function Absent(props: { voice: HeardVoice; isBusy: boolean; onBack: () => void }) {
  const { t } = useI18n();
  const name = () => voiceName(t, props.voice);
  return (
    <li>
      <span>
        <strong>{name()}</strong>
        <span class="small quiet">
          <Switch fallback={t("voices.awaited")}>
            <Match when={props.voice.leftOut === "remixed"}>{t("voices.remixed")}</Match>
            <Match when={props.voice.leftOut === "silenced"}>{t("voices.silenced")}</Match>
          </Switch>
        </span>
      </span>
      <Button
        look="bare"
        icon="back"
        isBusy={props.isBusy}
        aria-label={t("voices.bringBackName", { name: name() })}
        onClick={() => props.onBack()}
      >
        {t("voices.bringBack")}
      </Button>
    </li>
  );
}
