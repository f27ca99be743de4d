import { createResource, Show } from "solid-js";
import { api } from "../api/api.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Message } from "../ui/Message.tsx";

/** Tells an admin that somebody tries class codes: how often and when, and what to do. */
export function CodeAlarm() {
  const { t, formats } = useI18n();
  const [found] = createResource(() => api.readCodeAlarm());
  const guesses = () => (found.state === "ready" ? found.latest.guesses : null);
  return (
    <Show when={guesses()}>
      {(row) => (
        <div class="above">
          <Message look="warning" title={t("classroom.guessed")}>
            {t("classroom.guessedHint", {
              tries: row().tries,
              from: formats().moment(row().from),
              to: formats().time(row().to),
            })}
          </Message>
        </div>
      )}
    </Show>
  );
}
