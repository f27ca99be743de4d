import { useI18n } from "../i18n/I18n.tsx";
import { TextField } from "./Field.tsx";

/** Where the code is typed that follows the password: of the app, or a recovery code. */
export function StepCodeField(props: { value: string; onInput: (typed: string) => void }) {
  const { t } = useI18n();
  return (
    <TextField
      label={t("account.stepCode")}
      hint={t("account.stepCodeHint")}
      autocomplete="one-time-code"
      autofocus
      required
      value={props.value}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  );
}
