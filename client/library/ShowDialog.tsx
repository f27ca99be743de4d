import { createSignal, For, Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import type { ChannelId } from "../../schemas/ids.ts";
import type { Show as Programme } from "../../schemas/shows.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { placeOf } from "../rundown/read-class.ts";
import { createTakenTemplates } from "../rundown/create-taken-templates.ts";
import { copyItems, itemsOfTemplate } from "../rundown/rundown-item.ts";
import { TemplateField, type ChosenTemplate } from "../rundown/TemplateField.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Field } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { Switch } from "../ui/Switch.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { createPlan } from "./create-plan.ts";
import { PlanFields } from "./PlanFields.tsx";

type ShowDialogProps = {
  isOpen: boolean;
  /** The show to change; without it a new one is prepared. */
  show?: Programme;
  /** How many later dates its weekly slot has. */
  followingCount?: number;
  channels: readonly Channel[];
  onClose: () => void;
  onSaved: (show: Programme) => void;
  onRemove?: () => void;
};

/** A title and, if one likes, a day and an hour, a length, and whether it comes back every week. */
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
  const { t, count } = useI18n();
  const sayToast = useToasts();
  const plan = createPlan(
    () => props.isOpen,
    () => props.show,
  );
  const [channelId, setChannelId] = createSignal<string>();
  const channel = () => props.channels.find(({ id }) => id === channelId()) ?? props.channels[0];
  const save = (id: ChannelId): Promise<Programme | undefined> => {
    const slot = plan.slot();
    const slotChange = plan.slotChange();
    if (props.show !== undefined && slotChange !== undefined)
      return api.shows.changeFollowing(props.show.id, slotChange);
    if (props.show !== undefined) return api.shows.change(props.show.id, plan.single());
    return slot === undefined
      ? api.channels.addShow(id, plan.single())
      : api.channels.addSlot(id, slot).then(([first]) => first);
  };
  const [template, setTemplate] = createSignal<ChosenTemplate>();
  const taken = createTakenTemplates(() => (props.isOpen && !props.show ? props.channels[0]?.classroomId : undefined));
  const saving = createAttempt(async () => {
    const chosen = channel();
    const saved = chosen && (await save(chosen.id));
    if (saved === undefined) return;
    const begun = template();
    // The show stands: a rundown that could not be kept can be chosen again on its own page.
    if (begun !== undefined) {
      const from =
        typeof begun === "string"
          ? { items: itemsOfTemplate(begun, t) }
          : { items: copyItems(begun.items), templateId: begun.id };
      await placeOf(saved.id)
        .save({ revision: 0, ...from })
        .catch(() => {
          sayToast(t("rundown.templateFailed"));
        });
    }
    props.onClose();
    props.onSaved(saved);
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!plan.isOver()) void saving.attempt();
  };
  const go = () => (plan.slot() === undefined ? t("library.showGo") : t("library.showGoWeekly"));
  return (
    <form class="stack" onSubmit={submit}>
      <PlanFields plan={plan} isNew={props.show === undefined} />
      <Show when={props.show !== undefined && (props.followingCount ?? 0) > 0}>
        <Switch isOn={plan.isForAll()} hint={t("library.slotChangeHint")} onChange={plan.setForAll}>
          {count("library.slotChange", props.followingCount ?? 0)}
        </Switch>
      </Show>
      <Show when={props.show === undefined}>
        <TemplateField taken={taken()} onTemplate={(chosen) => setTemplate(() => chosen)} />
      </Show>
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
          {props.show === undefined ? go() : t("frame.save")}
        </Button>
      </div>
    </form>
  );
}
