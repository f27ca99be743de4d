import { createSignal, Show, untrack } from "solid-js";
import { createStore } from "solid-js/store";
import { ExerciseSettings, usualExercise, type Exercise } from "../../schemas/exercises.ts";
import type { ClassroomId, PupilId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Refused } from "../ui/Message.tsx";
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
  const saving = createAttempt(async () => {
    const told = ExerciseSettings.parse({ ...settings });
    const before = known();
    await (before === undefined
      ? api.exercises.create(props.classroomId, told)
      : api.exercises.change(before.id, told));
    props.onSaved();
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
            isBusy={saving.isBusy()}
            disabled={settings.title.trim() === ""}
            onClick={() => void saving.attempt()}
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
          <OwnPicturesField
            exercise={known()}
            onChanged={(exercise) => {
              setKnown(exercise);
              props.onSaved();
            }}
          />
        </Show>
        <ModelField
          exercise={known()}
          onChanged={(exercise) => {
            setKnown(exercise);
            props.onSaved();
          }}
        />
        <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      </div>
    </Dialog>
  );
}
