import type { JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { ComfortKey } from "./ComfortPanel.tsx";
import { LanguageKey } from "./LanguageKey.tsx";
import { LogoMark } from "./Logo.tsx";

/** The top of pages that anybody may open: the mark, what stands beside it, the language, the comfort. */
export function PublicBar(props: { children?: JSX.Element; isQuiet?: boolean }) {
  const { t } = useI18n();
  return (
    <header class="public-bar" classList={{ "is-quiet": props.isQuiet === true }}>
      <a class="logo" href="/">
        <LogoMark />
        <span>{t("frame.appName")}</span>
      </a>
      {props.children}
      <div class="push row tight">
        <LanguageKey isFramed={props.isQuiet === true} />
        <ComfortKey />
      </div>
    </header>
  );
}
