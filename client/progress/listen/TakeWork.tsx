import { createSignal, onCleanup, onMount, Show } from "solid-js";
import type { Exercise } from "../../../schemas/exercises.ts";
import type { Pupil } from "../../../schemas/people.ts";
import type { ReadingMarks } from "../../../schemas/reading.ts";
import type { TakeReview } from "../../../schemas/reviews.ts";
import type { Take } from "../../../schemas/takes.ts";
import { wordsOf } from "../../../schemas/count-text.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Message } from "../../ui/Message.tsx";
import { Comments } from "./Comments.tsx";
import type { TakeDesk } from "./create-take.ts";
import { createTakeSound } from "./create-take-sound.ts";
import { isTyping } from "./is-typing.ts";
import { PartnerChoice } from "./PartnerChoice.tsx";
import { PeersPicker } from "./PeersPicker.tsx";
import { ReadingSum } from "./ReadingSum.tsx";
import { RubricWork } from "./RubricWork.tsx";
import { TakePlayer } from "./TakePlayer.tsx";
import { ToShow } from "./ToShow.tsx";
import { tapped, type Mark } from "./word-marks.ts";
import { WordGrid } from "./WordGrid.tsx";

type WorkProps = {
  desk: TakeDesk;
  take: Take;
  exercise: Exercise;
  review: TakeReview;
  pupils: readonly Pupil[];
  /** Words read correctly per minute in the take before. */
  former: number | undefined;
  onNext: () => void;
};

/** What begins to be marked: everything was read well, from the first sound to the last. */
function firstMarks({ exercise, take }: WorkProps): ReadingMarks {
  const speech = take.measures?.figures?.speech ?? [];
  const [from, to] = [speech[0]?.from ?? 0, speech.at(-1)?.to ?? take.durationSeconds];
  const lastWord = Math.max(0, wordsOf(exercise.text).length - 1);
  return { misread: [], corrected: [], lastWord, from, to: Math.max(from + 1, to) };
}

/** Everything that a teacher does with one take: listen, mark words, choose levels, comment, ask classmates. */
export function TakeWork(props: WorkProps) {
  const { t } = useI18n();
  const speech = () => props.take.measures?.figures?.speech ?? [];
  const sound = createTakeSound(() => api.reviews.soundUrl(props.take.id), speech);
  const hasText = () => props.exercise.text.trim() !== "";
  // eslint-disable-next-line solid/reactivity -- the marks are the teacher's own from here on.
  const [marks, setMarks] = createSignal(props.review.reading ?? firstMarks(props));
  const [mark, setMark] = createSignal<Mark>("misread");
  const keepMarks = (next: ReadingMarks) => {
    setMarks(next);
    const { id } = props.take;
    void props.desk.keep(() => api.reviews.mark(id, next));
  };
  const onKey = (event: KeyboardEvent) => {
    const acts: Readonly<Record<string, () => void>> = {
      " ": () => sound.toggle(),
      ArrowLeft: () => sound.back(),
      b: () => sound.toggleLoop(),
      n: () => props.onNext(),
    };
    const act = acts[event.key.toLowerCase()] ?? acts[event.key];
    const isOnKey = event.target instanceof HTMLElement && event.target.closest("button, a, [role=slider]") !== null;
    if (act === undefined || isTyping(event) || (isOnKey && event.key !== "b" && event.key !== "n")) return;
    event.preventDefault();
    act();
  };
  onMount(() => document.addEventListener("keydown", onKey));
  onCleanup(() => document.removeEventListener("keydown", onKey));
  return (
    <div class="take-work">
      <TakePlayer sound={sound} take={props.take} comments={props.review.comments} />
      <Show when={props.exercise.kind === "interview" || props.take.partnerId !== null}>
        <PartnerChoice take={props.take} pupils={props.pupils} onChoose={(id) => void props.desk.setPartner(id)} />
      </Show>
      <Doubts take={props.take} />
      <Show when={hasText()} fallback={<p class="quiet take-part">{t("progress.freeSpeech")}</p>}>
        <div class="reading">
          <WordGrid
            text={props.exercise.text}
            marks={marks()}
            mark={mark()}
            onMark={setMark}
            onTap={(word, given) => keepMarks(tapped(marks(), word, given))}
          />
          <ReadingSum
            marks={marks()}
            isMarked={props.review.reading !== null}
            former={props.former}
            onStart={() => keepMarks({ ...marks(), from: Math.min(sound.position(), marks().to - 1) })}
            onEnd={() => keepMarks({ ...marks(), to: Math.max(sound.position(), marks().from + 1) })}
          />
        </div>
      </Show>
      <RubricWork {...props} />
      <Comments desk={props.desk} takeId={props.take.id} review={props.review} sound={sound} />
      <PeersPicker {...props} />
      <ToShow takeId={props.take.id} classroomId={props.exercise.classroomId} />
    </div>
  );
}

function Doubts(props: { take: Take }) {
  const { t } = useI18n();
  const doubts = () => props.take.measures?.doubts ?? [];
  const why = () =>
    doubts()
      .map((doubt) => t(`progress.doubt_${doubt}`))
      .join(", ");
  return (
    <Show when={doubts().length > 0}>
      <div class="take-part">
        <Message look="info" title={t("progress.doubt", { why: why() })} />
      </div>
    </Show>
  );
}
