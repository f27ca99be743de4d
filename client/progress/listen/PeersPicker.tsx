import { createResource, For, Show } from "solid-js";
import type { Exercise } from "../../../schemas/exercises.ts";
import type { PupilId } from "../../../schemas/ids.ts";
import type { Pupil } from "../../../schemas/people.ts";
import type { TakeReview } from "../../../schemas/reviews.ts";
import type { Take } from "../../../schemas/takes.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import type { TakeDesk } from "./create-take.ts";

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
  const others = () => props.pupils.filter(({ id }) => id !== props.take.pupilId);
  const toggle = (id: PupilId) => {
    const rubric = rubrics.state === "ready" ? rubrics.latest[0] : undefined;
    if (rubric === undefined) return;
    const { peers } = props.review;
    const pupilIds = peers.includes(id) ? peers.filter((each) => each !== id) : [...peers, id];
    const { id: takeId } = props.take;
    void props.desk.keep(() => api.reviews.invite(takeId, { rubricId: rubric.id, pupilIds }));
  };
  return (
    <Show when={rubrics.state === "ready" && rubrics.latest.length > 0 && others().length > 0}>
      <details class="take-part peers">
        <summary>
          {t("progress.peers")}
          <Show when={props.review.peers.length > 0}>
            <span class="chip">{props.review.peers.length}</span>
          </Show>
        </summary>
        <p class="quiet small">{t("progress.peersHint")}</p>
        <div class="row wrap">
          <For each={others()}>
            {(pupil) => (
              <label class="peer">
                <input
                  type="checkbox"
                  checked={props.review.peers.includes(pupil.id)}
                  disabled={!props.review.peers.includes(pupil.id) && props.review.peers.length >= mostPeers}
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
