import type { JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-shapes.ts";

type EmptyProps = {
  title: string;
  icon?: IconName;
  /** 1 when it is the page, 2 under the page's title, 3 inside a titled panel. */
  level?: 1 | 2 | 3;
  children?: JSX.Element;
  action?: JSX.Element;
};

/** Nothing here yet: why, and the key that changes it. Without an icon, the free aerial is drawn. */
export function Empty(props: EmptyProps) {
  return (
    <div class="empty">
      {props.icon === undefined ? <FreeAerial /> : <Icon name={props.icon} size="xl" />}
      <Dynamic component={`h${props.level ?? 2}`} class="empty-title">
        {props.title}
      </Dynamic>
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
