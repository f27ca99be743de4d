import type { JSX } from "solid-js";
import { Icon } from "./Icon.tsx";
import type { IconName } from "./icon-shapes.ts";

/** A state in one word, with its colour and its shape. */
export function Chip(props: {
  look?: "ready" | "waiting" | "taping" | "danger" | "info" | "on-air";
  icon?: IconName;
  children: JSX.Element;
}) {
  return (
    <span class={`chip ${props.look ?? ""}`}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </span>
  );
}

/** The tally lamp: red only when somebody hears. `isStatus` once per page at most. */
export function Lamp(props: {
  look: "on" | "taping" | "off";
  icon: IconName;
  isStatus?: boolean;
  children: JSX.Element;
}) {
  return (
    <span class={`lamp ${props.look}`} role={props.isStatus === true ? "status" : undefined}>
      <Icon name={props.icon} />
      {props.children}
    </span>
  );
}
