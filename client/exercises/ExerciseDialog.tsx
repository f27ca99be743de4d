import { createSignal, Show, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import { ExerciseSettings, longestTakeSeconds, usualExercise, type Exercise } from "../../schemas/exercises.ts";
import type { ClassroomId, PupilId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { createOwnSound } from "../recorder/create-own-sound.ts";
import { Button } from "../ui/Button.tsx";
import { createSending } from "../ui/create-sending.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Refused } from "../ui/Message.tsx";
import { Work } from "../ui/Work.tsx";
import { exerciseLibrary } from "./exercise-library.ts";
import { ExerciseFields } from "./ExerciseFields.tsx";
import { LibraryField } from "./LibraryField.tsx";
import { OwnPicturesField } from "./OwnPicturesField.tsx";
import { ModelField } from "./ModelField.tsx";

type ExerciseDialogProps = {
  classroomId: ClassroomId;
  /** The one that is changed; a new one without. */
  exercise: Exercise | undefined;
  /** For whom a new one is, until somebody else is chosen; for all without. */
  forPupil: PupilId | undefined;
  onClose: () => void;
  onSaved: () => void;
};

const pupilIdsOf = (forPupil: PupilId | undefined) => (forPupil === undefined ? null : [forPupil]);

const settingsOf = (exercise: Exercise | undefined, forPupil: PupilId | undefined): ExerciseSettings =>
  exercise === undefined
    ? { ...usualExercise, title: "", kind: "readAloud", pupilIds: pupilIdsOf(forPupil) }
    : ExerciseSettings.strip().parse({
        ...exercise,
        pupilIds: exercise.pupilIds?.length === 0 ? null : exercise.pupilIds,
      });

/** Sets an exercise: from the library, or one's own. */
export function ExerciseDialog(props: ExerciseDialogProps) {
  const { t } = useI18n();
  // eslint-disable-next-line solid/reactivity -- a dialog is of one exercise.
  const [settings, setSettings] = createStore(settingsOf(props.exercise, props.forPupil));
  const [known, setKnown] = createSignal(untrack(() => props.exercise));
  const model = createOwnSound(longestTakeSeconds);
  const keep = (exercise: Exercise) => {
    setKnown(exercise);
    props.onSaved();
  };
  const saving = createSending(async (sound: Blob | undefined, options) => {
    const told = ExerciseSettings.parse({ ...settings });
    const before = known();
    const saved = await (before === undefined
      ? api.exercises.create(props.classroomId, told)
      : api.exercises.change(before.id, told));
    // Where its sound is refused, the exercise is there already: the next try changes it.
    keep(saved);
    if (sound !== undefined) keep(await api.exercises.sendModel(saved.id, sound, options));
    props.onClose();
  });
  const take = (index: number | undefined) => {
    const { plan = [], ...chosen } = index === undefined ? {} : exerciseLibrary[index]!;
    const pupilIds = pupilIdsOf(props.forPupil);
    setSettings({ ...usualExercise, title: "", kind: "readAloud", ...chosen, pupilIds, plan: [...plan] });
  };
  return (
    <Dialog
      isOpen
      title={known() === undefined ? t("exercises.create") : t("exercises.change")}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("exercises.cancel")}</Button>
          <Button
            look="primary"
            isBusy={saving.share() !== undefined}
            disabled={settings.title.trim() === ""}
            onClick={() => void saving.send(model.sound())}
          >
            {t("exercises.save")}
          </Button>
        </>
      }
    >
      <div class="stack exercise-form">
        <Show when={known() === undefined}>
          <LibraryField onChoose={take} />
        </Show>
        <ExerciseFields classroomId={props.classroomId} settings={settings} onChange={setSettings} />
        <Show when={settings.kind === "picture" || settings.kind === "talk"}>
          <OwnPicturesField exercise={known()} onChanged={keep} />
        </Show>
        <ModelField exercise={known()} own={model} onChanged={keep} />
        <Show when={model.sound() === undefined ? undefined : saving.share()}>
          {(share) => (
            <Work share={share()} onStop={saving.stop}>
              {t("exercises.field_model")}
            </Work>
          )}
        </Show>
        <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      </div>
    </Dialog>
  );
}
