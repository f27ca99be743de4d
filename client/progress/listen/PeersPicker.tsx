import { createResource, createSignal, For, Show } from "solid-js";
import type { Exercise } from "../../../schemas/exercises.ts";
import type { PupilId } from "../../../schemas/ids.ts";
import type { Rubric } from "../../../schemas/rubrics.ts";
import type { Pupil } from "../../../schemas/people.ts";
import type { TakeReview } from "../../../schemas/reviews.ts";
import { speakersIn, type Take } from "../../../schemas/takes.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Field } from "../../ui/Field.tsx";
import type { TakeDesk } from "./create-take.ts";
import { createWish } from "./create-wish.ts";

const mostPeers = 4;

/** Whom of the class the teacher asks to listen to a take; nobody else of them hears it. */
export function PeersPicker(props: {
  desk: TakeDesk;
  take: Take;
  exercise: Exercise;
  review: TakeReview;
  pupils: readonly Pupil[];
}) {
  const { t } = useI18n();
  const [rubrics] = createResource(
    () => props.exercise.classroomId,
    (id) => api.rubrics.list(id),
  );
  const [picked, setPicked] = createSignal<string>();
  const list = (): readonly Rubric[] => (rubrics.state === "ready" ? rubrics.latest : []);
  const chosen = () =>
    list().find(({ id }) => id === picked()) ?? list().find(({ id }) => id === props.review.peerRubricId) ?? list()[0];
  const others = () => props.pupils.filter(({ id }) => !speakersIn(props.take).includes(id));
  const wish = createWish<readonly PupilId[]>(
    () => props.desk,
    () => props.take.id,
    () => props.review.peers,
  );
  const peers = wish.value;
  const invite = (pupilIds: PupilId[]) => {
    const rubricId = chosen()?.id;
    const { id: takeId } = props.take;
    if (rubricId !== undefined) void wish.choose(pupilIds, () => api.reviews.invite(takeId, { rubricId, pupilIds }));
  };
  const toggle = (id: PupilId) => {
    invite(peers().includes(id) ? peers().filter((each) => each !== id) : [...peers(), id]);
  };
  const pick = (id: string) => {
    setPicked(id);
    if (peers().length > 0) invite([...peers()]);
  };
  return (
    <Show when={list().length > 0 && others().length > 0}>
      <details class="take-part folded">
        <summary>
          {t("progress.peers")}
          <Show when={peers().length > 0}>
            <span class="chip">{peers().length}</span>
          </Show>
        </summary>
        <p class="quiet small">{t("progress.peersHint")}</p>
        <Show when={list().length > 1}>
          <Field label={t("progress.peersRubric")}>
            {(ids) => (
              <select
                {...ids}
                class="input"
                value={chosen()?.id}
                onChange={({ currentTarget }) => pick(currentTarget.value)}
              >
                <For each={list()}>{(rubric) => <option value={rubric.id}>{rubric.title}</option>}</For>
              </select>
            )}
          </Field>
        </Show>
        <div class="row wrap">
          <For each={others()}>
            {(pupil) => (
              <label class="peer">
                <input
                  type="checkbox"
                  checked={peers().includes(pupil.id)}
                  disabled={!peers().includes(pupil.id) && peers().length >= mostPeers}
                  onChange={() => toggle(pupil.id)}
                />
                {pupil.firstName}
              </label>
            )}
          </For>
        </div>
      </details>
    </Show>
  );
}
