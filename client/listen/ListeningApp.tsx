import { createSignal, ErrorBoundary, onMount, Show, untrack } from "solid-js";
import type { ListeningStart } from "../../schemas/listening.ts";
import { settleAll } from "../audio/kept-episodes.ts";
import { listeningApi } from "../api/listening.ts";
import { I18nProvider, useI18n, type Words } from "../i18n/I18n.tsx";
import { findLanguage } from "../i18n/languages.ts";
import { Crashed } from "../ui/Crashed.tsx";
import { Refused } from "../ui/Message.tsx";
import { OfflineBand } from "../ui/OfflineBand.tsx";
import { PublicBar } from "../ui/PublicBar.tsx";
import { startWorker } from "../ui/start-worker.ts";
import { ToastProvider } from "../ui/Toasts.tsx";
import { ChannelPage } from "./ChannelPage.tsx";
import { afterLoading, loadFontsWhenCheap } from "./cheap-line.ts";
import { RadiosPage } from "./RadiosPage.tsx";
import { EmbeddedPage } from "./EmbeddedPage.tsx";
import { setPageClock } from "./page-clock.ts";
import type { StartFromAddress } from "./start-from-address.ts";
import "./channel.css";

type Start = ListeningStart | StartFromAddress;

/** The school's, wherever the page is drawn: the station's machine may keep another time. */
const timeZone = "Europe/Paris";

/** Everything that a listener's page is: a channel with its player and its live show, on the station's page or in a frame of another site. */
export function ListeningApp(props: { start: Start; words: Words }) {
  setPageClock(untrack(() => props.start.now));
  return (
    <I18nProvider words={props.words} isDecided timeZone={timeZone}>
      <ToastProvider>
        <ErrorBoundary fallback={(thrown: unknown) => <Crashed thrown={thrown} />}>
          <Place start={props.start} />
        </ErrorBoundary>
      </ToastProvider>
    </I18nProvider>
  );
}

function Place(props: { start: Start }) {
  const { speakToFamilies, chooseLanguage, language } = useI18n();
  speakToFamilies();
  const [isReady, setReady] = createSignal(false);
  onMount(() => {
    setReady(true);
    loadFontsWhenCheap();
    startWorker();
    afterLoading(() => void settleAll(listeningApi.tell));
    // Chosen on this device before, in a way that the station does not see.
    const kept = new URLSearchParams(location.search).has("lang") ? undefined : findLanguage(localStorage);
    if (kept !== undefined && kept !== language()) chooseLanguage(kept);
  });
  const found = () => {
    const { found: known } = props.start;
    return known !== undefined && "page" in known ? known : undefined;
  };
  const radios = () => {
    const { found: known } = props.start;
    return known !== undefined && "radios" in known ? known.radios : undefined;
  };
  const refusal = () => {
    const { found: known } = props.start;
    return known !== undefined && "refusal" in known ? known.refusal : undefined;
  };
  return (
    <>
      <Show when={isReady()}>
        <OfflineBand />
      </Show>
      <Show when={refusal() === undefined} fallback={<Closed code={refusal()!} />}>
        <Show when={props.start.place === "radios"}>
          <RadiosPage found={radios()} />
        </Show>
        <Show when={props.start.place !== "frame"} fallback={<EmbeddedPage start={props.start} found={found()} />}>
          <Show when={props.start.place === "page"}>
            <ChannelPage start={props.start} found={found()} />
          </Show>
        </Show>
      </Show>
    </>
  );
}

/** Why there is nothing to hear here, and the way to what everybody may. */
function Closed(props: { code: string }) {
  const { t } = useI18n();
  return (
    <div class="channel">
      <PublicBar isQuiet />
      <main id="content" class="stack" tabIndex={-1}>
        <h1 class="sr-only">{t("frame.appName")}</h1>
        <Refused thrown={{ code: props.code }} />
        <a class="btn" href="/radios">
          {t("radios.title")}
        </a>
      </main>
    </div>
  );
}
