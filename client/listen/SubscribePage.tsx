import { Match, onMount, Switch } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { languageIn } from "../i18n/languages.ts";
import { Empty } from "../ui/Empty.tsx";
import { feedPathIn } from "../ui/feed-links.ts";
import { PublicFrame } from "../ui/PublicFrame.tsx";
import { SubscribeWays } from "../ui/SubscribeWays.tsx";

/** Where the QR code of a feed leads a telephone: to its apps. The feed stands behind the `#`; the station is not asked for anything. */
export function SubscribePage() {
  const { t, speakToFamilies } = useI18n();
  speakToFamilies(languageIn(location.search));
  const path = feedPathIn(location.hash);
  onMount(() => (document.title = `${t("subscribe.pageTitle")} — Antenne`));
  return (
    <PublicFrame class="public-page subscribe-page">
      <Switch
        fallback={
          <Empty title={t("subscribe.broken")} icon="qr" level={1}>
            {t("subscribe.brokenHint")}
          </Empty>
        }
      >
        <Match when={path}>
          {(found) => (
            <div class="panel subscribe-panel">
              <h1>{t("subscribe.pageTitle")}</h1>
              <p>{t("channel.subscribeHint")}</p>
              <h2 class="sr-only">{t("channel.subscribe")}</h2>
              <SubscribeWays feed={{ path: found(), isPrivate: found().startsWith("/prive/") }} />
            </div>
          )}
        </Match>
      </Switch>
    </PublicFrame>
  );
}
