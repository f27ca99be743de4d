import { createSignal, Show } from "solid-js";
import { leastQuotaBytes, type SchoolRoom } from "../../schemas/school-room.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";

const gigabyte = 1e9;

/** How much room a school or a class may take, in gigabytes; empty for no limit of its own. */
export function QuotaForm(props: {
  room: Pick<SchoolRoom, "quotaBytes">;
  hint: string;
  onChoose: (quotaBytes: number | null) => Promise<unknown>;
}) {
  const { t } = useI18n();
  const say = useToasts();
  const kept = () => (props.room.quotaBytes === null ? "" : String(props.room.quotaBytes / gigabyte));
  const [typed, setTyped] = createSignal<string>();
  const value = () => typed() ?? kept();
  const bytes = () => (value().trim() === "" ? null : Math.round(Number(value().replace(",", ".")) * gigabyte));
  const isFine = () => {
    const chosen = bytes();
    return chosen === null || (chosen >= leastQuotaBytes && chosen <= 1e15);
  };
  const saving = createAttempt(async () => {
    await props.onChoose(bytes());
    setTyped(undefined);
    say(t("frame.saved"));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isFine()) void saving.attempt();
  };
  return (
    <form class="panel-body stack" onSubmit={submit}>
      <TextField
        label={t("school.quota")}
        hint={props.hint}
        error={isFine() ? undefined : t("school.quotaBad")}
        inputmode="decimal"
        value={value()}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button look="primary" type="submit" class="push" isBusy={saving.isBusy()}>
          {t("frame.save")}
        </Button>
      </div>
    </form>
  );
}
