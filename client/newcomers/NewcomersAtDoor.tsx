import { createResource, createSignal, createUniqueId, For, Show } from "solid-js";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { Newcomer } from "../../schemas/newcomers.ts";
import type { Pupil } from "../../schemas/people.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { BirdAvatar } from "../ui/BirdAvatar.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Loaded } from "../ui/Loaded.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import type { AtTheClassDoor } from "./create-newcomers.ts";
import "./newcomers.css";

type NewcomersAtDoorProps = {
  door: AtTheClassDoor;
  /** On the desk it is narrow, and nothing may jump. */
  isNarrow?: boolean;
  /** The class has another pupil. */
  onLetIn?: () => void;
};

/** Who waits at the door and is not in the list: let in, recognised, or refused. Nothing is shown while nobody waits. */
export function NewcomersAtDoor(props: NewcomersAtDoorProps) {
  const { t } = useI18n();
  const title = createUniqueId();
  return (
    <div role="status">
      <Show when={props.door.list().length > 0 && props.door.classroomId()} keyed>
        {(classroomId) => (
          <section class="newcomers" classList={{ narrow: props.isNarrow === true }} aria-labelledby={title}>
            <h2 id={title}>{t("newcomers.title")}</h2>
            <ul>
              <For each={props.door.list()}>
                {(newcomer) => (
                  <WhoWaits
                    newcomer={newcomer}
                    classroomId={classroomId}
                    onAnswered={() => props.door.look()}
                    onLetIn={() => props.onLetIn?.()}
                  />
                )}
              </For>
            </ul>
          </section>
        )}
      </Show>
    </div>
  );
}

type WhoWaitsProps = { newcomer: Newcomer; classroomId: ClassroomId; onAnswered: () => void; onLetIn: () => void };

function WhoWaits(props: WhoWaitsProps) {
  const { t, formats } = useI18n();
  const say = useToasts();
  const [isListed, setListed] = createSignal(false);
  const listed = createUniqueId();
  const name = () => props.newcomer.firstName;
  const answering = createAttempt(async (pupil: Pupil | "new" | "refused") => {
    try {
      if (pupil === "refused") await api.newcomers.refuse(props.classroomId, props.newcomer.id);
      else await api.newcomers.letIn(props.classroomId, props.newcomer.id, pupil === "new" ? undefined : pupil.id);
    } finally {
      props.onAnswered();
    }
    if (pupil === "new") props.onLetIn();
    if (pupil === "refused") say(t("newcomers.refused"));
    else if (pupil === "new") say(t("newcomers.letInDone", { name: name() }));
    else say(t("newcomers.recognised", { name: pupil.firstName }));
  });
  return (
    <li>
      <BirdAvatar bird={props.newcomer.bird} colour={props.newcomer.colour} />
      <div class="what">
        <b>{name()}</b>
        <small class="quiet">{t("newcomers.since", { time: formats().time(props.newcomer.askedAt) })}</small>
      </div>
      <div class="answers">
        <Button
          look="primary"
          icon="enter"
          isBusy={answering.isBusy()}
          aria-label={t("newcomers.letInOf", { name: name() })}
          onClick={() => void answering.attempt("new")}
        >
          {t("newcomers.letIn")}
        </Button>
        <Button
          aria-expanded={isListed()}
          aria-controls={listed}
          aria-label={t("newcomers.listedOf", { name: name() })}
          onClick={() => setListed(!isListed())}
        >
          {t("newcomers.listed")}
        </Button>
        <Button
          look="bare"
          aria-label={t("newcomers.refuseOf", { name: name() })}
          onClick={() => void answering.attempt("refused")}
        >
          {t("newcomers.refuse")}
        </Button>
      </div>
      <div id={listed} class="listed" hidden={!isListed()}>
        <Show when={isListed()}>
          <WhoIsIt name={name()} classroomId={props.classroomId} onChoose={(pupil) => void answering.attempt(pupil)} />
        </Show>
      </div>
      <Show when={answering.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </li>
  );
}

function WhoIsIt(props: { name: string; classroomId: ClassroomId; onChoose: (pupil: Pupil) => void }) {
  const { t, language } = useI18n();
  const [pupils, { refetch }] = createResource(async () => (await api.classrooms.read(props.classroomId)).pupils);
  const byName = (list: readonly Pupil[]) =>
    list.toSorted((one, other) => one.firstName.localeCompare(other.firstName, language()));
  return (
    <Loaded from={pupils} onRetry={() => void refetch()}>
      {(list) => (
        <div role="group" aria-label={t("newcomers.whoIs", { name: props.name })} class="birds">
          <For each={byName(list())}>
            {(pupil) => (
              <Button onClick={() => props.onChoose(pupil)}>
                <BirdAvatar bird={pupil.bird} colour={pupil.colour} size="s" />
                {pupil.firstName}
              </Button>
            )}
          </For>
        </div>
      )}
    </Loaded>
  );
}
