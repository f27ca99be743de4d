import { Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { FileKey } from "../ui/FileKey.tsx";
import type { OwnSound } from "./create-own-sound.ts";
import { RecordVoice } from "./RecordVoice.tsx";
import "./recorder.css";

/** How a sound comes to be: recorded here, or chosen among the device's own. */
export function SoundChoice(props: { own: OwnSound; fileHint?: string; isSmall?: boolean }) {
  const { t } = useI18n();
  const isAsked = () => ["idle", "faulty"].includes(props.own.recording.state());
  return (
    <>
      <RecordVoice
        recording={props.own.recording}
        mostSeconds={props.own.mostSeconds}
        isSmall={props.isSmall === true}
      />
      <Show when={isAsked()}>
        <div class="own-file">
          <FileKey accept="audio/*" onFile={(file) => props.own.choose(file)}>
            {t("recorder.chooseFile")}
          </FileKey>
          <Show when={props.fileHint}>{(hint) => <span class="small quiet">{hint()}</span>}</Show>
        </div>
      </Show>
    </>
  );
}
