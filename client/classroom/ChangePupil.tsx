import { createEffect, createSignal, Show, untrack } from "solid-js";
import type { Pupil } from "../../schemas/people.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { AvatarPicker } from "../ui/AvatarPicker.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { faultOf, type NameFault } from "../ui/pupil-names.ts";
import { PictureKeys } from "./PictureKeys.tsx";
import { RemovePupil } from "./RemovePupil.tsx";

type ChangePupilProps = {
  pupil: Pupil | undefined;
  others: readonly Pupil[];
  onClose: () => void;
  onChanged: () => void;
};

/** Changes a pupil's first name, bird or colour, or begins to remove them. */
export function ChangePupil(props: ChangePupilProps) {
  const { t } = useI18n();
  return (
    <Dialog
      isOpen={props.pupil !== undefined}
      title={t("classroom.changeTitle", { name: props.pupil?.firstName ?? "" })}
      onClose={() => props.onClose()}
    >
      <Show when={props.pupil} keyed>
        {(pupil) => <ChangeForm {...props} pupil={pupil} />}
      </Show>
    </Dialog>
  );
}

function ChangeForm(props: ChangePupilProps & { pupil: Pupil }) {
  const { t } = useI18n();
  const say = useToasts();
  const [change, setChange] = createSignal<Pick<Pupil, "firstName" | "bird" | "colour">>(untrack(() => props.pupil));
  const [fault, setFault] = createSignal<NameFault>();
  const [isRemoving, setRemoving] = createSignal(false);
  const saving = createAttempt(async () => {
    const { firstName, bird, colour } = change();
    await api.pupils.change(props.pupil.id, { firstName: firstName.trim(), bird, colour });
    say(t("frame.saved"));
    props.onChanged();
    props.onClose();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const names = props.others.filter(({ id }) => id !== props.pupil.id).map(({ firstName }) => firstName);
    setFault(faultOf(change().firstName, names));
    if (fault() === undefined) void saving.attempt();
  };
  createEffect(() => change().firstName && setFault(undefined));
  return (
    <Show
      when={!isRemoving()}
      fallback={
        <RemovePupil pupil={props.pupil} onKeep={() => setRemoving(false)} onRemoved={() => props.onChanged()} />
      }
    >
      <form class="stack" onSubmit={submit}>
        <TextField
          label={t("classroom.firstName")}
          hint={t("classroom.firstNameHint")}
          error={fault() && t(`classroom.${fault()!}`, { name: change().firstName })}
          autocomplete="off"
          value={change().firstName}
          onInput={(event) => setChange({ ...change(), firstName: event.currentTarget.value })}
        />
        <AvatarPicker
          bird={change().bird}
          colour={change().colour}
          onBird={(bird) => setChange({ ...change(), bird })}
          onColour={(colour) => setChange({ ...change(), colour })}
        />
        <PictureKeys pupil={props.pupil} />
        <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <a class="btn bare" href={api.pupils.exportUrl(props.pupil.id)} download="">
          {t("classroom.exported")}
        </a>
        <div class="form-end">
          <Button look="danger" icon="bin" onClick={() => setRemoving(true)}>
            {t("classroom.remove")}
          </Button>
          <Button look="primary" type="submit" class="push" isBusy={saving.isBusy()}>
            {t("frame.save")}
          </Button>
        </div>
      </form>
    </Show>
  );
}
