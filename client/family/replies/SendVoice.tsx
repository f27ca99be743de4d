import { createSignal, Show } from "solid-js";
import type { ShowId } from "../../../schemas/ids.ts";
import { longestReplySeconds } from "../../../schemas/replies.ts";
import { api } from "../../api/api.ts";
import { createRecording } from "../../audio/create-recording.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { createSending } from "../../ui/create-sending.ts";
import { FileKey } from "../../ui/FileKey.tsx";
import { Refused } from "../../ui/Message.tsx";
import { Progress } from "../../ui/Work.tsx";
import { PlayBack } from "./PlayBack.tsx";
import { RecordVoice } from "./RecordVoice.tsx";

/** A voice of a minute at most: recorded here, or a sound of the device; heard again before it is sent. */
export function SendVoice(props: { showId: ShowId; onSent: () => void }) {
  const { t, formats } = useI18n();
  const recording = createRecording(longestReplySeconds);
  const [file, setFile] = createSignal<File>();
  const sound = () => file() ?? recording.sound();
  const sending = createSending(async (voice: Blob, options) => {
    const form = new FormData();
    form.append("file", voice, "message");
    await api.ownReplies.leave(props.showId, form, options);
    if (!options.signal.aborted) props.onSent();
  });
  const again = () => {
    setFile(undefined);
    recording.forget();
  };
  return (
    <div class="stack">
      <Show
        when={sound()}
        keyed
        fallback={
          <>
            <RecordVoice recording={recording} />
            <Show when={recording.state() === "idle" || recording.state() === "faulty"}>
              <div class="reply-file">
                <FileKey accept="audio/*" onFile={setFile}>
                  {t("reply.chooseFile")}
                </FileKey>
                <span class="small quiet">{t("reply.fileHint")}</span>
              </div>
            </Show>
          </>
        }
      >
        {(voice) => (
          <>
            <PlayBack sound={voice} />
            <Show when={sending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
            <Show when={sending.share()}>
              {(share) => (
                <Progress share={share()} label={t("reply.sending", { percent: formats().percent(share()) })} />
              )}
            </Show>
            <div class="reply-keys">
              <Button icon="undo" onClick={again} disabled={sending.share() !== undefined}>
                {t("reply.again")}
              </Button>
              <Button
                look="primary"
                size="tall"
                isBusy={sending.share() !== undefined}
                onClick={() => void sending.send(voice)}
              >
                {t("reply.send")}
              </Button>
            </div>
          </>
        )}
      </Show>
    </div>
  );
}
