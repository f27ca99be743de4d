import { createEffect, createSignal, For, on, Show } from "solid-js";
import type { ClassroomId } from "../../schemas/ids.ts";
import type { Pupil } from "../../schemas/people.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { TextArea, TextField } from "../ui/Field.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { nextAvatar } from "../../schemas/next-avatar.ts";
import { faultOf, sortNames, type NameFault } from "../ui/pupil-names.ts";

type AddPupilsProps = {
  classroomId: ClassroomId;
  pupils: readonly Pupil[];
  isOpen: boolean;
  onClose: () => void;
  onAdded: () => void;
};

type Refusal = { name: string; fault: NameFault };

/** Adds one first name, or a pasted list; each gets the bird and colour that are rarest. Surnames are refused with the reason. */
export function AddPupils(props: AddPupilsProps) {
  const { t, count } = useI18n();
  const say = useToasts();
  const [way, setWay] = createSignal<"one" | "several">("one");
  const [typed, setTyped] = createSignal("");
  const [refused, setRefused] = createSignal<readonly Refusal[]>([]);
  createEffect(
    on(
      () => [props.isOpen, way()],
      () => (setTyped(""), setRefused([])),
    ),
  );
  const others = () => props.pupils.map(({ firstName }) => firstName);
  const sorted = () => {
    if (way() === "several") return sortNames(typed(), others());
    const fault = faultOf(typed(), others());
    return fault === undefined
      ? { kept: [typed().trim()], refused: [] }
      : { kept: [], refused: [{ name: typed().trim(), fault }] };
  };
  const adding = createAttempt(async () => {
    const { kept, refused: left } = sorted();
    const taken = [...props.pupils];
    try {
      for (const firstName of kept) {
        taken.push(await api.classrooms.addPupil(props.classroomId, { firstName, ...nextAvatar(taken) }));
      }
    } finally {
      if (taken.length > props.pupils.length) props.onAdded();
    }
    if (kept.length > 0) say(count("classroom.added", kept.length));
    setTyped(left.map(({ name }) => name).join("\n"));
    setRefused(left);
    if (left.length === 0) props.onClose();
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void adding.attempt();
  };
  return (
    <Dialog isOpen={props.isOpen} title={t("classroom.addTitle")} onClose={() => props.onClose()}>
      <form class="stack" onSubmit={submit}>
        <Choice
          label={<span class="sr-only">{t("classroom.addTitle")}</span>}
          chosen={way()}
          choices={{ one: t("classroom.add"), several: t("classroom.addSeveral") }}
          onChoose={(chosen) => setWay(chosen)}
        />
        <Show when={way() === "one"} fallback={<Several typed={typed()} onTyped={setTyped} refused={refused()} />}>
          <TextField
            label={t("classroom.firstName")}
            hint={t("classroom.firstNameHint")}
            error={refused()[0] && t(`classroom.${refused()[0]!.fault}`, { name: refused()[0]!.name })}
            autocomplete="off"
            value={typed()}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </Show>
        <Show when={adding.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
        <div class="form-end">
          <Button look="primary" type="submit" class="push" isBusy={adding.isBusy()}>
            {t("classroom.addGo")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function Several(props: { typed: string; onTyped: (typed: string) => void; refused: readonly Refusal[] }) {
  const { t } = useI18n();
  return (
    <>
      <Show when={props.refused.length > 0}>
        <Message look="warning" title={t("classroom.severalRefused")}>
          {t("classroom.severalRefusedHint")}
          <ul class="small">
            <For each={props.refused}>{({ name, fault }) => <li>{t(`classroom.${fault}`, { name })}</li>}</For>
          </ul>
        </Message>
      </Show>
      <TextArea
        label={t("classroom.several")}
        hint={t("classroom.severalHint")}
        rows={8}
        value={props.typed}
        onInput={(event) => props.onTyped(event.currentTarget.value)}
      />
    </>
  );
}
