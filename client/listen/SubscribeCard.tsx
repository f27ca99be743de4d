import { createSignal, Show } from "solid-js";
import type { ChannelPage } from "../../schemas/listening.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { SubscribeDialog } from "../ui/SubscribeDialog.tsx";

type Subscribed = Pick<ChannelPage, "channel" | "feed">;

/** Why and how to subscribe, beside the player. */
export function SubscribeCard(props: { page: Subscribed }) {
  const { t } = useI18n();
  return (
    <section class="card subscribe" aria-labelledby="subscribe-title">
      <h2 id="subscribe-title">{t("channel.subscribe")}</h2>
      <Show when={props.page.feed} fallback={<p class="small quiet">{t("channel.feedNone")}</p>}>
        <p class="small quiet">{t("channel.subscribeHint")}</p>
        <SubscribeKey page={props.page} />
      </Show>
    </section>
  );
}

/** Hands the feed to an app: by its own link, by copy, or to a phone by QR code. Nothing for whoever has no feed of this channel. */
export function SubscribeKey(props: { page: Subscribed }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <Show when={props.page.feed}>
      {(feed) => (
        <>
          <Button look="primary" size="tall" icon="plus" isWide aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {t("channel.subscribe")}
          </Button>
          <SubscribeDialog
            isOpen={isOpen()}
            radios={[{ title: props.page.channel.title, feed: feed() }]}
            onClose={() => setOpen(false)}
          />
        </>
      )}
    </Show>
  );
}
