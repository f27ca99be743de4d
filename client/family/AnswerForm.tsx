import { createSignal, For, Show } from "solid-js";
import type { ConsentScope } from "../../schemas/consent.ts";
import type { PupilId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConsentRings } from "../ui/ConsentRings.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { PinField } from "./PinField.tsx";

const choices = [
  ["none", "family.choiceNone"],
  ["class", "family.choiceClass"],
  ["family", "family.choiceFamily"],
  ["public", "family.choicePublic"],
] as const satisfies readonly (readonly [ConsentScope, string])[];

/** A family's own answer about a child's voice; the name and the PIN stand for the signature. */
export function AnswerForm(props: { pupilId: PupilId; onAnswered: () => void }) {
  const { t } = useI18n();
  const say = useToasts();
  const [scope, setScope] = createSignal<ConsentScope>();
  const [isNamed, setNamed] = createSignal(false);
  const [givenBy, setGivenBy] = createSignal("");
  const [pin, setPin] = createSignal("");
  const sending = createAttempt(async (chosen: ConsentScope) => {
    await api.familyVoices.answer(props.pupilId, {
      ...{ scope: chosen, isNamed: chosen !== "none" && isNamed() },
      ...{ givenBy: givenBy(), pin: pin() },
    });
    say(t("family.voiceSent"));
    props.onAnswered();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const chosen = scope();
    if (chosen !== undefined) void sending.attempt(chosen);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <p class="small quiet">{t("family.voiceWhy")}</p>
      <fieldset class="stack tight">
        <legend class="legend">{t("family.voiceQuestion")}</legend>
        <For each={choices}>
          {([choice, words]) => (
            <label class="check">
              <input
                type="radio"
                name="scope"
                required
                checked={scope() === choice}
                onChange={() => setScope(choice)}
              />
              <ConsentRings consent={{ scope: choice, standing: "answered" }} words={t(words)} />
            </label>
          )}
        </For>
      </fieldset>
      <Show when={scope() !== undefined && scope() !== "none"}>
        <label class="check">
          <input type="checkbox" checked={isNamed()} onChange={(event) => setNamed(event.currentTarget.checked)} />
          <span>
            {t("family.nameAllowed")}
            <small class="hint">{t("family.nameWhy")}</small>
          </span>
        </label>
      </Show>
      <TextField
        label={t("family.voiceBy")}
        hint={t("family.voiceByHint")}
        required
        maxlength={80}
        autocomplete="name"
        value={givenBy()}
        onInput={(event) => setGivenBy(event.currentTarget.value)}
      />
      <PinField label={t("family.pinTitle")} hint={t("family.pinHint")} value={pin()} onInput={setPin} />
      <Show when={sending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Button look="primary" size="tall" type="submit" isWide isBusy={sending.isBusy()}>
        {t("family.voiceSend")}
      </Button>
    </form>
  );
}
