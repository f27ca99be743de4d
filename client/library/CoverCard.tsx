import { Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { createAttempt } from "../ui/create-attempt.ts";
import { ChannelCover } from "../ui/Cover.tsx";
import { FileKey } from "../ui/FileKey.tsx";
import { Refused } from "../ui/Message.tsx";
import { Work } from "../ui/Work.tsx";
import { createSending } from "../ui/create-sending.ts";

/** The radio's cover: a picture of one's own, or the drawn bird. */
export function CoverCard(props: { channel: Channel; onChanged: (channel: Channel) => void }) {
  const { t, formats } = useI18n();
  const sending = createSending(async (file: File, options) => {
    const form = new FormData();
    form.append("file", file);
    props.onChanged(await api.channels.sendCover(props.channel.id, form, options));
  });
  const removing = createAttempt(async () => props.onChanged(await api.channels.removeCover(props.channel.id)));
  return (
    <section class="panel cover-card" aria-labelledby="cover-title">
      <h2 id="cover-title">{t("library.cover")}</h2>
      <div role="img" aria-label={t("library.coverOf", { title: props.channel.title })}>
        <ChannelCover channel={props.channel} />
      </div>
      <p class="small quiet">{t("library.coverHint")}</p>
      <Show
        when={sending.share() === undefined}
        fallback={
          <Work share={sending.share() ?? 0} onStop={() => sending.stop()}>
            {t("library.sending", { percent: formats().percent(sending.share() ?? 0) })}
          </Work>
        }
      >
        <FileKey accept="image/jpeg,image/png,image/webp" onFile={(file) => void sending.send(file)}>
          {t("library.coverChoose")}
        </FileKey>
        <Show when={props.channel.hasOwnCover}>
          <Button look="bare" isBusy={removing.isBusy()} onClick={() => void removing.attempt()}>
            {t("library.coverRemove")}
          </Button>
        </Show>
      </Show>
      <Show when={sending.thrown() ?? removing.thrown()}>{(thrown) => <Refused thrown={thrown()} />}</Show>
    </section>
  );
}
