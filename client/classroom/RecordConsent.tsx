import { createResource, createSignal, For, Show, untrack } from "solid-js";
import { dayInParis, type ConsentScope, type NewVoiceConsent } from "../../schemas/consent.ts";
import type { Pupil } from "../../schemas/people.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConsentRings } from "../ui/ConsentRings.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/Field.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { ConsentHistory } from "./ConsentHistory.tsx";
import { scopes } from "./consent-words.ts";

type RecordConsentProps = {
  pupil: Pupil | undefined;
  /** The last day of an answer that names none. */
  endsOn: string;
  /** Those of whom nobody has said anything yet: the same answer may be theirs. */
  unanswered: readonly Pupil[];
  onClose: () => void;
  onRecorded: () => void;
};

/** Writes down what a family answered on paper, for one pupil or for several with the same answer. */
export function RecordConsent(props: RecordConsentProps) {
  const { t } = useI18n();
  return (
    <Dialog
      isOpen={props.pupil !== undefined}
      title={t("consent.recordTitle", { name: props.pupil?.firstName ?? "" })}
      onClose={() => props.onClose()}
    >
      <Show when={props.pupil} keyed>
        {(pupil) => <Answer {...props} pupil={pupil} />}
      </Show>
    </Dialog>
  );
}

function Answer(props: RecordConsentProps & { pupil: Pupil }) {
  const { t } = useI18n();
  const say = useToasts();
  const today = dayInParis(Date.now());
  // What the family said before, and which episodes another answer would touch.
  const [known, { refetch }] = createResource(
    () => props.pupil.id,
    async (id) => {
      const [answers, episodes] = await Promise.all([api.pupils.readConsents(id), api.pupils.listEpisodes(id)]);
      return { answers, episodes };
    },
  );
  const [scope, setScope] = createSignal<ConsentScope>();
  const [isNamed, setNamed] = createSignal(false);
  const [paper, setPaper] = createSignal({
    givenBy: t("consent.guardian"),
    givenOn: today,
    endsOn: untrack(() => props.endsOn),
  });
  const [also, setAlso] = createSignal<readonly Pupil["id"][]>([]);
  const others = () => props.unanswered.filter(({ id }) => id !== props.pupil.id);
  const recording = createAttempt(async (consent: NewVoiceConsent) => {
    try {
      for (const id of [props.pupil.id, ...also()]) await api.pupils.addConsent(id, consent);
    } finally {
      props.onRecorded();
    }
    say(t("consent.recorded"));
    props.onClose();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = scope();
    if (chosen !== undefined)
      void recording.attempt({ scope: chosen, isNamed: chosen !== "none" && isNamed(), ...paper() });
  };
  return (
    <form class="stack" onSubmit={submit}>
      <ScopeChoice scope={scope()} onChoose={setScope} />
      <Show when={scope() !== undefined && scope() !== "none"}>
        <label class="check">
          <input type="checkbox" checked={isNamed()} onChange={(event) => setNamed(event.currentTarget.checked)} />
          <span>
            {t("consent.named")}
            <small class="hint">{t("consent.namedMeans")}</small>
          </span>
        </label>
      </Show>
      <TextField
        label={t("consent.givenBy")}
        hint={t("consent.givenByHint")}
        required
        maxlength={80}
        value={paper().givenBy}
        onInput={(event) => setPaper({ ...paper(), givenBy: event.currentTarget.value })}
      />
      <div class="row wrap">
        <TextField
          label={t("consent.givenOn")}
          type="date"
          required
          max={today}
          value={paper().givenOn}
          onInput={(event) => setPaper({ ...paper(), givenOn: event.currentTarget.value })}
        />
        <TextField
          label={t("consent.endsOn")}
          type="date"
          required
          min={paper().givenOn}
          value={paper().endsOn}
          onInput={(event) => setPaper({ ...paper(), endsOn: event.currentTarget.value })}
        />
      </div>
      <Show when={others().length > 0}>
        <AlsoFor pupils={others()} chosen={also()} onChoose={setAlso} />
      </Show>
      <Loaded from={known} onRetry={() => void refetch()} lines={1}>
        {(found) => (
          <>
            <Show when={found().episodes.length > 0}>
              <section class="small">
                <p>{t("consent.touches")}</p>
                <ul class="history">
                  <For each={found().episodes}>
                    {({ title, state }) => (
                      <li>{state === "published" ? t("consent.touchesPublished", { title }) : title}</li>
                    )}
                  </For>
                </ul>
              </section>
            </Show>
            <Show when={found().answers.length > 0}>
              <ConsentHistory answers={found().answers} />
            </Show>
          </>
        )}
      </Loaded>
      <Show when={recording.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button look="primary" type="submit" class="push" isBusy={recording.isBusy()} disabled={scope() === undefined}>
          {t("consent.record")}
        </Button>
      </div>
    </form>
  );
}

function ScopeChoice(props: { scope: ConsentScope | undefined; onChoose: (scope: ConsentScope) => void }) {
  const { t } = useI18n();
  return (
    <fieldset class="stack tight">
      <legend class="legend">{t("consent.heardBy")}</legend>
      <For each={scopes}>
        {(scope) => (
          <label class="check">
            <input
              type="radio"
              name="scope"
              required
              checked={props.scope === scope}
              onChange={() => props.onChoose(scope)}
            />
            <span>
              <ConsentRings consent={{ scope, standing: "answered" }} />
              <small class="hint">{t(`consent.${scope}Means`)}</small>
            </span>
          </label>
        )}
      </For>
    </fieldset>
  );
}

function AlsoFor(props: {
  pupils: readonly Pupil[];
  chosen: readonly Pupil["id"][];
  onChoose: (chosen: readonly Pupil["id"][]) => void;
}) {
  const { t } = useI18n();
  const toggle = (id: Pupil["id"], isChosen: boolean) =>
    props.onChoose(isChosen ? [...props.chosen, id] : props.chosen.filter((each) => each !== id));
  return (
    <details>
      <summary>{t("consent.alsoFor")}</summary>
      <div class="also">
        <For each={props.pupils}>
          {({ id, firstName }) => (
            <label class="check">
              <input
                type="checkbox"
                checked={props.chosen.includes(id)}
                onChange={(event) => toggle(id, event.currentTarget.checked)}
              />
              <span>{firstName}</span>
            </label>
          )}
        </For>
      </div>
    </details>
  );
}
