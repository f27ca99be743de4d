import { createResource, createSignal, For, Show } from "solid-js";
import type { NamedPlace, PupilTraces } from "../../schemas/erasure.ts";
import type { Pupil } from "../../schemas/people.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Refused } from "../ui/Message.tsx";
import { Switch } from "../ui/Switch.tsx";
import { useToasts } from "../ui/Toasts.tsx";

/** Erasing cannot be undone: it is told what goes, and the first name is typed again. */
export function RemovePupil(props: { pupil: Pupil; onKeep: () => void; onRemoved: () => void }) {
  const { t, language } = useI18n();
  const say = useToasts();
  const [traces, { refetch }] = createResource(() => props.pupil.id, api.pupils.readTraces);
  const [typed, setTyped] = createSignal("");
  const [isEverywhere, setEverywhere] = createSignal(false);
  const isSure = () => typed().trim().localeCompare(props.pupil.firstName, language(), { sensitivity: "base" }) === 0;
  const removing = createAttempt(async () => {
    const later = await api.pupils.remove(props.pupil.id, isEverywhere() ? "everywhere" : undefined);
    const { firstName: name } = props.pupil;
    say(later === null ? t("classroom.removed", { name }) : t("classroom.removedLater", { name }));
    props.onRemoved();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isSure()) void removing.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <h3>{t("classroom.removeTitle", { name: props.pupil.firstName })}</h3>
      <Loaded from={traces} onRetry={() => void refetch()} lines={3} title={t("classroom.removeText")}>
        {(found) => (
          <>
            <Traces traces={found()} />
            <Show when={found().places.length > 0}>
              <Places places={found().places} isTaken={isEverywhere()} onTake={setEverywhere} />
            </Show>
          </>
        )}
      </Loaded>
      <p>{t("classroom.removeForGood")}</p>
      <TextField
        label={t("classroom.removeType", { name: props.pupil.firstName.toLocaleUpperCase(language()) })}
        autocomplete="off"
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <Show when={removing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button onClick={() => props.onKeep()}>{t("frame.keep")}</Button>
        <Button
          look="danger solid"
          type="submit"
          class="push"
          disabled={!isSure() || traces.state !== "ready"}
          isBusy={removing.isBusy()}
        >
          {t("classroom.removeGo")}
        </Button>
      </div>
    </form>
  );
}

function Traces(props: { traces: PupilTraces }) {
  const { t, count } = useI18n();
  const lines = () => {
    const { answers, recordings, remade, removed } = props.traces;
    const counted = [
      ["removeAnswers", answers],
      ["removeTracks", recordings],
      ["removeRemade", remade],
      ["removeEpisodes", removed],
    ] as const;
    return counted.flatMap(([key, number]) => (number > 0 ? [count(`classroom.${key}`, number)] : []));
  };
  return (
    <div>
      <p>{t("classroom.removeText")}</p>
      <ul class="traces">
        <li>{t("classroom.removeName")}</li>
        <For each={lines()}>{(line) => <li>{line}</li>}</For>
      </ul>
    </div>
  );
}

const placeWords = {
  show: "classroom.placeInShow",
  rundown: "classroom.placeInRundown",
  episode: "classroom.placeInEpisode",
  cart: "classroom.placeInCart",
  exercise: "classroom.placeInExercise",
  rubric: "classroom.placeInRubric",
  anchor: "classroom.placeInAnchor",
  take: "classroom.placeInTake",
} as const;

/** Where the class's texts name a pupil who does not speak there: a homonym perhaps, so the teacher decides. */
function Places(props: { places: readonly NamedPlace[]; isTaken: boolean; onTake: (isTaken: boolean) => void }) {
  const { t } = useI18n();
  return (
    <div class="stack">
      <p>{t("classroom.removePlaces")}</p>
      <ul class="traces places" tabIndex={0} aria-label={t("classroom.removePlaces")}>
        <For each={props.places}>
          {({ kind, title, passage }) => (
            <li>
              {t(placeWords[kind], { title })}
              <Show when={passage !== title}>
                <br />
                <span class="quiet">{passage}</span>
              </Show>
            </li>
          )}
        </For>
      </ul>
      <Switch isOn={props.isTaken} onChange={props.onTake} hint={t("classroom.removePlacesHint")}>
        {t("classroom.removePlacesToo")}
      </Switch>
    </div>
  );
}
