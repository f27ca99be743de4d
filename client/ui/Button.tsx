import { Show, splitProps, type JSX } from "solid-js";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-shapes.ts";

type Look = "plain" | "primary" | "bare" | "go" | "taping" | "danger" | "danger solid" | "dark";
type Own = { look?: Look; size?: "tall" | "giant" | "square"; icon?: IconName; isBusy?: boolean; isWide?: boolean };

/** A key: what it does is a verb. Keep `label` words visible; a `square` one needs an `aria-label`. */
export function Button(props: JSX.ButtonHTMLAttributes<HTMLButtonElement> & Own) {
  const [own, rest] = splitProps(props, ["look", "size", "icon", "isBusy", "isWide", "class", "children", "type"]);
  const look = () =>
    `btn ${own.look ?? "plain"} ${own.size ?? ""} ${own.isWide === true ? "wide" : ""} ${own.class ?? ""}`;
  return (
    <button {...rest} type={own.type ?? "button"} class={look()} aria-busy={own.isBusy === true ? "true" : undefined}>
      <Show when={own.isBusy === true} fallback={<Show when={own.icon}>{(name) => <Icon name={name()} />}</Show>}>
        <span class="spinner" />
      </Show>
      {own.children}
    </button>
  );
}
