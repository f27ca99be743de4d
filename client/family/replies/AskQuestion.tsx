import { createSignal, Show } from "solid-js";
import type { ShowId } from "../../../schemas/ids.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { createAttempt } from "../../ui/create-attempt.ts";
import { TextArea } from "../../ui/Field.tsx";
import { Refused } from "../../ui/Message.tsx";

/** A question in writing, which the class may read out. */
export function AskQuestion(props: { showId: ShowId; onSent: () => void }) {
  const { t } = useI18n();
  const [text, setText] = createSignal("");
  const [isMissing, setMissing] = createSignal(false);
  const sending = createAttempt(async () => {
    await api.ownReplies.ask(props.showId, text().trim());
    props.onSent();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setMissing(text().trim() === "");
    if (!isMissing()) void sending.attempt();
  };
  return (
    <form class="stack" onSubmit={submit} noValidate>
      <TextArea
        label={t("reply.question")}
        hint={t("reply.questionHint")}
        error={isMissing() ? t("reply.questionMissing") : undefined}
        required
        rows={3}
        maxlength={300}
        value={text()}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Show when={sending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" size="tall" type="submit" isWide isBusy={sending.isBusy()}>
        {t("reply.send")}
      </Button>
    </form>
  );
}
