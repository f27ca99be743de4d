import { Show } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { CopyField } from "../ui/CopyField.tsx";
import { Message } from "../ui/Message.tsx";
import { QrCode } from "../ui/QrCode.tsx";

/** The address that families paste or scan to subscribe. */
export function FeedCard(props: { channel: Channel }) {
  const { t } = useI18n();
  const address = () => `${location.origin}/feeds/${props.channel.slug}.xml`;
  return (
    <section class="panel cover-card" aria-labelledby="feed-title">
      <h2 id="feed-title">{t("library.feed")}</h2>
      <QrCode address={address()} />
      <CopyField label={t("library.feedAddress")} value={address()} />
      <Show when={props.channel.visibility === "class"} fallback={<p class="small quiet">{t("library.feedHint")}</p>}>
        <Message look="info" title={t("library.feedClosed")} />
      </Show>
    </section>
  );
}
