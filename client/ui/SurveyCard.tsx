import { createResource, createSignal, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { surveyQuestions, type Survey, type SurveyAnswers, type Surveyed } from "../../schemas/impact.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "./Button.tsx";
import { createAttempt } from "./create-attempt.ts";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-shapes.ts";
import { LevelChoice } from "./LevelChoice.tsx";
import { Message, Refused } from "./Message.tsx";
import "./survey-card.css";

const nothing: SurveyAnswers = { basic: null, digital: null, motivation: null, engagement: null };
const levels = [1, 2, 3, 4] as const;
const pictures: Readonly<Record<keyof SurveyAnswers, IconName>> = {
  ...{ basic: "talk", digital: "microphone", motivation: "flash", engagement: "hand" },
};

type SurveyProps = { who: Surveyed; read: () => Promise<Survey>; answer: (answers: SurveyAnswers) => Promise<Survey> };

/** The four questions of the school's review, for whom they wait; else nothing, and nothing either where the station cannot be asked. */
export function SurveyCard(props: SurveyProps) {
  const { t } = useI18n();
  const [survey, { mutate }] = createResource(() => props.read());
  const [isThanked, setThanked] = createSignal(false);
  const isAsked = () => survey.state === "ready" && survey.latest.moment !== null;
  const answer = async (answers: SurveyAnswers) => {
    mutate(await props.answer(answers));
    setThanked(true);
  };
  return (
    <>
      <Show when={isAsked()}>
        <Questions who={props.who} onAnswer={answer} />
      </Show>
      <Show when={isThanked()}>
        <Message look="good" title={t("survey.thanks")} />
      </Show>
    </>
  );
}

function Questions(props: { who: Surveyed; onAnswer: (answers: SurveyAnswers) => Promise<void> }) {
  const { t } = useI18n();
  const [answers, setAnswers] = createStore<SurveyAnswers>({ ...nothing });
  const sending = createAttempt((said: SurveyAnswers) => props.onAnswer({ ...said }));
  const isEmpty = () => surveyQuestions.every((question) => answers[question] === null);
  return (
    <section class="panel survey" aria-labelledby="survey">
      <div class="survey-head">
        <h2 id="survey">{t(`survey.${props.who}Title`)}</h2>
        <p class="quiet">{t(`survey.${props.who}Hint`)}</p>
      </div>
      <For each={surveyQuestions}>
        {(question) => (
          <LevelChoice
            name={`survey-${question}`}
            question={
              <>
                <Icon name={pictures[question]} /> {t(`survey.${props.who}_${question}`)}
              </>
            }
            levels={levels.map((level) => ({ word: t(`survey.level_${level}`) }))}
            chosen={answers[question]}
            onChoose={(level) => setAnswers(question, level)}
          />
        )}
      </For>
      <Show when={sending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="survey-foot">
        <Button size="tall" isBusy={sending.isBusy()} onClick={() => void sending.attempt(nothing)}>
          {t("survey.refuse")}
        </Button>
        <Button
          look="primary"
          size="tall"
          disabled={isEmpty()}
          isBusy={sending.isBusy()}
          onClick={() => void sending.attempt(answers)}
        >
          {t("survey.send")}
        </Button>
      </div>
    </section>
  );
}
