import type { JSX } from "solid-js";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-shapes.ts";

/** Nothing here yet: why, and the key that changes it. Without an icon, the free aerial is drawn. */
export function Empty(props: { title: string; icon?: IconName; children?: JSX.Element; action?: JSX.Element }) {
  return (
    <div class="empty">
      {props.icon === undefined ? <FreeAerial /> : <Icon name={props.icon} size="xl" />}
      <h3>{props.title}</h3>
      <div class="quiet">{props.children}</div>
      {props.action}
    </div>
  );
}

const FreeAerial = () => (
  <svg class="drawing" viewBox="0 0 120 70" aria-hidden="true">
    <path
      d="M60 66V22M30 28h60M40 42h40M50 55h20"
      fill="none"
      stroke="currentColor"
      stroke-width="4"
      stroke-linecap="round"
    />
  </svg>
);
