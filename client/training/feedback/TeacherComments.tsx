import { For, Show } from "solid-js";
import type { TakeComment } from "../../../schemas/reviews.ts";
import { api } from "../../api/api.ts";
import { createSound } from "../../audio/create-sound.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { Message } from "../../ui/Message.tsx";
import type { TakeSound } from "../create-take-sound.ts";
import { hearAlone } from "../hear-alone.ts";

/** The teacher's words and voice notes; what is about a moment of the take leads there. */
export function TeacherComments(props: { comments: readonly TakeComment[]; sound: TakeSound }) {
  const { t } = useI18n();
  return (
    <section aria-label={t("feedback.comments")}>
      <h3>{t("feedback.comments")}</h3>
      <ul class="said">
        <For each={props.comments}>
          {(comment) => (
            <li>
              <Show when={comment.hasSound} fallback={<p>{comment.text}</p>}>
                <NoteKey comment={comment} />
              </Show>
              <Show when={comment.atSeconds !== null}>
                <MomentKey at={comment.atSeconds ?? 0} sound={props.sound} />
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

function MomentKey(props: { at: number; sound: TakeSound }) {
  const { t, formats } = useI18n();
  const time = () => formats().clock(props.at);
  return (
    <Button
      icon="play"
      class="moment"
      aria-label={t("feedback.goThere", { time: time() })}
      onClick={() => props.sound.playFrom(props.at)}
    >
      {time()}
    </Button>
  );
}

function NoteKey(props: { comment: TakeComment }) {
  const { t } = useI18n();
  const sound = createSound();
  // A note is never recorded anew under the same id.
  // eslint-disable-next-line solid/reactivity
  sound.load([{ url: api.reviews.noteUrl(props.comment.id), mimeType: "audio/mpeg" }], 0);
  const stop = () => {
    sound.pause();
    sound.seek(0);
  };
  hearAlone(sound.isPlaying, stop);
  const toggle = () => {
    if (sound.isPlaying()) stop();
    else void sound.play();
  };
  return (
    <>
      <Button look="primary" icon={sound.isPlaying() ? "stop" : "ear"} onClick={toggle}>
        {t(sound.isPlaying() ? "feedback.noteStop" : "feedback.note")}
      </Button>
      <Show when={sound.isLost()}>
        <Message look="trouble" title={t("feedback.soundLost")} />
      </Show>
    </>
  );
}
