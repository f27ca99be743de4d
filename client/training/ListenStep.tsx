import { createSignal, For, Match, Show, Switch } from "solid-js";
import type { Exercise } from "../../schemas/exercises.ts";
import type { TakeId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import type { TakeMeasures } from "../../schemas/takes.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { Message } from "../ui/Message.tsx";
import { Progress } from "../ui/Work.tsx";
import { CompareTakes } from "./CompareTakes.tsx";
import { createTakeSound } from "./create-take-sound.ts";
import type { OwnTake, OwnTakes } from "./create-takes.ts";
import { TakeFeedback } from "./feedback/TakeFeedback.tsx";
import { GiveToRadio } from "./GiveToRadio.tsx";
import { Measures } from "./Measures.tsx";
import { PartnerField } from "./PartnerField.tsx";
import { TakeTrace } from "./TakeTrace.tsx";

type ListenProps = {
  exercise: Exercise;
  takes: OwnTakes;
  take: OwnTake;
  /** With whom an interview may be; empty where it is not known. */
  classmates: readonly Pupil[];
  onAgain: () => void;
  onThink: () => void;
};

/** The newest take: heard, seen, beside the one before; then again, or on. */
export function ListenStep(props: ListenProps) {
  const { t, formats } = useI18n();
  const sound = createTakeSound(() => props.take);
  const before = () => props.takes.takes().at(-2);
  const partner = () => props.classmates.find(({ id }) => id === props.take.partnerId);
  return (
    <>
      <section class="panel big take-panel" aria-labelledby="take">
        <div class="take-head">
          <h1 id="take">{t("training.yourTake", { number: props.take.number })}</h1>
          <span class="quiet">
            {formats().moment(props.take.recordedAt)}, {formats().length(props.take.durationSeconds)}
          </span>
          <Button
            class="push"
            look="primary"
            size="tall"
            icon={sound.isPlaying() ? "stop" : "play"}
            onClick={sound.toggle}
          >
            {sound.isPlaying() ? t("training.stop") : t("training.play")}
          </Button>
        </div>
        <Show when={shownMeasures(props.take)}>{(measures) => <TakeTrace measures={measures()} />}</Show>
        <Where takes={props.takes} take={props.take} />
        <PartnerAnew {...props} />
      </section>
      <Show when={props.take.place === "sent"}>
        <TakeFeedback take={props.take} classroomId={props.exercise.classroomId} isOpen />
      </Show>
      <Show
        when={props.take.partnerId}
        fallback={<Judgement exercise={props.exercise} take={props.take} before={before()} />}
      >
        <Message look="info" title={t("training.both", { name: partner()?.firstName ?? t("training.bothOther") })}>
          {t("training.bothHint")}
        </Message>
      </Show>
      <Show when={before()}>{(former) => <CompareTakes takes={props.takes} before={former()} now={props.take} />}</Show>
      <FormerFeedback {...props} />
      <div class="foot">
        <Button size="tall" icon="undo" onClick={() => props.onAgain()}>
          {t("training.again")}
        </Button>
        <Discard takes={props.takes} take={props.take} />
        <GiveToRadio take={props.take} />
        <Show when={!props.take.isOfPartner}>
          <Button class="push" look="primary" size="tall" onClick={() => props.onThink()}>
            {t("training.think")}
          </Button>
        </Show>
      </div>
    </>
  );
}

/** What is said of the takes before this one, the newest first. */
function FormerFeedback(props: ListenProps) {
  const ids = () => {
    const former = props.takes.takes().filter(({ id, place }) => place === "sent" && id !== props.take.id);
    return former.map(({ id }) => id).toReversed();
  };
  const takeOf = (id: TakeId) => props.takes.takes().find((take) => take.id === id);
  return (
    <For each={ids()}>
      {(id, place) => (
        <Show when={takeOf(id)}>
          {(take) => (
            <TakeFeedback
              take={take()}
              classroomId={props.exercise.classroomId}
              isOpen={place() === 0 && props.take.place !== "sent"}
            />
          )}
        </Show>
      )}
    </For>
  );
}

/** Whoever was chosen may have left the class meanwhile: then the station takes the interview once somebody else is named, or nobody. */
function PartnerAnew(props: ListenProps) {
  const isRefused = () =>
    props.exercise.kind === "interview" && props.take.place === "here" && props.takes.refused() !== undefined;
  return (
    <Show when={isRefused() && props.classmates.length > 0}>
      <PartnerField
        classmates={props.classmates}
        chosen={props.take.partnerId}
        onChoose={(partnerId) => void props.takes.setPartner(props.take.id, partnerId)}
      />
    </Show>
  );
}

/** Where the take is: on this device, on its way, kept, with the teacher. */
function Where(props: { takes: OwnTakes; take: OwnTake }) {
  const { t } = useI18n();
  return (
    <div class="where" data-place={props.take.place} role="status">
      <Switch fallback={<span class="quiet">{t(`training.place_${props.take.place}`)}</span>}>
        <Match when={props.takes.refused()}>
          <Message look="warning" title={t("training.refused")} />
        </Match>
        <Match when={props.take.place === "here" ? props.takes.share() : undefined}>
          {(share) => (
            <>
              <span>{t("training.onItsWay")}</span>
              <Progress share={share()} label={t("training.onItsWay")} />
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

function Judgement(props: { exercise: Exercise; take: OwnTake; before: OwnTake | undefined }) {
  const { t } = useI18n();
  const doubts = () => (props.take.measures?.figures === null ? props.take.measures.doubts : []);
  return (
    <Switch fallback={<p role="status">{t("training.measuring")}</p>}>
      <Match when={doubts().length > 0}>
        <Message look="warning" title={t("training.doubtTitle")}>
          <For each={doubts()}>{(doubt) => <p>{t(`training.doubt_${doubt}`)}</p>}</For>
        </Message>
      </Match>
      <Match when={props.take.measures === null}>
        <Message look="info" title={t("training.unmeasured")} />
      </Match>
      <Match when={props.take.measures?.figures}>
        {(figures) => <Measures exercise={props.exercise} figures={figures()} before={figuresOf(props.before)} />}
      </Match>
    </Switch>
  );
}

/** What is drawn of a take: of two voices no melody, for it would be nobody's. */
const shownMeasures = ({ measures, partnerId }: OwnTake): TakeMeasures | null | undefined =>
  measures && (partnerId === null ? measures : { ...measures, figures: null });
const figuresOf = (take: OwnTake | undefined) =>
  take === undefined ? undefined : (shownMeasures(take)?.figures ?? undefined);

function Discard(props: { takes: OwnTakes; take: OwnTake }) {
  const { t } = useI18n();
  const [isAsking, setAsking] = createSignal(false);
  return (
    <Show when={props.take.place !== "sent"}>
      <Button size="tall" icon="bin" onClick={() => setAsking(true)}>
        {t("training.discard")}
      </Button>
      <ConfirmDialog
        isOpen={isAsking()}
        title={t("training.discardQuestion", { number: props.take.number })}
        keep={t("training.goBack")}
        confirm={t("training.discardGo")}
        onClose={() => setAsking(false)}
        onConfirm={() => props.takes.discard(props.take.id)}
      >
        {t("training.discardText")}
      </ConfirmDialog>
    </Show>
  );
}
