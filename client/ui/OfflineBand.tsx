import { createSignal, onCleanup, Show } from "solid-js";
import { isServer } from "solid-js/web";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "./Icon.tsx";

/** Whether the device believes it has a network, while the caller's owner lives. */
export function createOnline() {
  const [isOnline, setOnline] = createSignal(isServer || navigator.onLine);
  if (isServer) return isOnline;
  const listening = new AbortController();
  const update = () => setOnline(navigator.onLine);
  addEventListener("online", update, { signal: listening.signal });
  addEventListener("offline", update, { signal: listening.signal });
  onCleanup(() => listening.abort());
  return isOnline;
}

/** A quiet band at the top while the device has no network. */
export function OfflineBand() {
  const { t } = useI18n();
  const isOnline = createOnline();
  return (
    <div role="status">
      <Show when={!isOnline()}>
        <p class="offline-band">
          <Icon name="signalLow" />
          {t("frame.offline")}
        </p>
      </Show>
    </div>
  );
}
