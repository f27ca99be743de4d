import { createSignal, createUniqueId, For, onCleanup, Show } from "solid-js";
import type { Reply } from "../../schemas/replies.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConsentRings } from "../ui/ConsentRings.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import type { FamilyReplies } from "./create-replies.ts";
import "./replies-box.css";

/** What families left: heard, accepted or put aside. Nothing is shown while there is nothing. */
export function RepliesBox(props: { replies: FamilyReplies; isNarrow?: boolean }) {
  const { t } = useI18n();
  const title = createUniqueId();
  const listening = createListening();
  return (
    <div role="status">
      <Show when={props.replies.list().length > 0}>
        <section class="replies-box" classList={{ narrow: props.isNarrow === true }} aria-labelledby={title}>
          <h2 id={title}>{t("replies.title")}</h2>
          <Show when={props.isNarrow !== true}>
            <p class="small quiet">{t("replies.hint")}</p>
          </Show>
          <ul>
            <For each={props.replies.list()}>
              {(reply, index) => (
                <OneReply
                  reply={reply}
                  number={props.replies.list().length - index()}
                  listening={listening}
                  onChanged={() => props.replies.look()}
                />
              )}
            </For>
          </ul>
        </section>
      </Show>
    </div>
  );
}

type Listening = ReturnType<typeof createListening>;

/** One message at a time, in this page's own loudspeaker: never on air. */
function createListening() {
  const audio = new Audio();
  const [heard, setHeard] = createSignal<string>();
  audio.onended = () => setHeard(undefined);
  audio.onerror = () => setHeard(undefined);
  onCleanup(() => audio.pause());
  const toggle = ({ id }: Reply) => {
    const isStopping = heard() === id;
    audio.pause();
    setHeard(isStopping ? undefined : id);
    if (isStopping) return;
    audio.src = api.replies.soundUrl(id);
    void audio.play().catch(() => setHeard(undefined));
  };
  return { heard, toggle };
}

type OneReplyProps = { reply: Reply; number: number; listening: Listening; onChanged: () => void };

function OneReply(props: OneReplyProps) {
  const { t, formats, language } = useI18n();
  const say = useToasts();
  // eslint-disable-next-line solid/reactivity -- a first proposal; whoever listens writes another.
  const [title, setTitle] = createSignal(t("replies.padUsual", { number: props.number }));
  const isVoice = () => props.reply.kind === "voice";
  const from = () =>
    props.reply.from.length === 0
      ? t("replies.familyGone")
      : t("replies.from", { names: new Intl.ListFormat(language()).format(props.reply.from) });
  const what = () =>
    isVoice()
      ? t("replies.voice", { length: formats().length(props.reply.durationSeconds ?? 0) })
      : t("replies.question");
  const named = () => ({ what: `${what()}, ${from()}` });
  const answering = createAttempt(async (isWanted: boolean) => {
    try {
      await (isWanted ? api.replies.accept(props.reply.id, title()) : api.replies.decline(props.reply.id));
    } finally {
      props.onChanged();
    }
    say(t(isWanted ? (isVoice() ? "replies.accepted" : "replies.acceptedQuestion") : "replies.declined"));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void answering.attempt(true);
  };
  const isHeard = () => props.listening.heard() === props.reply.id;
  return (
    <li>
      <Show when={isVoice()} fallback={<Icon name="talk" />}>
        <Button
          size="square"
          icon={isHeard() ? "stop" : "play"}
          aria-label={t(isHeard() ? "replies.stop" : "replies.listen", named())}
          onClick={() => props.listening.toggle(props.reply)}
        />
      </Show>
      <div class="what">
        <b>{props.reply.text ?? what()}</b>
        <small class="quiet">
          {from()}, {t("replies.forShow", { show: props.reply.showTitle, time: formats().time(props.reply.sentAt) })}
        </small>
        <Show when={props.reply.speaker}>
          {(speaker) => (
            <small class="quiet">
              {t(`replies.who_${speaker()}`)}{" "}
              <ConsentRings consent={{ scope: props.reply.scope ?? "none", standing: "answered" }} />
            </small>
          )}
        </Show>
        <Show when={props.reply.isTooNarrow && props.reply.state === "waiting"}>
          <small>{t("replies.tooNarrow")}</small>
        </Show>
      </div>
      <form class="answers" onSubmit={submit}>
        <Show
          when={props.reply.state === "waiting"}
          fallback={
            <span class="chip ready">
              <Icon name="tick" />
              {t(isVoice() ? "replies.isOnDesk" : "replies.toRead")}
            </span>
          }
        >
          <Show when={isVoice() && !props.reply.isTooNarrow}>
            <TextField
              label={t("replies.padTitle")}
              required
              maxlength={120}
              value={title()}
              onInput={(event) => setTitle(event.currentTarget.value)}
            />
          </Show>
          <Show when={!props.reply.isTooNarrow}>
            <Button
              look="primary"
              type="submit"
              isBusy={answering.isBusy()}
              aria-label={t("replies.acceptOf", named())}
            >
              {t("replies.accept")}
            </Button>
          </Show>
        </Show>
        <Button look="bare" aria-label={t("replies.declineOf", named())} onClick={() => void answering.attempt(false)}>
          {t("replies.decline")}
        </Button>
      </form>
      <Show when={answering.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </li>
  );
}
