import { createEffect, createSignal, For, on, Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import type { Show as Programme } from "../../schemas/shows.ts";
import { api } from "../api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Field, TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { fromLocalField, toLocalField } from "./local-time.ts";

type ShowDialogProps = {
  isOpen: boolean;
  /** The show to change; without it a new one is prepared. */
  show?: Programme;
  channels: readonly Channel[];
  onClose: () => void;
  onSaved: (show: Programme) => void;
  onRemove?: () => void;
};

/** A title and, if one likes, a day and an hour. */
export function ShowDialog(props: ShowDialogProps) {
  const { t } = useI18n();
  return (
    <Dialog
      isOpen={props.isOpen}
      title={props.show === undefined ? t("library.newShow") : t("library.changeShow")}
      onClose={() => props.onClose()}
    >
      <ShowForm {...props} />
    </Dialog>
  );
}

function ShowForm(props: ShowDialogProps) {
  const { t } = useI18n();
  const [title, setTitle] = createSignal("");
  const [when, setWhen] = createSignal("");
  const [channelId, setChannelId] = createSignal<string>();
  createEffect(
    on(
      () => props.isOpen,
      () => {
        setTitle(props.show?.title ?? "");
        setWhen(toLocalField(props.show?.scheduledAt ?? null));
      },
    ),
  );
  const channel = () => props.channels.find(({ id }) => id === channelId()) ?? props.channels[0];
  const saving = createAttempt(async () => {
    const asked = { title: title(), scheduledAt: fromLocalField(when()) };
    const chosen = channel();
    if (chosen === undefined) return;
    const saved = await (props.show === undefined
      ? api.channels.addShow(chosen.id, asked)
      : api.shows.change(props.show.id, asked));
    props.onClose();
    props.onSaved(saved);
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.attempt();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <TextField
        label={t("library.showTitle")}
        placeholder={t("library.showTitleExample")}
        required
        maxlength={120}
        value={title()}
        onInput={(event) => setTitle(event.currentTarget.value)}
      />
      <TextField
        label={t("library.showWhen")}
        hint={t("library.showWhenHint")}
        type="datetime-local"
        value={when()}
        onInput={(event) => setWhen(event.currentTarget.value)}
      />
      <Show when={props.channels.length > 1}>
        <Field label={t("library.showChannel")}>
          {(ids) => (
            <select {...ids} class="input" onChange={(event) => setChannelId(event.currentTarget.value)}>
              <For each={props.channels}>{(each) => <option value={each.id}>{each.title}</option>}</For>
            </select>
          )}
        </Field>
      </Show>
      <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Show when={props.onRemove}>
          {(remove) => (
            <Button look="danger" icon="bin" onClick={() => remove()()}>
              {t("library.removeShow")}
            </Button>
          )}
        </Show>
        <Button look="primary" type="submit" class="push" isBusy={saving.isBusy()}>
          {props.show === undefined ? t("library.showGo") : t("frame.save")}
        </Button>
      </div>
    </form>
  );
}
