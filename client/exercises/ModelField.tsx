import { Show } from "solid-js";
import type { Exercise } from "../../schemas/exercises.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import type { OwnSound } from "../recorder/create-own-sound.ts";
import { SoundField } from "../recorder/SoundField.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";

type ModelFieldProps = {
  exercise: Exercise | undefined;
  /** What is sent when the exercise is saved. */
  own: OwnSound;
  onChanged: (exercise: Exercise) => void;
};

/** A sound to listen to and repeat: the one that is there, or one to record. */
export function ModelField(props: ModelFieldProps) {
  const { t } = useI18n();
  const removing = createAttempt(async ({ id }: Exercise) => props.onChanged(await api.exercises.removeModel(id)));
  const label = () => t("exercises.field_model");
  return (
    <Show
      when={props.exercise?.hasModel === true && props.exercise}
      fallback={<SoundField own={props.own} label={label()} hint={t("exercises.modelHint")} />}
    >
      {(exercise) => (
        <div class="field">
          <span class="legend">{label()}</span>
          <div class="row wrap">
            <audio controls preload="none" src={api.exercises.modelUrl(exercise().id)} aria-label={label()} />
            <Button look="bare" isBusy={removing.isBusy()} onClick={() => void removing.attempt(exercise())}>
              {t("exercises.modelRemove")}
            </Button>
          </div>
          <Show when={removing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        </div>
      )}
    </Show>
  );
}
