import { A } from "@solidjs/router";
import { Show, type JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { ComfortKey } from "./ComfortPanel.tsx";
import { LogoMark } from "./Logo.tsx";

/** The frame of a teacher's pages: where one is, the class, comfort, the account; for an admin also the school; for a region's admin the schools and nothing else. `end` stands at the right of the header. */
export function Shell(props: { end: JSX.Element; isAdmin?: boolean; isRegion?: boolean; children: JSX.Element }) {
  const { t } = useI18n();
  return (
    <>
      <a class="skip-link" href="#content">
        {t("frame.skipToContent")}
      </a>
      <header class="app-header">
        <A class="logo" href="/" aria-label={`${t("frame.appName")}, ${t("frame.home")}`}>
          <LogoMark />
          <span class="logo-word">{t("frame.appName")}</span>
        </A>
        <nav aria-label={t("frame.navigation")}>
          <Show
            when={!props.isRegion}
            fallback={
              <>
                <A href="/region" end>
                  {t("region.title")}
                </A>
                <A href="/region/impact">{t("impact.title")}</A>
              </>
            }
          >
            <A href="/emissions">{t("frame.navShows")}</A>
            <A href="/classe">{t("frame.navClassroom")}</A>
            <A href="/entrainements">{t("exercises.nav")}</A>
            <A href="/suivi">{t("frame.navProgress")}</A>
            <A href="/chaine">{t("frame.navChannel")}</A>
            <Show when={props.isAdmin}>
              <A href="/ecole">{t("frame.navSchool")}</A>
            </Show>
          </Show>
        </nav>
        <div class="end">
          {props.end}
          <ComfortKey />
        </div>
      </header>
      <main class="page" id="content" tabIndex={-1}>
        {props.children}
      </main>
    </>
  );
}
