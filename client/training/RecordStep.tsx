import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { Exercise } from "../../schemas/exercises.ts";
import type { PupilId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import { judgeMelody, judgePace } from "./judge-figures.ts";
import type { RecordedTake } from "../audio/takes/record-take.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Icon } from "../ui/Icon.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { createRecording, type Recording } from "./create-recording.ts";
import { PartnerField } from "./PartnerField.tsx";
import { ExerciseText } from "./ExerciseText.tsx";

type RecordProps = {
  exercise: Exercise;
  /** With whom an interview may be; empty where it is not known, `undefined` until then. */
  classmates: readonly Pupil[] | undefined;
  hasTakes: boolean;
  /** Whether something may have been said of one of them. */
  hasSent: boolean;
  onTake: (recorded: RecordedTake, partnerId: PupilId | null) => Promise<void>;
  onListen: () => void;
};

/** What to say on one side, the yellow band of the recording on the other. */
export function RecordStep(props: RecordProps) {
  const { t } = useI18n();
  const [partner, setPartner] = createSignal<PupilId | null>();
  const keeping = createAttempt(async (recorded: RecordedTake) => {
    await props.onTake(recorded, partner() ?? null);
    props.onListen();
  });
  const recording = createRecording((recorded) => void keeping.attempt(recorded));
  return (
    <section class="record-step">
      <ExerciseText exercise={props.exercise} />
      <div class="record-band">
        <Switch fallback={<Ready {...props} recording={recording} partner={partner()} onPartner={setPartner} />}>
          <Match when={keeping.isBusy()}>
            <p class="band-word" role="status">
              <span class="spinner" /> {t("training.keeping")}
            </p>
          </Match>
          <Match when={recording.isTaping()}>
            <Taping recording={recording} exercise={props.exercise} />
          </Match>
          <Match when={recording.microphone().state === "opening"}>
            <p class="band-word" role="status">
              {t("training.opening")}
            </p>
          </Match>
        </Switch>
        <Show when={keeping.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      </div>
    </section>
  );
}

type ReadyProps = Omit<RecordProps, "onTake"> & {
  recording: Recording;
  partner: PupilId | null | undefined;
  onPartner: (id: PupilId | null) => void;
};

function Ready(props: ReadyProps) {
  const { t } = useI18n();
  const fault = () => {
    const now = props.recording.microphone();
    return now.state === "faulty" ? now.fault : undefined;
  };
  const isInterview = () => props.exercise.kind === "interview";
  const asked = () => (isInterview() && props.classmates?.length !== 0 ? props.classmates : undefined);
  const isToWait = () => isInterview() && props.classmates?.length !== 0 && props.partner === undefined;
  return (
    <>
      <Show when={asked()}>
        {(classmates) => <PartnerField classmates={classmates()} chosen={props.partner} onChoose={props.onPartner} />}
      </Show>
      <Show when={fault()} fallback={<p class="band-word">{t("training.ready")}</p>}>
        {(found) => (
          <Message look="trouble" title={t(`studio.advice_${found()}`)}>
            {t(`studio.remedy_${found()}`)}
          </Message>
        )}
      </Show>
      <Button look="dark" size="giant" icon="microphone" disabled={isToWait()} onClick={() => props.recording.start()}>
        {t("training.start")}
      </Button>
      <p>{t(props.exercise.listeners === "class" ? "training.classHears" : "training.private")}</p>
      <Show when={props.hasTakes}>
        <Button size="tall" icon="ear" onClick={() => props.onListen()}>
          {t(props.hasSent ? "feedback.alreadySaid" : "training.alreadyTakes")}
        </Button>
      </Show>
    </>
  );
}

function Taping(props: { recording: Recording; exercise: Exercise }) {
  const { t, formats } = useI18n();
  return (
    <>
      <p class="band-word" role="status">
        <Icon name="microphone" /> {t("training.taping")}
      </p>
      <div class="band-time" role="timer">
        {formats().clock(props.recording.seconds())}
      </div>
      <div class="well band-levels" aria-hidden="true">
        <For each={props.recording.levels()}>{(height) => <i style={{ "--height": `${100 * height}%` }} />}</For>
      </div>
      <Light recording={props.recording} exercise={props.exercise} />
      <Button look="dark" size="giant" icon="stop" onClick={() => props.recording.finish()}>
        {t("training.finish")}
      </Button>
      <Button size="tall" onClick={() => props.recording.discard()}>
        {t("training.throwAway")}
      </Button>
    </>
  );
}

/** How lively the voice is while it speaks: a word and up to three drops of light, computed in this browser. */
function Light(props: { recording: Recording; exercise: Exercise }) {
  const { t } = useI18n();
  const heard = () => {
    const now = props.recording.live();
    return now?.isHeard === true ? now : undefined;
  };
  const melody = () => {
    const now = heard();
    return now === undefined ? "waiting" : judgeMelody(now.deviationSemitones).word;
  };
  const pace = () => {
    const now = heard();
    return now && judgePace(now.syllableRate, props.exercise.pace).word;
  };
  return (
    <div class={`light ${melody()}`} data-live={melody()}>
      <span class="drops" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span>
        <b>{t(`training.live_${melody()}`)}</b>
        <Show when={pace()}>{(word) => <>, {t(`training.livePace_${word()}`)}</>}</Show>
      </span>
    </div>
  );
}
