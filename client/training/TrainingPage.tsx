import { A, useSearchParams } from "@solidjs/router";
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
import { createInvitations, type Invitations } from "./peers/create-invitations.ts";
import { InvitationList } from "./peers/InvitationList.tsx";
import { PeerPart } from "./peers/PeerPart.tsx";
import { SurveyCard } from "../ui/SurveyCard.tsx";
import { readExercises } from "./read-exercises.ts";
import { PupilFrame } from "./PupilFrame.tsx";

const icons: Readonly<Record<Exercise["kind"], IconName>> = {
  ...{ readAloud: "talk", talk: "microphone", picture: "world", interview: "family", poem: "leaf", repeat: "ear" },
  ...{ present: "waves", twoLanguages: "share" },
};

/** The exercises that are for this pupil, and the takes of classmates that they are asked to listen to, of which one may be open. */
export function TrainingPage() {
  const { t } = useI18n();
  const [search] = useSearchParams<{ ecouter?: string }>();
  const back = () =>
    search.ecouter === undefined
      ? { href: "/entrer", label: t("training.backToDoor") }
      : { href: "/entrainement", label: t("training.back") };
  onMount(() => (document.title = `${t("training.title")} — Antenne`));
  return (
    <PupilFrame title={t("training.title")} back={back()}>
      {({ classroom }) => <Parts classroomId={classroom.id} opened={search.ecouter} />}
    </PupilFrame>
  );
}

function Parts(props: { classroomId: ClassroomId; opened: string | undefined }) {
  // A pupil is of one class.
  // eslint-disable-next-line solid/reactivity
  const invitations = createInvitations(props.classroomId);
  return (
    <Show when={props.opened} keyed fallback={<Exercises classroomId={props.classroomId} invitations={invitations} />}>
      {(id) => <PeerPart id={id} invitations={invitations} />}
    </Show>
  );
}

function Exercises(props: { classroomId: ClassroomId; invitations: Invitations }) {
  const { t } = useI18n();
  const [exercises, { refetch }] = createResource(() => readExercises(props.classroomId));
  return (
    <>
      <h1>{t("training.title")}</h1>
      <SurveyCard who="pupils" read={api.survey.read} answer={api.survey.answer} />
      <Show when={props.invitations.isWaiting()}>
        <InvitationList invitations={props.invitations} />
        <h2>{t("feedback.exercises")}</h2>
      </Show>
      <Loaded from={exercises} onRetry={() => void refetch()}>
        {(found) => (
          <Show when={found().length > 0} fallback={<Empty title={t("training.none")}>{t("training.noneHint")}</Empty>}>
            <ul class="exercise-list">
              <For each={found()}>{(exercise) => <ExerciseKey exercise={exercise} />}</For>
            </ul>
          </Show>
        )}
      </Loaded>
      <Show when={props.invitations.isThere() && !props.invitations.isWaiting()}>
        <InvitationList invitations={props.invitations} />
      </Show>
      <p>
        <A class="btn tall" href="/auditeurs">
          <Icon name="ear" />
          {t("training.listenersDoor")}
        </A>
      </p>
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
