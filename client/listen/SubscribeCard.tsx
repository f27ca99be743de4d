import { createSignal, For, lazy, Show, Suspense } from "solid-js";
import type { ChannelPage } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "../ui/Button.tsx";
import { CopyField } from "../ui/CopyField.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Icon } from "../ui/Icon.tsx";
import { appLinks, calendarLinkOf, calendarUrlOf, feedUrlOf } from "./feed-links.ts";

// Drawn only when somebody subscribes.
const QrCode = lazy(async () => ({ default: (await import("../ui/QrCode.tsx")).QrCode }));

type Subscribed = Pick<ChannelPage, "channel" | "feed">;
type Feed = NonNullable<ChannelPage["feed"]>;

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
          <Dialog
            isOpen={isOpen()}
            title={t("channel.subscribeTo", { title: props.page.channel.title })}
            onClose={() => setOpen(false)}
          >
            <Ways feed={feed()} />
          </Dialog>
        </>
      )}
    </Show>
  );
}

function Ways(props: { feed: Feed }) {
  const { t } = useI18n();
  const feedUrl = () => feedUrlOf(location.origin, props.feed.path);
  return (
    <div class="ways">
      <p class="quiet">{t("channel.chooseApp")}</p>
      <For each={appLinks(feedUrl())}>
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
      <CopyField label={t("channel.feedAddress")} value={feedUrl()} />
      <Show when={props.feed.isPrivate}>
        <p class="small feed-private">
          <Icon name="lock" />
          {t("channel.feedPrivate")}
        </p>
      </Show>
      <div class="scan">
        <Suspense>
          <QrCode address={feedUrl()} />
        </Suspense>
        <span class="small quiet">{t("channel.feedScan")}</span>
      </div>
      <Calendar feed={props.feed} />
    </div>
  );
}

function Calendar(props: { feed: Feed }) {
  const { t } = useI18n();
  return (
    <>
      <h3>{t("channel.calendar")}</h3>
      <p class="small quiet">{t("channel.calendarHint")}</p>
      <a class="btn" href={calendarLinkOf(location.origin, props.feed.path)}>
        <Icon name="clock" />
        {t("channel.calendarOpen")}
      </a>
      <CopyField label={t("channel.calendarAddress")} value={calendarUrlOf(location.origin, props.feed.path)} />
    </>
  );
}
