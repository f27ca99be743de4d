import { createResource, createSignal, Show } from "solid-js";
import type { ClassroomId, PupilId } from "../../schemas/ids.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createSending } from "../ui/create-sending.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Field } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { Work } from "../ui/Work.tsx";
import type { SoundRights } from "../../schemas/sound-rights.ts";
import { CartFields, ForPupilsSwitch, type CartWords } from "../carts/CartFields.tsx";
import { RightsFields } from "../carts/RightsFields.tsx";
import { ready } from "../ui/ready.ts";
import { CartVoices } from "./CartVoices.tsx";
import "../carts/carts.css";

type AddCartProps = { classroomId: ClassroomId; isOpen: boolean; onClose: () => void; onAdded: () => void };

const blank: CartWords = { title: "", kind: "jingle", colour: 1, mode: "oneShot", isForPupils: true };
const accepted = ".mp3,.wav,.ogg,.oga,.opus,.m4a,.flac,audio/*";

/** Sends a sound file with its name, use and colour; the file's own name is not kept. */
export function AddCart(props: AddCartProps) {
  const { t } = useI18n();
  return (
    <Dialog isOpen={props.isOpen} title={t("library.cartAdd")} onClose={() => props.onClose()}>
      <AddCartForm {...props} />
    </Dialog>
  );
}

function AddCartForm(props: AddCartProps) {
  const { t, formats } = useI18n();
  const [words, setWords] = createSignal(blank);
  const [file, setFile] = createSignal<File>();
  const [isMissing, setMissing] = createSignal(false);
  const [rights, setRights] = createSignal<SoundRights>();
  const [areRightsMissing, setRightsMissing] = createSignal(false);
  const isOwn = () => rights()?.origin === "own";
  const [speakers, setSpeakers] = createSignal<readonly PupilId[]>();
  const [areVoicesMissing, setVoicesMissing] = createSignal(false);
  const [classroom] = createResource(
    () => props.classroomId,
    (id) => api.classrooms.read(id),
  );
  const sending = createSending(async (sound: File, options) => {
    const form = new FormData();
    // The words first, so that the server knows them when the sound begins to come.
    for (const [name, value] of Object.entries(words())) form.append(name, String(value));
    form.append("rights", JSON.stringify(rights()));
    if (isOwn()) form.append("speakers", (speakers() ?? []).join());
    form.append("file", sound);
    try {
      await api.carts.add(props.classroomId, form, options);
      props.onClose();
    } finally {
      // Also one that is stopped may have come: the list tells.
      props.onAdded();
    }
  });
  const choose = (event: { currentTarget: HTMLInputElement }) => {
    const chosen = event.currentTarget.files?.[0];
    setFile(chosen);
    setMissing(false);
    if (words().title === "" && chosen !== undefined) setWords({ ...words(), title: titleOf(chosen.name) });
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const sound = file();
    setMissing(sound === undefined);
    setRightsMissing(rights() === undefined);
    setVoicesMissing(isOwn() && speakers() === undefined);
    if (sound !== undefined && rights() !== undefined && !areVoicesMissing()) void sending.send(sound);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <Field
        label={t("library.cartFile")}
        hint={t("library.cartsHint")}
        error={isMissing() ? t("library.cartFileMissing") : undefined}
      >
        {(ids) => <input {...ids} class="input" type="file" accept={accepted} onChange={choose} />}
      </Field>
      <CartFields words={words()} onChange={(part) => setWords({ ...words(), ...part })}>
        <ForPupilsSwitch words={words()} onChange={(part) => setWords({ ...words(), ...part })} />
        <RightsFields
          rights={rights()}
          onRights={(told) => {
            setRights(told);
            setRightsMissing(false);
          }}
        />
        <Missing isMissing={areRightsMissing()}>{t("carts.rightsMissing")}</Missing>
        <Show when={isOwn()}>
          <CartVoices
            pupils={ready(classroom)?.pupils ?? []}
            speakers={speakers()}
            onSpeakers={(chosen) => {
              setSpeakers(chosen);
              setVoicesMissing(false);
            }}
          />
          <Missing isMissing={areVoicesMissing()}>{t("carts.voicesMissing")}</Missing>
        </Show>
      </CartFields>
      <Show when={sending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <Show when={sending.share() !== undefined}>
        <Work share={sending.share() ?? 0} onStop={() => sending.stop()}>
          {t("library.sending", { percent: formats().percent(sending.share() ?? 0) })}
        </Work>
      </Show>
      <div class="form-end">
        <Button look="primary" type="submit" class="push" isBusy={sending.share() !== undefined}>
          {t("library.cartGo")}
        </Button>
      </div>
    </form>
  );
}

function Missing(props: { isMissing: boolean; children: string }) {
  return (
    <Show when={props.isMissing}>
      <p class="field-error" role="alert">
        <Icon name="octagon" />
        <span>{props.children}</span>
      </p>
    </Show>
  );
}

/** A first proposal for the title: the file's name without its ending. */
const titleOf = (fileName: string) =>
  fileName
    .replace(/\.[^.]+$/, "")
    .replace(/[_-]+/g, " ")
    .slice(0, 120);
