import { For, Show, type Resource } from "solid-js";
import type { OwnReply } from "../../../schemas/replies.ts";
import { api } from "../../api/api.ts";
import { useI18n } from "../../i18n/I18n.tsx";
import { Button } from "../../ui/Button.tsx";
import { createAttempt } from "../../ui/create-attempt.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Refused } from "../../ui/Message.tsx";
import { ready } from "../../ui/ready.ts";
import { useToasts } from "../../ui/Toasts.tsx";

/** What the family left and what became of it; nothing is shown while there is nothing. */
export function OwnReplies(props: { replies: Resource<OwnReply[]>; onChanged: () => void }) {
  const { t } = useI18n();
  return (
    <Show when={(ready(props.replies) ?? []).length > 0}>
      <section class="panel own-replies" aria-labelledby="own-replies-title">
        <h2 id="own-replies-title">{t("reply.mine")}</h2>
        <ul>
          <For each={ready(props.replies)}>{(reply) => <Left reply={reply} onChanged={() => props.onChanged()} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function Left(props: { reply: OwnReply; onChanged: () => void }) {
  const { t, formats } = useI18n();
  const say = useToasts();
  const removing = createAttempt(async () => {
    await api.ownReplies.remove(props.reply.id);
    say(t("reply.removed"));
    props.onChanged();
  });
  const what = () =>
    props.reply.kind === "voice"
      ? t("reply.voice", { length: formats().length(props.reply.durationSeconds ?? 0) })
      : (props.reply.text ?? t("reply.question"));
  return (
    <li>
      <Icon name={props.reply.kind === "voice" ? "waves" : "talk"} />
      <div>
        <b>{what()}</b>
        <small class="quiet">{t("reply.forShow", { title: props.reply.showTitle })}</small>
        <Show when={props.reply.scope}>
          {(scope) => <small class="quiet">{t("reply.mayHear", { who: t(`reply.reach_${scope()}`) })}</small>}
        </Show>
        <small class="reply-state">
          <Icon
            name={props.reply.state === "accepted" ? "tick" : props.reply.state === "waiting" ? "clock" : "close"}
          />
          {t(`reply.${props.reply.state}`)}
        </small>
      </div>
      <Button
        icon="bin"
        isBusy={removing.isBusy()}
        aria-label={t("reply.removeOf", { what: what() })}
        onClick={() => void removing.attempt()}
      >
        {t("reply.remove")}
      </Button>
      <Show when={removing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </li>
  );
}
