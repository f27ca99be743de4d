import type { JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { PublicBar } from "./PublicBar.tsx";

/** A page of listeners and families: the way past its bar, the bar, and what the page is there for. */
export function PublicFrame(props: { class: string; children: JSX.Element }) {
  const { t } = useI18n();
  return (
    <div class={props.class}>
      <a class="skip-link" href="#content">
        {t("frame.skipToContent")}
      </a>
      <PublicBar isQuiet />
      <main id="content" tabIndex={-1}>
        {props.children}
      </main>
    </div>
  );
}
