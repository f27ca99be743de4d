import { A } from "@solidjs/router";
import { createResource, For, onMount, Show } from "solid-js";
import type { Exercise } from "../../schemas/exercises.ts";
import type { ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Chip } from "../ui/Chip.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { IconName } from "../ui/icon-shapes.ts";
import { Loaded } from "../ui/Loaded.tsx";
import { PupilFrame } from "./PupilFrame.tsx";

const icons: Readonly<Record<Exercise["kind"], IconName>> = {
  ...{ readAloud: "talk", talk: "microphone", picture: "world", interview: "family", poem: "leaf", repeat: "ear" },
  ...{ present: "waves", twoLanguages: "share" },
};

/** The exercises that are for this pupil. */
export function TrainingPage() {
  const { t } = useI18n();
  onMount(() => (document.title = `${t("training.title")} — Antenne`));
  return (
    <PupilFrame title={t("training.title")} back={{ href: "/entrer", label: t("training.backToDoor") }}>
      {({ classroom }) => <Exercises classroomId={classroom.id} />}
    </PupilFrame>
  );
}

function Exercises(props: { classroomId: ClassroomId }) {
  const { t } = useI18n();
  const [exercises, { refetch }] = createResource(() => api.exercises.list(props.classroomId));
  return (
    <>
      <h1>{t("training.title")}</h1>
      <Loaded from={exercises} onRetry={() => void refetch()}>
        {(found) => (
          <Show when={found().length > 0} fallback={<Empty title={t("training.none")}>{t("training.noneHint")}</Empty>}>
            <ul class="exercise-list">
              <For each={found()}>{(exercise) => <ExerciseKey exercise={exercise} />}</For>
            </ul>
          </Show>
        )}
      </Loaded>
    </>
  );
}

function ExerciseKey(props: { exercise: Exercise }) {
  const { t, count, formats } = useI18n();
  return (
    <li>
      <A class="panel exercise-key" href={`/entrainement/${props.exercise.id}`}>
        <Icon name={icons[props.exercise.kind]} size="l" />
        <span class="stack tight">
          <b>{props.exercise.title}</b>
          <span class="quiet">{t(`training.kind_${props.exercise.kind}`)}</span>
          <span class="quiet small">
            <Show when={props.exercise.words > 0}>{count("training.words", props.exercise.words)}</Show>
          </span>
        </span>
        <Show when={props.exercise.dueOn}>
          {(day) => <Chip look="waiting">{t("training.until", { day: formats().date(day()) })}</Chip>}
        </Show>
      </A>
    </li>
  );
}
