import { createEffect, createResource, createSignal, Match, onCleanup, onMount, Switch } from "solid-js";
import { api, ApiError } from "../api/api.ts";
import { settleAll } from "../audio/kept-episodes.ts";
import { listeningApi } from "../api/listening.ts";
import { takeToken } from "../take-token.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Empty } from "../ui/Empty.tsx";
import { Loaded } from "../ui/Loaded.tsx";
import { Refused } from "../ui/Message.tsx";
import { PublicFrame } from "../ui/PublicFrame.tsx";
import { startWorker } from "../ui/start-worker.ts";
import { SlipCode } from "../ui/SlipCode.tsx";
import { FamilyRadios } from "./FamilyRadios.tsx";
import { PinDoor } from "./PinDoor.tsx";
import "./family.css";

/** What a private link opens: the family's radios. A scanned slip comes in by the token behind the `#`, which leaves the address at once. */
export function FamilyPage() {
  const { t, speakToFamilies } = useI18n();
  speakToFamilies();
  const [token, setToken] = createSignal(takeToken());
  const [home, { refetch }] = createResource(async () => {
    const scanned = token();
    if (scanned !== undefined) await api.session.openForFamily({ token: scanned });
    setToken(undefined);
    return api.readFamilyHome();
  });
  onMount(startWorker);
  createEffect(() => {
    // What this device keeps goes with the link that it came by.
    if (home.state === "ready" || home.state === "errored") void settleAll(listeningApi.tell);
  });
  onMount(() => (document.title = `${t("family.myRadios")} — Antenne`));
  // Another slip scanned into the page that is open: browsers change the address without loading it anew.
  const listening = new AbortController();
  const onScan = () => {
    const scanned = takeToken();
    if (scanned === undefined) return;
    setToken(scanned);
    void refetch();
  };
  addEventListener("hashchange", onScan, { signal: listening.signal });
  onCleanup(() => listening.abort());
  const code = () => (home.state === "errored" && home.error instanceof ApiError ? home.error.code : undefined);
  const isStranger = () => code()?.startsWith("session.") === true;
  return (
    <PublicFrame class="public-page family-page">
      <Switch
        fallback={
          <Loaded from={home} onRetry={() => void refetch()} lines={5} title={t("family.myRadios")}>
            {(found) => <FamilyRadios home={found()} onMoved={() => void refetch()} />}
          </Loaded>
        }
      >
        <Match when={code() === "family.pin_missing" && token()}>
          {(scanned) => (
            <PinDoor
              token={scanned()}
              onOpen={() => {
                setToken(undefined);
                void refetch();
              }}
            />
          )}
        </Match>
        <Match when={code() === "family.link_unknown"}>
          <div class="panel pin-door stack">
            <Refused thrown={home.error as unknown} />
            <SlipCode />
          </div>
        </Match>
        <Match when={isStranger()}>
          <Empty title={t("family.noLink")} icon="qr" level={1} action={<SlipCode />}>
            {t("family.noLinkHint")}
          </Empty>
        </Match>
      </Switch>
    </PublicFrame>
  );
}
