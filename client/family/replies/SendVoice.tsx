import { createSignal, Show } from "solid-js";
import type { ShowId } from "../../../schemas/ids.ts";
import type { Visibility } from "../../../schemas/channels.ts";
import { reaches } from "../../../schemas/consent.ts";
import { longestReplySeconds, type ReplySpeaker } from "../../../schemas/replies.ts";
import { api } from "../../api/api.ts";
import { createRecording } from "../../audio/create-recording.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { createSending } from "../../ui/create-sending.ts";
import { Choice } from "../../ui/Choice.tsx";
import { FileKey } from "../../ui/FileKey.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Refused } from "../../ui/Message.tsx";
import { Progress } from "../../ui/Work.tsx";
import { PlayBack } from "./PlayBack.tsx";
import { RecordVoice } from "./RecordVoice.tsx";

/** A voice of a minute at most: recorded here, or a sound of the device; heard again before it is sent, with who speaks and who may hear it. */
export function SendVoice(props: { showId: ShowId; isPublic: boolean; onSent: () => void }) {
  const { t, formats } = useI18n();
  const recording = createRecording(longestReplySeconds);
  const [file, setFile] = createSignal<File>();
  const [speaker, setSpeaker] = createSignal<ReplySpeaker>();
  const [isMissing, setMissing] = createSignal(false);
  // Nobody's voice goes further than was said.
  const [scope, setScope] = createSignal<Visibility>("class");
  const sound = () => file() ?? recording.sound();
  const sending = createSending(async (voice: Blob, options) => {
    const form = new FormData();
    // The words first, so that the station knows them when the sound begins to come.
    form.append("speaker", speaker() ?? "child");
    form.append("scope", scope());
    form.append("file", voice, "message");
    await api.ownReplies.leave(props.showId, form, options);
    if (!options.signal.aborted) props.onSent();
  });
  const send = (voice: Blob) => {
    setMissing(speaker() === undefined);
    if (!isMissing()) void sending.send(voice);
  };
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
            <Choice
              label={t("reply.speaker")}
              chosen={speaker()}
              choices={{ adult: t("reply.adult"), child: t("reply.child") }}
              onChoose={(chosen) => {
                setSpeaker(chosen);
                setMissing(false);
              }}
            />
            <Show when={isMissing()}>
              <p class="field-error" role="alert">
                <Icon name="octagon" />
                <span>{t("reply.speakerMissing")}</span>
              </p>
            </Show>
            <Show when={speaker() === "child"}>
              <p class="small quiet">{t("reply.childHint")}</p>
            </Show>
            <Choice
              label={t("reply.reach")}
              chosen={scope()}
              choices={{
                class: t("reply.reach_class"),
                family: t("reply.reach_family"),
                public: t("reply.reach_public"),
              }}
              onChoose={setScope}
            />
            <Show when={!reaches(scope(), props.isPublic ? "public" : "family")}>
              <p class="small" role="status">
                {t("reply.reachHint")}
              </p>
            </Show>
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
              <Button look="primary" size="tall" isBusy={sending.share() !== undefined} onClick={() => send(voice)}>
                {t("reply.send")}
              </Button>
            </div>
          </>
        )}
      </Show>
    </div>
  );
}
