import { createSignal, Show } from "solid-js";
import type { Pupil } from "../../schemas/people.ts";
import { api } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";

/** Removing cannot be undone, so the first name is typed again. */
export function RemovePupil(props: { pupil: Pupil; onKeep: () => void; onRemoved: () => void }) {
  const { t, language } = useI18n();
  const say = useToasts();
  const [typed, setTyped] = createSignal("");
  const isSure = () => typed().trim().localeCompare(props.pupil.firstName, language(), { sensitivity: "base" }) === 0;
  const removing = createAttempt(async () => {
    await api.pupils.remove(props.pupil.id);
    say(t("classroom.removed", { name: props.pupil.firstName }));
    props.onRemoved();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isSure()) void removing.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <h3>{t("classroom.removeTitle", { name: props.pupil.firstName })}</h3>
      <p>{t("classroom.removeText")}</p>
      <TextField
        label={t("classroom.removeType", { name: props.pupil.firstName.toLocaleUpperCase(language()) })}
        autocomplete="off"
        value={typed()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <Show when={removing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button onClick={() => props.onKeep()}>{t("frame.keep")}</Button>
        <Button look="danger solid" type="submit" class="push" disabled={!isSure()} isBusy={removing.isBusy()}>
          {t("classroom.removeGo")}
        </Button>
      </div>
    </form>
  );
}
