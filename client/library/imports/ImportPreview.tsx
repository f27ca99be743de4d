import { createSignal, Show } from "solid-js";
import type { Channel } from "../../../schemas/channels.ts";
import type { PodcastImport } from "../../../schemas/podcast-imports.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { createAttempt } from "../../ui/create-attempt.ts";
import { Message, Refused } from "../../ui/Message.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { ImportedList } from "./ImportedList.tsx";
import { answerOf, VoicesQuestion, type DraftAnswer } from "./VoicesQuestion.tsx";

type PreviewProps = {
  told: PodcastImport;
  channel: Channel;
  onTold: (told: PodcastImport) => void;
  onLeft: () => void;
};

/** What an import would bring, how much of it is there, and the question about its voices. */
export function ImportPreview(props: PreviewProps) {
  const { t, count, formats } = useI18n();
  const known = () => props.told.episodes.filter(({ state }) => state === "known").length;
  const bytes = () => props.told.episodes.reduce((sum, { byteLength }) => sum + (byteLength ?? 0), 0);
  const facts = () =>
    [
      count("podcasts.count", props.told.episodes.length),
      ...(bytes() > 0 ? [formats().room(bytes())] : []),
      ...(known() > 0 ? [count("podcasts.known", known())] : []),
    ].join(", ");
  const dropping = createAttempt(async () => {
    await api.podcastImports.stop(props.told.id);
    props.onLeft();
  });
  return (
    <div class="two-columns wide-side">
      <section class="panel" aria-labelledby="preview-title">
        <div class="panel-head">
          <div>
            <h2 id="preview-title">{props.told.title || t("podcasts.preview")}</h2>
            <p class="small quiet">{facts()}</p>
          </div>
        </div>
        <ImportedList episodes={props.told.episodes} isPlan />
      </section>
      <div class="side">
        <Show
          when={known() < props.told.episodes.length}
          fallback={
            <Message look="good" title={t("podcasts.allKnown")}>
              {t("podcasts.allKnownHint")}
            </Message>
          }
        >
          <StartForm told={props.told} onTold={props.onTold} />
        </Show>
        <Show when={dropping.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <Button isBusy={dropping.isBusy()} onClick={() => void dropping.attempt()}>
          {t("podcasts.drop")}
        </Button>
      </div>
    </div>
  );
}

function StartForm(props: Pick<PreviewProps, "told" | "onTold">) {
  const { t } = useI18n();
  const [draft, setDraft] = createSignal<DraftAnswer>({ reach: "none", words: "" });
  const [isChannelToo, setChannelToo] = createSignal(false);
  const [isMissing, setMissing] = createSignal(false);
  const starting = createAttempt(async () => {
    const answer = answerOf(draft());
    setMissing(answer === undefined);
    if (answer === undefined) return;
    props.onTold(await api.podcastImports.start(props.told.id, { answer, isChannelToo: isChannelToo() }));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void starting.attempt();
  };
  return (
    <section class="panel" aria-labelledby="voices-title">
      <div class="panel-head">
        <h2 id="voices-title">{t("podcasts.voices")}</h2>
      </div>
      <form class="panel-body stack" onSubmit={submit}>
        <VoicesQuestion draft={draft()} onChange={setDraft} isMissing={isMissing()} mayWait />
        <Show when={props.told.title !== ""}>
          <Switch isOn={isChannelToo()} onChange={setChannelToo}>
            {t("podcasts.isChannelToo")}
          </Switch>
        </Show>
        <Show when={starting.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <Button look="primary" type="submit" isWide isBusy={starting.isBusy()}>
          {t("podcasts.start")}
        </Button>
      </form>
    </section>
  );
}
