import { createEffect, createSignal, For, on, Show } from "solid-js";
import type { TakeId } from "../../../schemas/ids.ts";
import { longestNoteSeconds, type TakeComment, type TakeReview } from "../../../schemas/reviews.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { createRecording } from "../../recorder/create-recording.ts";
import { Button } from "../../ui/Button.tsx";
import { TextArea } from "../../ui/Field.tsx";
import { Message } from "../../ui/Message.tsx";
import type { TakeSound } from "./create-take-sound.ts";
import type { TakeDesk } from "./create-take.ts";

/** What is said of a take or of a moment of it, in words or as a voice note. */
export function Comments(props: { desk: TakeDesk; takeId: TakeId; review: TakeReview; sound: TakeSound }) {
  const { t } = useI18n();
  const remove = ({ id }: TakeComment) => {
    const { takeId } = props;
    const send = async () => {
      await api.reviews.removeComment(id);
      return api.reviews.read(takeId);
    };
    return props.desk.keep(send);
  };
  return (
    <section class="take-part" aria-label={t("progress.comments")}>
      <div class="part-head">
        <h3>{t("progress.comments")}</h3>
        <span class="quiet small">{t("progress.commentHint")}</span>
      </div>
      <ul class="comments">
        <For each={props.review.comments}>
          {(comment) => (
            <li>
              <When comment={comment} sound={props.sound} />
              <Show when={comment.hasSound} fallback={<p>{comment.text}</p>}>
                <audio controls preload="none" aria-label={t("progress.note")} src={api.reviews.noteUrl(comment.id)} />
              </Show>
              <Button
                look="bare"
                icon="bin"
                size="square"
                aria-label={t("progress.removeComment")}
                onClick={() => void remove(comment)}
              />
            </li>
          )}
        </For>
      </ul>
      <NewComment {...props} />
    </section>
  );
}

function When(props: { comment: TakeComment; sound: TakeSound }) {
  const { t, formats } = useI18n();
  return (
    <Show when={props.comment.atSeconds !== null} fallback={<span class="quiet small">{t("progress.whole")}</span>}>
      <Button
        look="bare"
        aria-label={t("progress.goThere", { time: formats().clock(props.comment.atSeconds ?? 0) })}
        onClick={() => props.sound.goTo(props.comment.atSeconds ?? 0)}
      >
        {formats().clock(props.comment.atSeconds ?? 0)}
      </Button>
    </Show>
  );
}

function NewComment(props: { desk: TakeDesk; takeId: TakeId; sound: TakeSound }) {
  const { t, formats } = useI18n();
  const [text, setText] = createSignal("");
  const at = () => Math.round(props.sound.position() * 10) / 10;
  const moment = () => (at() > 0 ? at() : null);
  const add = async (atSeconds: number | null) => {
    if (text().trim() === "") return;
    const { takeId } = props;
    const comment = { atSeconds, text: text().trim() };
    const isKept = await props.desk.keep(() => api.reviews.comment(takeId, comment));
    if (isKept) setText("");
  };
  const sending = { onProgress: () => undefined, signal: new AbortController().signal };
  const sendNote = (sound: Blob) => {
    const [{ takeId }, atSeconds] = [props, moment()];
    void props.desk.keep(() => api.reviews.sendNote(takeId, sound, atSeconds, sending));
  };
  const recording = createRecording(longestNoteSeconds);
  createEffect(on(recording.sound, (sound) => sound && sendNote(sound)));
  const isRunning = () => recording.state() === "recording";
  const record = () => {
    props.sound.pause();
    if (isRunning()) recording.stop();
    else recording.start();
  };
  return (
    <div class="new-comment">
      <TextArea
        label={t("progress.comment")}
        rows={2}
        maxLength={1_000}
        value={text()}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="row wrap">
        <Show when={moment() !== null}>
          <Button disabled={text().trim() === ""} onClick={() => void add(moment())}>
            {t("progress.commentHere", { time: formats().clock(at()) })}
          </Button>
        </Show>
        <Button disabled={text().trim() === ""} onClick={() => void add(null)}>
          {t("progress.commentWhole")}
        </Button>
        <Button
          look={isRunning() ? "taping" : "plain"}
          icon={isRunning() ? "stop" : "microphone"}
          isBusy={recording.state() === "opening"}
          onClick={record}
        >
          {t(isRunning() ? "progress.noteStop" : "progress.note")}
        </Button>
      </div>
      <Show when={recording.state() === "faulty"}>
        <Message look="trouble" title={t("progress.noteBlocked")} />
      </Show>
    </div>
  );
}
