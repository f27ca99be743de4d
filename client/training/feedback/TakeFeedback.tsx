import { createResource, createSignal, Show } from "solid-js";
import type { ClassroomId } from "../../../schemas/ids.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { Loaded } from "../../ui/Loaded.tsx";
import { Message } from "../../ui/Message.tsx";
import { createTakeSound } from "../create-take-sound.ts";
import type { OwnTake } from "../create-takes.ts";
import { KindWordsList } from "./KindWordsList.tsx";
import { readFeedback, type Feedback } from "./read-feedback.ts";
import { TeacherComments } from "./TeacherComments.tsx";
import { TeacherLevels } from "./TeacherLevels.tsx";
import "./feedback.css";

/** What the teacher and classmates say of one's own take; asked for once it is opened. */
export function TakeFeedback(props: { take: OwnTake; classroomId: ClassroomId; isOpen: boolean }) {
  const { t } = useI18n();
  // eslint-disable-next-line solid/reactivity -- from here on the pupil opens and shuts it.
  const [isOpen, setOpen] = createSignal(props.isOpen);
  const [feedback, { refetch }] = createResource(
    () => (isOpen() ? props.take.id : undefined),
    (id) => readFeedback(id, props.classroomId),
  );
  return (
    <details class="panel big feedback" open={isOpen()} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{t("feedback.title", { number: props.take.number })}</h2>
      </summary>
      <Loaded from={feedback} onRetry={() => void refetch()}>
        {(found) => <Said take={props.take} feedback={found()} />}
      </Loaded>
    </details>
  );
}

function Said(props: { take: OwnTake; feedback: Feedback }) {
  const { t } = useI18n();
  const sound = createTakeSound(() => props.take);
  const review = () => props.feedback.review;
  const nameOf = (id: string) =>
    props.feedback.pupils.find((pupil) => pupil.id === id)?.firstName ?? t("feedback.someone");
  return (
    <>
      <div class="row wrap">
        <Button icon={sound.isPlaying() ? "stop" : "play"} onClick={sound.toggle}>
          {t(sound.isPlaying() ? "training.stop" : "feedback.play")}
        </Button>
        <p class="quiet">{t(review().heardAt === null ? "feedback.waiting" : "feedback.heard")}</p>
      </div>
      <Show when={sound.isLost()}>
        <Message look="trouble" title={t("feedback.soundLost")} />
      </Show>
      <Show when={review().comments.length > 0}>
        <TeacherComments comments={review().comments} sound={sound} />
      </Show>
      <TeacherLevels feedback={props.feedback} own={props.take.selfAssessment} />
      <KindWordsList feedback={props.feedback} nameOf={nameOf} />
      <Show when={review().peers.length > 0}>
        <p class="quiet small">{t("feedback.asked", { names: review().peers.map(nameOf).join(", ") })}</p>
      </Show>
    </>
  );
}
