import { A } from "@solidjs/router";
import { createSignal, Show, untrack } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { TextField } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Message, Refused } from "../ui/Message.tsx";
import { useToasts } from "../ui/Toasts.tsx";

type MovingCardProps = { channel: Channel; onChanged: (channel: Channel) => void };

/** Nobody is locked in: a podcast comes over, all of a channel is taken away, and its subscribers follow. */
export function MovingCard(props: MovingCardProps) {
  const { t } = useI18n();
  return (
    <section class="panel cover-card" aria-labelledby="moving-title">
      <h2 id="moving-title">{t("podcasts.card")}</h2>
      <p class="small quiet">{t("podcasts.cardHint")}</p>
      <div class="row wrap">
        <A class="btn" href="/chaine/reprise">
          {t("podcasts.title")}
        </A>
        <a class="btn" href={api.podcastImports.exportUrl(props.channel.id)} download="chaine.zip">
          <Icon name="download" />
          {t("podcasts.takeAway")}
        </a>
      </div>
      <Show when={props.channel.visibility === "public"}>
        <MovedForm {...props} />
      </Show>
    </section>
  );
}

function MovedForm(props: MovingCardProps) {
  const { t } = useI18n();
  const say = useToasts();
  const [address, setAddress] = createSignal(untrack(() => props.channel.movedTo ?? ""));
  const saving = createAttempt(async (movedTo: string | null) => {
    props.onChanged(await api.channels.change(props.channel.id, { movedTo }));
    setAddress(movedTo ?? "");
    say(t("library.channelSaved"));
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void saving.attempt(address().trim() || null);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <Show when={props.channel.movedTo !== null}>
        <Message
          look="warning"
          title={t("podcasts.movedNow")}
          action={<Button onClick={() => void saving.attempt(null)}>{t("podcasts.stayHere")}</Button>}
        />
      </Show>
      <TextField
        label={t("podcasts.moved")}
        hint={t("podcasts.movedHint")}
        type="url"
        inputmode="url"
        autocomplete="off"
        value={address()}
        onInput={(event) => setAddress(event.currentTarget.value)}
      />
      <Show when={saving.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
      <div class="form-end">
        <Button type="submit" class="push" isBusy={saving.isBusy()}>
          {t("podcasts.movedGo")}
        </Button>
      </div>
    </form>
  );
}
