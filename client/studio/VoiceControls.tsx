import { For, Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Switch } from "../ui/Switch.tsx";
import type { OwnVoice } from "./create-own-voice.ts";

/** Which microphone, and what the browser does to the voice. */
export function VoiceControls(props: { voice: OwnVoice }) {
  const { t } = useI18n();
  return (
    <div class="stack voice-controls">
      <Show when={props.voice.choices().length > 0}>
        <label class="field">
          <span class="legend">{t("studio.chooseMicrophone")}</span>
          <select
            class="input"
            onChange={(event) => {
              props.voice.chooseDevice(event.currentTarget.value);
            }}
          >
            <For each={props.voice.choices()}>
              {(choice) => (
                <option value={choice.deviceId} selected={choice.deviceId === props.voice.deviceId()}>
                  {choice.label}
                </option>
              )}
            </For>
          </select>
        </label>
      </Show>
      <Switch
        isOn={props.voice.processing().echoCancellation}
        hint={t("studio.echoHint")}
        onChange={(echoCancellation) => {
          props.voice.process({ echoCancellation });
        }}
      >
        {t("studio.echo")}
      </Switch>
      <Switch
        isOn={props.voice.processing().noiseSuppression}
        hint={t("studio.noiseHint")}
        onChange={(noiseSuppression) => {
          props.voice.process({ noiseSuppression });
        }}
      >
        {t("studio.noise")}
      </Switch>
      <Switch
        isOn={props.voice.processing().autoGainControl}
        hint={t("studio.autoGainHint")}
        onChange={(autoGainControl) => {
          props.voice.process({ autoGainControl });
        }}
      >
        {t("studio.autoGain")}
      </Switch>
    </div>
  );
}

/** Whether the person wears headphones: only then may the desk speak to them while they are on air. */
export function HeadphonesSwitch(props: { voice: OwnVoice }) {
  const { t } = useI18n();
  return (
    <Switch
      isOn={props.voice.hasHeadphones()}
      hint={t("floor.headphonesHint")}
      onChange={(hasHeadphones) => {
        props.voice.wearHeadphones(hasHeadphones);
      }}
    >
      {t("floor.headphones")}
    </Switch>
  );
}
