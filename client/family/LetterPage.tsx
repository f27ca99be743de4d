import { createSignal, onMount, Show } from "solid-js";
import { LetterProof } from "../../schemas/letters.ts";
import { api, ApiError } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { languageIn } from "../i18n/languages.ts";
import { takeToken } from "../take-token.ts";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { PublicFrame } from "../ui/PublicFrame.tsx";
import "./family.css";

/** What stands behind the `#` of a letter's link: `oui.<id>.<proof>`, `oui.<id>.<proof>.<cadence>.<language>` for a change, or `non.…`. */
function readLink(token: string | undefined) {
  const [act, id, proof, cadence, language] = token?.split(".") ?? [];
  const found = LetterProof.safeParse({
    id,
    proof,
    ...(cadence === undefined ? {} : { change: { cadence, language } }),
  });
  return found.success && (act === "oui" || act === "non") ? { isYes: act === "oui", proof: found.data } : undefined;
}

/** Where a letter's links lead: one says yes or no here, by a touch, since programs open links before people do. */
export function LetterPage() {
  const { t, speakToFamilies } = useI18n();
  speakToFamilies(languageIn(location.search));
  const link = readLink(takeToken());
  onMount(() => (document.title = `${t("news.byMail")} — Antenne`));
  return (
    <PublicFrame class="public-page family-page">
      <Show
        when={link}
        fallback={
          <Empty level={1} title={t("news.letterBroken")} action={<WaysOn />}>
            {t("news.letterBrokenHint")}
          </Empty>
        }
      >
        {(found) => <Answer isYes={found().isYes} proof={found().proof} />}
      </Show>
    </PublicFrame>
  );
}

/** From a link that leads no further: to the radio, where letters are asked for anew. */
function WaysOn() {
  const { t } = useI18n();
  return (
    <div class="stack">
      <a class="btn primary tall wide" href="/radios">
        <Icon name="world" />
        {t("radios.title")}
      </a>
      <a class="btn tall wide" href="/famille">
        <Icon name="family" />
        {t("family.myRadios")}
      </a>
    </div>
  );
}

function Answer(props: { isYes: boolean; proof: LetterProof }) {
  const { t } = useI18n();
  const [isDone, setDone] = createSignal(false);
  const answering = createAttempt(async () => {
    await (props.isYes ? api.letters.confirm(props.proof) : api.letters.stop(props.proof));
    setDone(true);
  });
  // What the link was for is gone: pressing again changes nothing.
  const isOld = () => {
    const thrown = answering.thrown();
    return thrown instanceof ApiError && thrown.code === "letter.not_found";
  };
  return (
    <section class="panel pin-door stack" aria-labelledby="letter-title">
      <h1 id="letter-title">{t(props.isYes ? "news.letterYesTitle" : "news.letterNoTitle")}</h1>
      <Show
        when={!isDone()}
        fallback={<Message look="good" title={t(props.isYes ? "news.letterYesDone" : "news.letterNoDone")} />}
      >
        <Show when={answering.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <Show when={!isOld()} fallback={<WaysOn />}>
          <Button
            look="primary"
            size="tall"
            isWide
            isBusy={answering.isBusy()}
            onClick={() => void answering.attempt()}
          >
            {t(props.isYes ? "news.letterYes" : "news.letterNo")}
          </Button>
        </Show>
      </Show>
    </section>
  );
}
