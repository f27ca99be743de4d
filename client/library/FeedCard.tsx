import { A } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { CopyField } from "../ui/CopyField.tsx";
import { Message } from "../ui/Message.tsx";
import { QrCode } from "../ui/QrCode.tsx";

/** The address that everybody pastes or scans to subscribe; families have one each, by their private links. */
export function FeedCard(props: { channel: Channel }) {
  const { t } = useI18n();
  const address = () => `${location.origin}/feeds/${props.channel.slug}.xml`;
  return (
    <section class="panel cover-card" aria-labelledby="feed-title">
      <h2 id="feed-title">{t("library.feed")}</h2>
      <Switch fallback={<Message look="info" title={t("library.feedClosed")} />}>
        <Match when={props.channel.visibility === "public"}>
          <QrCode address={address()} />
          <CopyField label={t("library.feedAddress")} value={address()} />
          <p class="small quiet">{t("library.feedHint")}</p>
        </Match>
        <Match when={props.channel.visibility === "family"}>
          <p class="small quiet">{t("library.feedOfFamilies")}</p>
          <A class="btn" href="/classe/familles">
            {t("families.title")}
          </A>
        </Match>
      </Switch>
    </section>
  );
}
