import { createResource, createSignal, For, Show } from "solid-js";
import type { Exercise } from "../../../schemas/exercises.ts";
import type { Pupil } from "../../../schemas/people.ts";
import type { TakeReview } from "../../../schemas/reviews.ts";
import type { Rubric } from "../../../schemas/rubrics.ts";
import type { Take } from "../../../schemas/takes.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import type { TakeDesk } from "./create-take.ts";
import { createWish } from "./create-wish.ts";
import { LevelMark } from "../LevelMark.tsx";
import { RubricDialog } from "./RubricDialog.tsx";

type RubricProps = { desk: TakeDesk; take: Take; exercise: Exercise; review: TakeReview; pupils: readonly Pupil[] };

/** A rubric of the class for a take: what the teacher chooses, beside what the pupil and classmates chose. */
export function RubricWork(props: RubricProps) {
  const { t } = useI18n();
  const [rubrics, { refetch }] = createResource(
    () => props.exercise.classroomId,
    (id) => api.rubrics.list(id),
  );
  const [picked, setPicked] = createSignal<string>();
  const [isOpen, setOpen] = createSignal(false);
  const usual = (list: readonly Rubric[]) =>
    list.find(({ id }) => id === picked()) ??
    list.find(({ id }) => props.review.assessments.some(({ rubricId }) => rubricId === id)) ??
    list[0];
  return (
    <section class="take-part" aria-label={t("progress.rubric")}>
      <div class="part-head">
        <h3>{t("progress.rubric")}</h3>
        <Button look="bare" icon="plus" onClick={() => setOpen(true)}>
          {t("progress.library")}
        </Button>
      </div>
      <Loaded from={rubrics} onRetry={() => void refetch()} lines={2}>
        {(list) => (
          <>
            <Show when={list().length > 1}>
              <select
                class="input"
                aria-label={t("progress.rubricChoose")}
                value={usual(list())?.id}
                onChange={(event) => setPicked(event.currentTarget.value)}
              >
                <For each={list()}>{(rubric) => <option value={rubric.id}>{rubric.title}</option>}</For>
              </select>
            </Show>
            <Show when={usual(list())} fallback={<p class="quiet">{t("progress.rubricNone")}</p>} keyed>
              {(rubric) => <Criteria rubric={rubric} {...props} />}
            </Show>
            <RubricDialog
              isOpen={isOpen()}
              classroomId={props.exercise.classroomId}
              rubrics={list()}
              onClose={() => setOpen(false)}
              onChanged={(id) => {
                if (id !== undefined) setPicked(id);
                void refetch();
              }}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Criteria(props: RubricProps & { rubric: Rubric }) {
  const { t } = useI18n();
  const inRubric = () => props.review.assessments.filter(({ rubricId }) => rubricId === props.rubric.id);
  const wish = createWish<readonly (number | null)[]>(
    () => props.desk,
    () => `${props.take.id} ${props.rubric.id}`,
    () => inRubric().find(({ pupilId }) => pupilId === null)?.levels ?? [],
  );
  const peers = () => inRubric().filter(({ pupilId }) => pupilId !== null && pupilId !== props.take.pupilId);
  const nameOf = (id: string | null) => props.pupils.find((pupil) => pupil.id === id)?.firstName ?? "";
  const choose = (index: number, level: number) => {
    const before = wish.value();
    const levels = props.rubric.criteria.map((_, at) => (at === index ? level : (before[at] ?? null)));
    const takeId = props.take.id;
    const assessment = { rubricId: props.rubric.id, levels };
    void wish.choose(levels, () => api.reviews.assess(takeId, assessment));
  };
  const selfLevel = (index: number) => {
    const answer = props.rubric.criteria[index]?.ownAnswer ?? undefined;
    return answer === undefined ? undefined : props.take.selfAssessment?.[answer];
  };
  return (
    <div class="criteria" data-own-keys>
      <For each={props.rubric.criteria}>
        {(criterion, index) => (
          <fieldset class="criterion">
            <legend>{criterion.title}</legend>
            <div class="levels">
              <For each={criterion.levels}>
                {(words, place) => (
                  <label>
                    <input
                      type="radio"
                      name={`${props.rubric.id}-${index()}`}
                      checked={wish.value()[index()] === place() + 1}
                      onChange={() => choose(index(), place() + 1)}
                    />
                    <span class="level-bars" aria-hidden="true">
                      <For each={criterion.levels}>{(_, bar) => <i classList={{ on: bar() <= place() }} />}</For>
                    </span>
                    <span>{words}</span>
                  </label>
                )}
              </For>
            </div>
            <div class="beside">
              <Show when={selfLevel(index())}>
                <span>
                  <b>{t("progress.themself")}</b> <LevelMark criterion={criterion} level={selfLevel(index())} />
                </span>
              </Show>
              <For each={peers()}>
                {(peer) => (
                  <span>
                    <b>{nameOf(peer.pupilId)}</b> <LevelMark criterion={criterion} level={peer.levels[index()]} />
                  </span>
                )}
              </For>
            </div>
          </fieldset>
        )}
      </For>
      <For each={peers().filter(({ words }) => words.length > 0)}>
        {(peer) => (
          <blockquote class="kind-words">
            <b>{nameOf(peer.pupilId)}</b>
            <For each={peer.words}>
              {({ starter, text }) => (
                <p>
                  {t(`progress.starter_${starter}`)} {text}
                </p>
              )}
            </For>
          </blockquote>
        )}
      </For>
    </div>
  );
}
