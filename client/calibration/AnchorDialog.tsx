import { createSignal, For, Show } from "solid-js";
import { createStore } from "solid-js/store";
import type { Anchor, AnchorVoice } from "../../schemas/anchors.ts";
import { Grade, longestTakeSeconds } from "../../schemas/exercises.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { createOwnSound } from "../recorder/create-own-sound.ts";
import { SoundField } from "../recorder/SoundField.tsx";
import { Button } from "../ui/Button.tsx";
import { Choice } from "../ui/Choice.tsx";
import { createSending } from "../ui/create-sending.ts";
import { Dialog } from "../ui/Dialog.tsx";
import { Field, TextField } from "../ui/Field.tsx";
import { Refused } from "../ui/Message.tsx";
import { Work } from "../ui/Work.tsx";
import { createRubricChoices, libraryChoices, type RubricChoice } from "./create-rubric-choices.ts";
import { CriteriaChoice } from "./CriteriaChoice.tsx";
import { RubricField } from "./RubricField.tsx";

type DialogProps = { onClose: () => void; onBrought: (anchor: Anchor) => void };
type Draft = { title: string; grade: Grade; voice: AnchorVoice; agreed: (number | undefined)[] };

/** Brings a recording: its sound, whose voice it is, the rubric that it is judged by, and the levels agreed on. */
export function AnchorDialog(props: DialogProps) {
  const { t } = useI18n();
  const usual: Draft = { title: "", grade: "ce2", voice: "adult", agreed: [] };
  const [draft, setDraft] = createStore(usual);
  const own = createOwnSound(longestTakeSeconds);
  const [isNoTake, setNoTake] = createSignal(false);
  const choices = createRubricChoices();
  const [rubric, setRubric] = createSignal<RubricChoice>(libraryChoices[0]!);
  const criteria = () => rubric().criteria;
  const agreed = () => criteria().map((_, index) => draft.agreed[index] ?? 0);
  const isWhole = () => draft.title.trim() !== "" && own.sound() !== undefined && isNoTake() && !agreed().includes(0);
  const sending = createSending(async (sound: Blob, options) => {
    const { title, grade, voice } = draft;
    const settings = { title, grade, voice, ...rubric(), agreed: agreed() };
    props.onBrought(await api.anchors.bring(settings, sound, options));
    props.onClose();
  });
  const send = () => {
    const sound = own.sound();
    if (sound !== undefined) void sending.send(sound);
  };
  return (
    <Dialog
      isOpen
      title={t("calibration.bring")}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t("calibration.cancel")}</Button>
          <Button look="primary" disabled={!isWhole()} isBusy={sending.share() !== undefined} onClick={send}>
            {t("calibration.save")}
          </Button>
        </>
      }
    >
      <div class="stack anchor-form">
        <TextField
          label={t("calibration.title_field")}
          value={draft.title}
          required
          maxLength={120}
          onInput={(event) => setDraft("title", event.currentTarget.value)}
        />
        <SoundField own={own} label={t("calibration.sound")} hint={t("calibration.soundHint")} />
        <Choice
          label={t("calibration.voice")}
          chosen={draft.voice}
          choices={{ adult: t("calibration.voice_adult"), made: t("calibration.voice_made") }}
          onChoose={(voice) => setDraft("voice", voice)}
        />
        <label class="check">
          <input type="checkbox" checked={isNoTake()} onChange={(event) => setNoTake(event.currentTarget.checked)} />
          {t("calibration.voiceCheck")}
        </label>
        <Field label={t("calibration.grade")}>
          {(ids) => (
            <select
              {...ids}
              class="input"
              value={draft.grade}
              onChange={(event) => setDraft("grade", Grade.parse(event.currentTarget.value))}
            >
              <For each={Grade.options}>
                {(grade) => <option value={grade}>{t(`exercises.grade_${grade}`)}</option>}
              </For>
            </select>
          )}
        </Field>
        <RubricField
          choices={choices}
          onRubric={(chosen) => {
            setRubric(chosen);
            setDraft("agreed", []);
          }}
        />
        <h3>{t("calibration.agreed")}</h3>
        <CriteriaChoice
          name="agreed"
          criteria={criteria()}
          levels={draft.agreed}
          onChoose={(index, level) => setDraft("agreed", index, level)}
        />
        <Show when={sending.share()}>
          {(share) => (
            <Work share={share()} onStop={sending.stop}>
              {t("calibration.sending")}
            </Work>
          )}
        </Show>
        <Show when={sending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      </div>
    </Dialog>
  );
}
