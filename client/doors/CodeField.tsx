import { createSignal, Show, untrack } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";

/** Where a child writes the class code. Bird and digits as they like: the server forgives case, accents and spaces. */
export function CodeField(props: {
  onCode: (code: string) => void;
  first?: string;
  error?: string | undefined;
  hasScanHint?: boolean;
  isWaiting?: boolean;
}) {
  const { t } = useI18n();
  const [code, setCode] = createSignal(untrack(() => props.first) ?? "");
  const [isMissing, setMissing] = createSignal(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = code().trim();
    setMissing(typed === "");
    if (typed !== "") props.onCode(typed);
  };
  return (
    <form onSubmit={submit} novalidate>
      <Field
        label={t("doors.code")}
        hint={t("doors.codeHint")}
        error={isMissing() ? t("doors.codeMissing") : props.error}
      >
        {(ids) => (
          <span class="row">
            <input
              {...ids}
              class="input code"
              value={code()}
              onInput={(event) => setCode(event.currentTarget.value)}
              placeholder={t("doors.codeExample")}
              maxlength={40}
              autocomplete="off"
              autocapitalize="characters"
              spellcheck={false}
              enterkeyhint="go"
            />
            <Button
              look="dark"
              type="submit"
              class="code-go"
              aria-label={t("doors.enter")}
              disabled={props.isWaiting === true}
            >
              <Icon name="right" size="l" isMirrored />
            </Button>
          </span>
        )}
      </Field>
      <Show when={props.hasScanHint}>
        <p class="small">{t("doors.scanHint")}</p>
      </Show>
    </form>
  );
}
