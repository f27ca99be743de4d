import { Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import type { OwnSound } from "./create-own-sound.ts";
import { PlayBack } from "./PlayBack.tsx";
import { SoundChoice } from "./SoundChoice.tsx";

/** A form's sound, as any other of its fields: recorded or chosen, heard, made anew, and sent with the form. */
export function SoundField(props: { own: OwnSound; label: string; hint?: string }) {
  const { t } = useI18n();
  return (
    <div class="field sound-field" role="group" aria-label={props.label}>
      <span class="legend" aria-hidden="true">
        {props.label}
      </span>
      <Show when={props.own.sound()} keyed fallback={<SoundChoice own={props.own} isSmall />}>
        {(sound) => (
          <div class="own-heard">
            <PlayBack sound={sound} label={props.label} />
            <Button icon="undo" onClick={() => props.own.forget()}>
              {t("recorder.again")}
            </Button>
          </div>
        )}
      </Show>
      <Show when={props.hint}>{(hint) => <span class="hint">{hint()}</span>}</Show>
    </div>
  );
}
