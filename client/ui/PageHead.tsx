import { A } from "@solidjs/router";
import { Show, type JSX } from "solid-js";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "./Icon.tsx";

/** The head of a page for staff: the way back to where it belongs, its title with a quiet line below, and at the end the keys for what is done here. */
export function PageHead(props: {
  title: string;
  hint?: JSX.Element;
  /** Where the page belongs; `label` says it when "back" is not enough. */
  back?: { href: string; label?: string };
  children?: JSX.Element;
}) {
  const { t } = useI18n();
  return (
    <div class="page-head">
      <Show when={props.back}>
        {(back) => (
          <A class="btn bare square" href={back().href} aria-label={back().label ?? t("frame.back")}>
            <Icon name="left" isMirrored />
          </A>
        )}
      </Show>
      <div>
        <h1>{props.title}</h1>
        <Show when={props.hint}>{(hint) => <p class="quiet">{hint()}</p>}</Show>
      </div>
      <div class="row wrap push">{props.children}</div>
    </div>
  );
}
