import { createSignal, For, Show } from "solid-js";
import { LetterCadence } from "../../schemas/letters.ts";
import { lettersApi } from "../api/letters.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Field, TextField } from "../ui/Field.tsx";
import { Message, Refused } from "../ui/Message.tsx";

/** Letters about the radio, for who has no notifications or prefers a letter. */
export function LettersForm(props: { slug: string }) {
  const { t, language } = useI18n();
  const [email, setEmail] = createSignal("");
  const [cadence, setCadence] = createSignal<LetterCadence>("week");
  const [isSent, setSent] = createSignal(false);
  const asking = createAttempt(async () => {
    await lettersApi.letters.ask(props.slug, { email: email(), cadence: cadence(), language: language() });
    setSent(true);
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void asking.attempt();
  };
  return (
    <form class="stack letters" onSubmit={submit} aria-labelledby="letters-title">
      <h3 id="letters-title">{t("news.byMail")}</h3>
      <Show
        when={!isSent()}
        fallback={
          <Message look="good" title={t("news.mailSent")}>
            {t("news.mailSentHint")}
          </Message>
        }
      >
        <TextField
          label={t("news.mailAddress")}
          hint={t("news.mailHint")}
          type="email"
          autocomplete="email"
          required
          value={email()}
          onInput={(event) => setEmail(event.currentTarget.value)}
        />
        <Field label={t("news.cadence")}>
          {(ids) => (
            <select
              {...ids}
              class="input"
              onChange={(event) => setCadence(LetterCadence.parse(event.currentTarget.value))}
            >
              <For each={LetterCadence.options}>
                {(each) => (
                  <option value={each} selected={each === cadence()}>
                    {t(each === "week" ? "news.cadenceWeek" : "news.cadenceEpisode")}
                  </option>
                )}
              </For>
            </select>
          )}
        </Field>
        <Show when={asking.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <Button type="submit" isWide isBusy={asking.isBusy()}>
          {t("news.mailGo")}
        </Button>
      </Show>
    </form>
  );
}
