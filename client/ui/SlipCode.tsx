import { createSignal } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "./Button.tsx";
import { Field } from "./Field.tsx";

/** Where a family types the code of its slip when nothing here can scan it; the family's page opens by it as by the QR code. */
export function SlipCode() {
  const { t } = useI18n();
  const [code, setCode] = createSignal("");
  const [isMissing, setMissing] = createSignal(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const typed = code().trim();
    setMissing(typed === "");
    if (typed !== "") location.assign(`/famille#${encodeURIComponent(typed)}`);
  };
  return (
    <form class="stack slip-code-form" onSubmit={submit} novalidate>
      <Field
        label={t("family.slipCode")}
        hint={t("family.slipCodeHint")}
        error={isMissing() ? t("family.slipCodeMissing") : undefined}
      >
        {(ids) => (
          <input
            {...ids}
            class="input"
            dir="ltr"
            value={code()}
            onInput={(event) => setCode(event.currentTarget.value)}
            placeholder="K7TD-93PM"
            maxlength={16}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            enterkeyhint="go"
          />
        )}
      </Field>
      <Button type="submit" isWide>
        {t("family.slipCodeGo")}
      </Button>
    </form>
  );
}
