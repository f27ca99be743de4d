import { createMemo, For, Show } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { CopyField } from "./CopyField.tsx";
import {
  appLinks,
  calendarLinkOf,
  calendarUrlOf,
  deviceOf,
  feedUrlOf,
  handOverUrlOf,
  type AppLink,
} from "./feed-links.ts";
import { Icon } from "./Icon.tsx";
import { QrCode } from "./QrCode.tsx";
import "./subscribe.css";

/** A feed as pages know it: `path` without its ending. */
export type SubscribedFeed = { path: string; isPrivate: boolean };

type Ways = {
  feed: SubscribedFeed;
  /** What is said of a private address, where it is not a family's. */
  secret?: string;
};

/** Hands a feed to an app: on a computer to a telephone first, by QR code; on a telephone to the apps that it may have; by copy everywhere. */
export function SubscribeWays(props: Ways) {
  const { t } = useI18n();
  const device = deviceOf(navigator);
  const isPhone = device === "iphone" || device === "android";
  const feedUrl = () => feedUrlOf(location.origin, props.feed.path);
  const apps = createMemo(() => appLinks(feedUrl()));
  const here = () => apps().filter(({ devices }) => devices.includes(device));
  const others = () => apps().filter(({ devices }) => !devices.includes(device));
  return (
    <div class="ways">
      <Show when={isPhone} fallback={<Scan path={props.feed.path} />}>
        <p class="quiet">{t("channel.chooseApp")}</p>
        <AppList apps={here()} />
        <p class="small quiet">{t("subscribe.nothingOpens")}</p>
      </Show>
      <h3>{t("channel.otherApp")}</h3>
      <p class="small quiet">{t("channel.otherAppHint")}</p>
      <CopyField label={t("channel.feedAddress")} value={feedUrl()} />
      <Show when={props.feed.isPrivate}>
        <p class="small feed-private">
          <Icon name="lock" />
          {props.secret ?? t("channel.feedPrivate")}
        </p>
      </Show>
      <details class="more-apps">
        <summary>
          {t("subscribe.elsewhere")}
          <Icon name="down" />
        </summary>
        <div class="ways">
          <AppList apps={isPhone ? others() : [...here(), ...others()]} />
          <Show when={isPhone}>
            <Scan path={props.feed.path} />
          </Show>
        </div>
      </details>
      <Calendar feed={props.feed} />
    </div>
  );
}

function Scan(props: { path: string }) {
  const { t, language } = useI18n();
  const address = () => handOverUrlOf(location.origin, props.path, language());
  return (
    <div class="scan">
      <QrCode address={address()} label={t("subscribe.codeLabel")} />
      <span>
        <b>{t("subscribe.scan")}</b>
        <span class="small quiet">{t("subscribe.scanHint")}</span>
      </span>
    </div>
  );
}

function AppList(props: { apps: readonly AppLink[] }) {
  const { t } = useI18n();
  const said = ({ system }: AppLink) =>
    system === "onIphone" || system === "onComputer" ? t(`subscribe.${system}`) : t(`channel.${system}`);
  return (
    <For each={props.apps}>
      {(app) => (
        <a class="app" href={app.href}>
          <span class="app-icon">
            <Icon name="headphones" />
          </span>
          <span>
            <b>
              <bdi>{app.name}</bdi>
            </b>
            <small>{said(app)}</small>
          </span>
          <Icon name="right" isMirrored />
        </a>
      )}
    </For>
  );
}

function Calendar(props: { feed: SubscribedFeed }) {
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
