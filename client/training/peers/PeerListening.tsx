import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import type { Pupil } from "../../../schemas/people.ts";
import type { PeerInvitation } from "../../../schemas/reviews.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { createAttempt } from "../../ui/create-attempt.ts";
import { keepFocus } from "../../ui/keep-focus.ts";
import { Message, Refused } from "../../ui/Message.tsx";
import { createOnline } from "../../ui/OfflineBand.tsx";
import { levelWords } from "../level-words.ts";
import { LevelChoice } from "../../ui/LevelChoice.tsx";
import { createDraft, type Draft } from "./create-draft.ts";
import { KindWordsFields } from "./KindWordsFields.tsx";
import { PeerPlayer } from "./PeerPlayer.tsx";

type ListeningProps = {
  invitation: PeerInvitation;
  speaker: Pupil | undefined;
  /** Of all who speak in it. */
  name: string;
  onTold: (invitations: PeerInvitation[]) => void;
};

/** A classmate's take: heard, then what one heard, and kind sentences about it. */
export function PeerListening(props: ListeningProps) {
  const { t } = useI18n();
  // What was said before is what one begins with.
  // eslint-disable-next-line solid/reactivity
  const draft = createDraft(props.invitation);
  const [isSent, setSent] = createSignal(false);
  const sending = createAttempt(async () => {
    const { id } = props.invitation;
    props.onTold(await api.peers.assess(id, draft.assessment()));
    setSent(true);
  });
  return (
    <>
      <PeerPlayer invitation={props.invitation} name={props.name} speaker={props.speaker} />
      <form
        ref={keepFocus}
        class="panel big think"
        onInput={() => setSent(false)}
        onSubmit={(event) => {
          event.preventDefault();
          void sending.attempt();
        }}
      >
        <div class="think-head">
          <h2>{t("feedback.levelsAsked")}</h2>
        </div>
        <For each={props.invitation.rubric.criteria}>
          {(criterion, index) => (
            <LevelChoice
              name={`criterion-${index()}`}
              question={criterion.title}
              levels={levelWords(t, criterion)}
              chosen={draft.levels()[index()]}
              onChoose={(level) => draft.choose(index(), level)}
            />
          )}
        </For>
        <KindWordsFields draft={draft} name={props.name} />
        <Sending draft={draft} invitation={props.invitation} sending={sending} isSent={isSent()} />
      </form>
    </>
  );
}

type SendingProps = {
  draft: Draft;
  invitation: PeerInvitation;
  sending: ReturnType<typeof createAttempt<[]>>;
  isSent: boolean;
};

function Sending(props: SendingProps) {
  const { t, count } = useI18n();
  const isOnline = createOnline();
  const left = () => props.draft.left();
  return (
    <div class="foot">
      <Show when={!isOnline()}>
        <Message look="warning" title={t("feedback.offline")} />
      </Show>
      <Show when={props.sending.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <A class="btn tall" href="/entrainement" data-refuge>
        {t("training.goBack")}
      </A>
      <Show when={!props.isSent} fallback={<Message look="good" title={t("feedback.sent")} />}>
        <span class="quiet push left-over" role="status">
          <Show when={left() > 0}>{count("training.left", left())}</Show>
        </span>
        <Button type="submit" look="primary" size="tall" disabled={left() > 0} isBusy={props.sending.isBusy()}>
          {t(props.invitation.assessment === null ? "feedback.send" : "feedback.sendAgain")}
        </Button>
      </Show>
    </div>
  );
}
