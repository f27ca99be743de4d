import { createSignal, For, lazy, Suspense } from "solid-js";
import type { Channel } from "../../schemas/channels.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { CopyField } from "../ui/CopyField.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { appLinks, calendarLinkOf, calendarUrlOf, feedUrlOf } from "./feed-links.ts";

// Drawn only when somebody subscribes.
const QrCode = lazy(async () => ({ default: (await import("../ui/QrCode.tsx")).QrCode }));

/** Why and how to subscribe, beside the player. */
export function SubscribeCard(props: { channel: Channel }) {
  const { t } = useI18n();
  return (
    <section class="card subscribe" aria-labelledby="subscribe-title">
      <h2 id="subscribe-title">{t("channel.subscribe")}</h2>
      <p class="small quiet">{t("channel.subscribeHint")}</p>
      <SubscribeKey channel={props.channel} />
    </section>
  );
}

/** Hands the feed to an app: by its own link, by copy, or to a phone by QR code. */
export function SubscribeKey(props: { channel: Channel }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <Button look="primary" size="tall" icon="plus" isWide aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t("channel.subscribe")}
      </Button>
      <Dialog
        isOpen={isOpen()}
        title={t("channel.subscribeTo", { title: props.channel.title })}
        onClose={() => setOpen(false)}
      >
        <Ways feedUrl={feedUrlOf(location.origin, props.channel.slug)} slug={props.channel.slug} />
      </Dialog>
    </>
  );
}

function Ways(props: { feedUrl: string; slug: string }) {
  const { t } = useI18n();
  return (
    <div class="ways">
      <p class="quiet">{t("channel.chooseApp")}</p>
      <For each={appLinks(props.feedUrl)}>
        {(app) => (
          <a class="app" href={app.href}>
            <span class="app-icon">
              <Icon name="headphones" />
            </span>
            <span>
              <b>
                <bdi>{app.name}</bdi>
              </b>
              <small>{t(`channel.${app.system}`)}</small>
            </span>
            <Icon name="right" isMirrored />
          </a>
        )}
      </For>
      <h3>{t("channel.otherApp")}</h3>
      <p class="small quiet">{t("channel.otherAppHint")}</p>
      <CopyField label={t("channel.feedAddress")} value={props.feedUrl} />
      <div class="scan">
        <Suspense>
          <QrCode address={props.feedUrl} />
        </Suspense>
        <span class="small quiet">{t("channel.feedScan")}</span>
      </div>
      <h3>{t("channel.calendar")}</h3>
      <p class="small quiet">{t("channel.calendarHint")}</p>
      <a class="btn" href={calendarLinkOf(location.origin, props.slug)}>
        <Icon name="clock" />
        {t("channel.calendarOpen")}
      </a>
      <CopyField label={t("channel.calendarAddress")} value={calendarUrlOf(location.origin, props.slug)} />
    </div>
  );
}
