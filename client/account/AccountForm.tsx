import { Show, type JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";

type AccountFormProps = { id: string; title: string; onSave: () => Promise<unknown>; children: JSX.Element };

/** A part of the account with a key of its own, which says that it was kept or why not. */
export function AccountForm(props: AccountFormProps) {
  const { t } = useI18n();
  const say = useToasts();
  const saving = createAttempt(async () => {
    await props.onSave();
    say(t("frame.saved"));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.attempt();
  };
  return (
    <section class="panel" aria-labelledby={props.id}>
      <div class="panel-head">
        <h2 id={props.id}>{props.title}</h2>
      </div>
      <form class="panel-body stack" onSubmit={submit}>
        {props.children}
        <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <div class="form-end">
          <Button type="submit" isBusy={saving.isBusy()}>
            {t("frame.save")}
          </Button>
        </div>
      </form>
    </section>
  );
}
