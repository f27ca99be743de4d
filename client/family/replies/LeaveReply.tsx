import { createSignal, Match, Show, Switch } from "solid-js";
import type { Show as Programme } from "../../../schemas/shows.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Choice } from "../../ui/Choice.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useToasts } from "../../ui/Toasts.tsx";
import { AskQuestion } from "./AskQuestion.tsx";
import { SendVoice } from "./SendVoice.tsx";
import "./replies.css";

/** The show that a family answers, and whether everybody may hear it. */
export type Answered = { show: Programme; isPublic: boolean };

type LeaveReplyProps = { answered: Answered | undefined; onClose: () => void; onLeft: () => void };

/** A family's word for a show: its voice or a question, after it was told what may become of it. */
export function LeaveReply(props: LeaveReplyProps) {
  const { t } = useI18n();
  return (
    <Dialog isOpen={props.answered !== undefined} title={t("reply.title")} onClose={() => props.onClose()}>
      <Show when={props.answered} keyed>
        {(answered) => <Ways {...answered} onClose={() => props.onClose()} onLeft={() => props.onLeft()} />}
      </Show>
    </Dialog>
  );
}

function Ways(props: Answered & Omit<LeaveReplyProps, "answered">) {
  const { t } = useI18n();
  const say = useToasts();
  const [way, setWay] = createSignal<"voice" | "words">("voice");
  const onSent = () => {
    say(t("reply.sent"));
    props.onLeft();
    props.onClose();
  };
  return (
    <div class="stack">
      <p>{t("reply.forShow", { title: props.show.title })}</p>
      <Choice
        label={t("reply.way")}
        chosen={way()}
        choices={{ voice: t("reply.byVoice"), words: t("reply.byWriting") }}
        onChoose={setWay}
      />
      <Switch>
        <Match when={way() === "voice"}>
          <SendVoice showId={props.show.id} isPublic={props.isPublic} onSent={onSent} />
        </Match>
        <Match when={way() === "words"}>
          <AskQuestion showId={props.show.id} onSent={onSent} />
        </Match>
      </Switch>
      <div class="reply-promise small quiet">
        <Icon name="ear" />
        <p>
          {t(props.isPublic ? "reply.promisePublic" : "reply.promiseFamily")}
          <Show when={way() === "voice"}> {t("reply.adults")}</Show>
        </p>
      </div>
    </div>
  );
}
