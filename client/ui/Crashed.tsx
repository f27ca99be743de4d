import { untrack } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Button } from "./Button.tsx";
import { Message } from "./Message.tsx";

/** What stands in place of a page that broke; why is told to the console alone. */
export function Crashed(props: { thrown: unknown }) {
  const { t } = useI18n();
  console.error(untrack(() => props.thrown));
  return (
    <main class="page">
      <h1 class="sr-only">{t("frame.appName")}</h1>
      <Message
        look="trouble"
        title={t("frame.crashed")}
        action={<Button onClick={() => location.reload()}>{t("frame.reload")}</Button>}
      >
        {t("frame.crashedAdvice")}
      </Message>
    </main>
  );
}
