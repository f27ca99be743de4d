import { A } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { Message, Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";
import { Audience } from "./Audience.tsx";
import type { Credits } from "./create-credits.ts";

type PublicationProps = {
  episode: Episode;
  channel: Channel;
  credits: Credits;
  onChanged: (episode: Episode) => void;
};

/** Puts the episode in the radio's feed, with what is typed of its credits, or takes it out. */
export function Publication(props: PublicationProps) {
  const { t } = useI18n();
  const publishing = createAttempt(async () => {
    if (props.credits.isChanged() && !(await props.credits.save())) return;
    props.onChanged(await api.episodes.publish(props.episode.id));
  });
  return (
    <section class="panel" aria-label={t("library.publish")}>
      <div class="panel-body stack">
        <Audience {...props} />
        <Show
          when={props.episode.state === "published"}
          fallback={
            <>
              <p class="small quiet">{t("library.publishHint")}</p>
              <Button
                look="primary"
                size="tall"
                icon="waves"
                isWide
                isBusy={publishing.isBusy()}
                onClick={() => void publishing.attempt()}
              >
                {t(props.credits.isChanged() ? "library.saveAndPublish" : "library.publish")}
              </Button>
            </>
          }
        >
          <Published {...props} />
        </Show>
        <Show when={publishing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      </div>
    </section>
  );
}

function Published(props: PublicationProps) {
  const { t } = useI18n();
  const say = useToasts();
  const [isAsking, setAsking] = createSignal(false);
  const unpublish = async () => {
    props.onChanged(await api.episodes.unpublish(props.episode.id));
    say(t("library.unpublished"));
  };
  return (
    <>
      <Message look="good" title={t("library.published")}>
        {t("library.publishedHint")}
      </Message>
      <A class="btn wide" href={`/chaines/${props.channel.slug}/${props.episode.id}`}>
        {t("library.seePage")}
      </A>
      <Button look="bare" onClick={() => setAsking(true)}>
        {t("library.unpublish")}
      </Button>
      <ConfirmDialog
        isOpen={isAsking()}
        title={t("library.unpublishTitle")}
        keep={t("frame.keep")}
        confirm={t("library.unpublish")}
        onClose={() => setAsking(false)}
        onConfirm={() => unpublish()}
      >
        {t("library.unpublishText")}
      </ConfirmDialog>
    </>
  );
}
