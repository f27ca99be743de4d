import { A } from "@solidjs/router";
import { For, onMount, type JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "./Icon.tsx";
import { PageHead } from "./PageHead.tsx";
import { schoolPages } from "./school-pages.ts";

/** The head of an admin's page about the whole school: the school's pages side by side, the title of this one, and the keys for what is done here. */
export function SchoolHead(props: { title: string; hint?: string; children?: JSX.Element }) {
  const { t } = useI18n();
  let tabs!: HTMLElement;
  onMount(() => {
    document.title = `${props.title} — Antenne`;
    // On a phone the tabs are wider than the screen, and this page's may stand beyond it.
    tabs.querySelector(".active")?.scrollIntoView({ inline: "center", block: "nearest" });
  });
  return (
    <>
      <nav ref={tabs} class="tabs school-tabs" aria-label={t("school.navigation")}>
        <For each={schoolPages}>
          {({ href, word, icon }) => (
            <A href={href}>
              <Icon name={icon} />
              {t(word)}
            </A>
          )}
        </For>
      </nav>
      <PageHead title={props.title} hint={props.hint}>
        {props.children}
      </PageHead>
    </>
  );
}
