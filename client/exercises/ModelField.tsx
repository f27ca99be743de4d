import { Show } from "solid-js";
import type { Exercise } from "../../schemas/exercises.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createSending } from "../ui/create-sending.ts";
import { FileKey } from "../ui/FileKey.tsx";
import { Refused } from "../ui/Message.tsx";
import { Work } from "../ui/Work.tsx";

/** A sound to listen to and repeat; it is added once the exercise is there. */
export function ModelField(props: { exercise: Exercise | undefined; onChanged: (exercise: Exercise) => void }) {
  const { t } = useI18n();
  const sending = createSending(async (file: File, options) => {
    if (props.exercise !== undefined) props.onChanged(await api.exercises.sendModel(props.exercise.id, file, options));
  });
  const remove = async (exercise: Exercise) => {
    props.onChanged(await api.exercises.removeModel(exercise.id));
  };
  return (
    <div class="field">
      <span class="legend">{t("exercises.field_model")}</span>
      <Show when={props.exercise} fallback={<span class="hint">{t("exercises.modelLater")}</span>}>
        {(exercise) => (
          <div class="row">
            <FileKey accept="audio/*" onFile={(file) => void sending.send(file)}>
              {t("exercises.modelSend")}
            </FileKey>
            <Show when={exercise().hasModel}>
              <span>{t("exercises.modelHere")}</span>
              <Button look="bare" onClick={() => void remove(exercise())}>
                {t("exercises.modelRemove")}
              </Button>
            </Show>
          </div>
        )}
      </Show>
      <Show when={sending.share()}>
        {(share) => (
          <Work share={share()} onStop={sending.stop}>
            {t("exercises.field_model")}
          </Work>
        )}
      </Show>
      <Show when={sending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </div>
  );
}
