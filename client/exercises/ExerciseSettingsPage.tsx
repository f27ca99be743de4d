import { A, useSearchParams } from "@solidjs/router";
import { createResource, createSignal, For, onMount, Show } from "solid-js";
import { isSameText, type Exercise } from "../../schemas/exercises.ts";
import { PupilId, type ClassroomId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { useStaff } from "../staff.ts";
import { Button } from "../ui/Button.tsx";
import { Chip } from "../ui/Chip.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { PageHead } from "../ui/PageHead.tsx";
import { ExerciseDialog } from "./ExerciseDialog.tsx";
import "./exercises.css";

/** The oral exercises of the class: what is set, for whom; and the key that sets another. */
export function ExerciseSettingsPage() {
  const { t } = useI18n();
  const staff = useStaff();
  const [exercises, { refetch }] = createResource(() => staff.classroom()?.id, api.exercises.list);
  const [search, setSearch] = useSearchParams<{ pour?: string }>();
  // From a pupil's progress one comes to set them something.
  const wanted = () => PupilId.safeParse(search.pour).data;
  const [shown, setShown] = createSignal<Exercise | "new" | undefined>(wanted() === undefined ? undefined : "new");
  onMount(() => (document.title = `${t("exercises.title")} — Antenne`));
  const close = () => {
    setShown(undefined);
    setSearch({ pour: undefined }, { replace: true });
  };
  return (
    <>
      <PageHead title={t("exercises.title")}>
        <Show when={staff.classroom()}>
          <Button look="primary" icon="plus" onClick={() => setShown("new")}>
            {t("exercises.create")}
          </Button>
        </Show>
      </PageHead>
      <p class="quiet exercises-intro">{t("exercises.intro")}</p>
      <Show
        when={staff.classroom()}
        fallback={<Empty title={t("exercises.noClass")}>{t("exercises.noClassHint")}</Empty>}
      >
        {(classroom) => (
          <>
            <Loaded from={exercises} onRetry={() => void refetch()} lines={5}>
              {(found) => (
                <Show
                  when={found().length > 0}
                  fallback={<Empty title={t("exercises.none")}>{t("exercises.noneHint")}</Empty>}
                >
                  <section class="panel" aria-label={t("exercises.title")}>
                    <ul class="row-list">
                      <For each={found()}>
                        {(exercise) => (
                          <ExerciseRow
                            exercise={exercise}
                            onChange={() => setShown(exercise)}
                            onGone={() => void refetch()}
                          />
                        )}
                      </For>
                    </ul>
                  </section>
                </Show>
              )}
            </Loaded>
            <OpenDialog
              classroomId={classroom().id}
              shown={shown()}
              forPupil={wanted()}
              onClose={close}
              onSaved={() => void refetch()}
            />
          </>
        )}
      </Show>
    </>
  );
}

type OpenDialogProps = {
  classroomId: ClassroomId;
  shown: Exercise | "new" | undefined;
  forPupil: PupilId | undefined;
  onClose: () => void;
  onSaved: () => void;
};

/** A dialog of its own for each exercise, so that none begins with another's words. */
function OpenDialog(props: OpenDialogProps) {
  return (
    <Show when={props.shown} keyed>
      {(shown) => (
        <ExerciseDialog
          classroomId={props.classroomId}
          exercise={shown === "new" ? undefined : shown}
          forPupil={props.forPupil}
          onClose={() => props.onClose()}
          onSaved={() => props.onSaved()}
        />
      )}
    </Show>
  );
}

function ExerciseRow(props: { exercise: Exercise; onChange: () => void; onGone: () => void }) {
  const { t, count, formats } = useI18n();
  const [isAsking, setAsking] = createSignal(false);
  const title = () => ({ title: props.exercise.title });
  const remove = async () => {
    await api.exercises.remove(props.exercise.id);
    props.onGone();
  };
  return (
    <li class="exercise-row">
      <span class="what">
        <b>{props.exercise.title}</b>
        <span class="quiet small">
          {t(`training.kind_${props.exercise.kind}`)}
          <Show when={props.exercise.grade}>{(grade) => <>, {t(`exercises.grade_${grade()}`)}</>}</Show>
          <Show when={props.exercise.words > 0}>, {count("exercises.words", props.exercise.words)}</Show>
        </span>
      </span>
      <span class="row tight">
        <Show when={props.exercise.pupilIds}>
          {(ids) => <Chip look="waiting">{count("exercises.forSome", ids().length)}</Chip>}
        </Show>
        <Show when={props.exercise.dueOn}>
          {(day) => <Chip look="waiting">{t("exercises.until", { day: formats().date(day()) })}</Chip>}
        </Show>
        <Show when={props.exercise.partText}>
          {(text) => (
            <Show when={!isSameText(text(), props.exercise.text)}>
              <Chip look="waiting" icon="warning">
                {t("exercises.partChangedChip")}
              </Chip>
            </Show>
          )}
        </Show>
        <Show when={props.exercise.listeners === "class"}>
          <Chip look="waiting">{t("exercises.classHears")}</Chip>
        </Show>
      </span>
      <span class="row tight push">
        <A
          class="btn square"
          href={`/entrainements/${props.exercise.id}/feuille`}
          aria-label={t("exercises.printOf", title())}
        >
          <Icon name="print" />
        </A>
        <Button
          size="square"
          icon="pencil"
          aria-label={t("exercises.changeOf", title())}
          onClick={() => props.onChange()}
        />
        <Button
          size="square"
          icon="bin"
          aria-label={t("exercises.removeOf", title())}
          onClick={() => setAsking(true)}
        />
      </span>
      <ConfirmDialog
        isOpen={isAsking()}
        title={t("exercises.removeQuestion", title())}
        keep={t("exercises.keep")}
        confirm={t("exercises.remove")}
        onClose={() => setAsking(false)}
        onConfirm={remove}
      >
        {t("exercises.removeText")}
      </ConfirmDialog>
    </li>
  );
}
