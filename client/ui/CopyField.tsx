import { createUniqueId } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "./Button.tsx";
import { useToasts } from "./Toasts.tsx";

/** An address to copy: it can always be selected, and the key copies it where the browser lets it. */
export function CopyField(props: { label: string; value: string }) {
  const { t } = useI18n();
  const say = useToasts();
  const id = createUniqueId();
  let input!: HTMLInputElement;
  const copy = async () => {
    input.select();
    try {
      await navigator.clipboard.writeText(props.value);
      say(t("frame.copied"));
    } catch {
      // Without the clipboard (plain HTTP, refusal) the address stays selected, ready for the reader's own copy.
      input.focus();
    }
  };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      <div class="row tight">
        <input
          ref={input}
          id={id}
          class="input"
          readOnly
          value={props.value}
          onFocus={() => input.select()}
          dir="ltr"
        />
        <Button onClick={() => void copy()}>{t("frame.copy")}</Button>
      </div>
    </div>
  );
}
