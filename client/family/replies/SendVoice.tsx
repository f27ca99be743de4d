import { createSignal, Show } from "solid-js";
import type { ShowId } from "../../../schemas/ids.ts";
import type { Visibility } from "../../../schemas/channels.ts";
import { reaches } from "../../../schemas/consent.ts";
import { longestReplySeconds, type ReplySpeaker } from "../../../schemas/replies.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { createOwnSound } from "../../recorder/create-own-sound.ts";
import { PlayBack } from "../../recorder/PlayBack.tsx";
import { SoundChoice } from "../../recorder/SoundChoice.tsx";
import { Button } from "../../ui/Button.tsx";
import { createSending } from "../../ui/create-sending.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Refused } from "../../ui/Message.tsx";
import { Progress } from "../../ui/Work.tsx";

/** A voice of a minute at most: recorded here, or a sound of the device; heard again before it is sent, with who speaks and who may hear it. */
export function SendVoice(props: { showId: ShowId; isPublic: boolean; onSent: () => void }) {
  const { t, formats } = useI18n();
  const own = createOwnSound(longestReplySeconds);
  const [speaker, setSpeaker] = createSignal<ReplySpeaker>();
  const [isMissing, setMissing] = createSignal(false);
  // Nobody's voice goes further than was said.
  const [scope, setScope] = createSignal<Visibility>("class");
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
  return (
    <div class="stack">
      <Show when={own.sound()} keyed fallback={<SoundChoice own={own} fileHint={t("reply.fileHint")} />}>
        {(voice) => (
          <>
            <PlayBack sound={voice} label={t("reply.listenAgain")} />
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
              <Button icon="undo" onClick={() => own.forget()} disabled={sending.share() !== undefined}>
                {t("recorder.again")}
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
