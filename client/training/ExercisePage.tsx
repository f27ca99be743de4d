import { useParams } from "@solidjs/router";
import { createEffect, createResource, createSignal, For, Match, Show, Switch } from "solid-js";
import type { Exercise } from "../../schemas/exercises.ts";
import type { ClassroomId, ExerciseId, PupilId } from "../../schemas/ids.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { createClassmates } from "./create-classmates.ts";
import { createTakes } from "./create-takes.ts";
import { ListenStep } from "./ListenStep.tsx";
import { PupilFrame } from "./PupilFrame.tsx";
import { readExercise } from "./read-exercises.ts";
import { RecordStep } from "./RecordStep.tsx";
import { ThinkStep } from "./ThinkStep.tsx";

const steps = ["record", "listen", "think"] as const;
type Step = (typeof steps)[number];

/** One exercise, for a pupil: speak, listen to oneself, say what one thinks of it. */
export function ExercisePage() {
  const { t } = useI18n();
  const params = useParams<{ exerciseId: string }>();
  const [exercise, { refetch }] = createResource(() => params.exerciseId as ExerciseId, readExercise);
  const [step, setStep] = createSignal<Step>("record");
  const found = () => (exercise.state === "ready" ? exercise.latest : undefined);
  const title = () => {
    const known = found();
    return known === undefined ? t("training.title") : t(`training.kind_${known.kind}`);
  };
  createEffect(() => (document.title = `${found()?.title ?? t("training.title")} — Antenne`));
  return (
    <PupilFrame
      title={title()}
      back={{ href: "/entrainement", label: t("training.back") }}
      steps={<Steps now={step()} />}
    >
      {({ pupil, classroom }) => (
        <Loaded from={exercise} onRetry={() => void refetch()} title={title()} lines={6}>
          {(known) => (
            <Training exercise={known()} pupilId={pupil.id} classroomId={classroom.id} step={step()} onStep={setStep} />
          )}
        </Loaded>
      )}
    </PupilFrame>
  );
}

function Steps(props: { now: Step }) {
  const { t } = useI18n();
  const place = () => steps.indexOf(props.now);
  return (
    <ol class="training-steps" aria-label={t("training.steps")}>
      <For each={steps}>
        {(step, index) => (
          <li classList={{ done: index() < place() }} aria-current={step === props.now ? "step" : undefined}>
            <b aria-hidden="true">
              <Show when={index() < place()} fallback={index() + 1}>
                <Icon name="tick" size="s" />
              </Show>
            </b>
            <span>{t(`training.step_${step}`)}</span>
            <Show when={index() < place()}>
              <span class="sr-only">{t("training.stepDone")}</span>
            </Show>
          </li>
        )}
      </For>
    </ol>
  );
}

type TrainingProps = {
  exercise: Exercise;
  pupilId: PupilId;
  classroomId: ClassroomId;
  step: Step;
  onStep: (step: Step) => void;
};

function Training(props: TrainingProps) {
  // A page is of one exercise and one pupil.
  // eslint-disable-next-line solid/reactivity
  const takes = createTakes(props.exercise.id, props.pupilId);
  const newest = () => takes.takes().at(-1);
  const classmates = createClassmates(() => (props.exercise.kind === "interview" ? props.classroomId : undefined));
  const others = () => classmates()?.filter(({ id }) => id !== props.pupilId);
  return (
    <Switch>
      <Match when={props.step === "record" || newest() === undefined}>
        <RecordStep
          exercise={props.exercise}
          classmates={others()}
          hasTakes={newest() !== undefined}
          hasSent={takes.takes().some(({ place }) => place === "sent")}
          onListen={() => props.onStep("listen")}
          onTake={takes.keep}
        />
      </Match>
      <Match when={props.step === "listen" && newest()}>
        {(take) => (
          <ListenStep
            exercise={props.exercise}
            takes={takes}
            take={take()}
            classmates={others() ?? []}
            onAgain={() => props.onStep("record")}
            onThink={() => props.onStep("think")}
          />
        )}
      </Match>
      <Match when={props.step === "think" && newest()}>
        {(take) => <ThinkStep take={take()} takes={takes} onBack={() => props.onStep("listen")} />}
      </Match>
    </Switch>
  );
}
