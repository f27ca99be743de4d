import { createStore } from "solid-js/store";
import { For, Show } from "solid-js";
import { SelfAssessment } from "../../schemas/takes.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Message, Refused } from "../ui/Message.tsx";
import type { OwnTake, OwnTakes } from "./create-takes.ts";
import { LevelChoice } from "../ui/LevelChoice.tsx";

const criteria = ["words", "stops", "liveliness", "loudness"] as const;
const levels = [1, 2, 3, 4] as const;
type Answers = Partial<Record<(typeof criteria)[number], number>>;

/** What the pupil thinks of their own take, in pictures; then it goes to the teacher. */
export function ThinkStep(props: { take: OwnTake; takes: OwnTakes; onBack: () => void }) {
  const { t, count } = useI18n();
  // What was said before is what one begins with.
  // eslint-disable-next-line solid/reactivity
  const [answers, setAnswers] = createStore<Answers>({ ...props.take.selfAssessment });
  const left = () => criteria.filter((criterion) => answers[criterion] === undefined).length;
  const sending = createAttempt(() => props.takes.say(props.take.id, SelfAssessment.parse({ ...answers })));
  return (
    <section class="panel big think" aria-labelledby="think">
      <div class="think-head">
        <h1 id="think">{t("training.thinkTitle")}</h1>
        <p class="quiet">{t("training.thinkHint")}</p>
      </div>
      <For each={criteria}>
        {(criterion) => (
          <LevelChoice
            name={criterion}
            question={t(`training.ask_${criterion}`)}
            levels={levels.map((level) => ({ word: t(`training.level_${level}`) }))}
            chosen={answers[criterion]}
            onChoose={(level) => setAnswers(criterion, level)}
            isDone={props.take.place === "sent"}
          />
        )}
      </For>
      <Show when={sending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="foot">
        <Button size="tall" icon="back" onClick={() => props.onBack()}>
          {t("training.goBack")}
        </Button>
        <Show
          when={!isGiven(props.take)}
          fallback={
            <Message look="good" title={t(props.take.place === "sent" ? "training.sent" : "training.sentHere")} />
          }
        >
          <span class="quiet push left-over" role="status">
            <Show when={left() > 0}>{count("training.left", left())}</Show>
          </span>
          <Button
            look="primary"
            size="tall"
            disabled={left() > 0}
            isBusy={sending.isBusy()}
            onClick={() => void sending.attempt()}
          >
            {t("training.send")}
          </Button>
        </Show>
      </div>
    </section>
  );
}

const isGiven = ({ place, isGivenAway }: OwnTake) => place === "sent" || isGivenAway;
