import type { JSX } from "solid-js";
import { placeQuery } from "../../schemas/listening-wish.ts";
import { useI18n } from "../i18n/I18n.tsx";
import type { Player } from "../audio/create-player.ts";
import { isPlainPress } from "./address.ts";

type TimeLinkProps = {
  player: Player;
  seconds: number;
  isCurrent: boolean;
  /** Without a script it opens the page anew, with the sound at this place: keeps the text in it. */
  isInText?: boolean;
  tabIndex?: 0 | -1;
  /** What a list of many knows it by, see `createRoving`. */
  key?: string;
  onGo?: () => void;
  children: JSX.Element;
};

/** A place in the sound with its clock: a press goes there and plays. */
export function TimeLink(props: TimeLinkProps) {
  const { formats } = useI18n();
  const go = (event: MouseEvent) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    props.player.seek(props.seconds);
    props.onGo?.();
    if (!props.player.isPlaying()) void props.player.play();
  };
  return (
    <a
      class="time-link"
      href={`${placeQuery(props.seconds, props.isInText)}${props.isInText === true ? "#text" : "#player"}`}
      aria-current={props.isCurrent ? "true" : undefined}
      tabIndex={props.tabIndex}
      data-key={props.key}
      onClick={go}
    >
      <span class="hour">{formats().clock(props.seconds)}</span>
      {props.children}
    </a>
  );
}
