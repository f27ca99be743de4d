import { onCleanup, Show } from "solid-js";
import type { Cart } from "../../schemas/carts.ts";
import type { PlayingCart } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { Icon } from "../ui/Icon.tsx";
import type { IconName } from "../ui/icon-shapes.ts";
import { createPadHand, type PadHand } from "./create-pad-hand.ts";
import { createTicker } from "./create-ticker.ts";
import type { Desk } from "./desk.ts";

const icons = { jingle: "flash", sting: "flash", theme: "note", bed: "loop" } as const satisfies Record<
  Cart["kind"],
  IconName
>;

type PadProps = {
  cart: Cart;
  playing: PlayingCart | undefined;
  /** Its key of the keyboard. */
  keyName: string | undefined;
  desk: Desk;
  tabIndex: 0 | -1;
  /** Who is at this desk may not fire it: the sounds are not lent, or this one is not for pupils. */
  isRefused: boolean;
  /** Hands the pad's hand to who listens to the keyboard, and takes it back. */
  onHand: (hand: PadHand | undefined) => void;
};

/** One cart as a key of its colour: name, length or what is left of it, and how far it has come. */
export function Pad(props: PadProps) {
  const { t } = useI18n();
  const { studio, frames, padPanel } = props.desk;
  const clock = studio.signalling.clock;
  let pad!: HTMLButtonElement;
  const tell = (name: "playCart" | "stopCart") => void studio.tell(name, { cartId: props.cart.id });
  const hand = createPadHand({
    cart: () => props.cart,
    isPlaying: () => props.playing !== undefined,
    play: () => {
      if (!props.isRefused) tell("playCart");
    },
    stop: () => {
      if (!props.isRefused) tell("stopCart");
    },
    change: () => {
      if (props.desk.may("cart.manage")) padPanel.open({ kind: "cart", cartId: props.cart.id });
    },
  });
  props.onHand(hand);
  onCleanup(() => {
    props.onHand(undefined);
  });
  frames.onFrame(() => {
    if (props.playing === undefined) return;
    const turns = (clock.now() - Date.parse(props.playing.startedAt)) / 1_000 / props.cart.durationSeconds;
    pad.style.setProperty("--played", `${Math.min(1, props.playing.isLooping ? turns % 1 : turns) * 100}%`);
  });
  return (
    <button
      ref={pad}
      type="button"
      class={`pad v${props.cart.colour}`}
      classList={{ playing: props.playing !== undefined, refused: props.isRefused, holds: props.cart.mode === "hold" }}
      data-key={props.cart.id}
      tabindex={props.tabIndex}
      aria-pressed={props.playing !== undefined}
      aria-disabled={props.isRefused}
      aria-keyshortcuts={props.keyName}
      onPointerDown={hand.onPointerDown}
      onPointerUp={hand.onPointerUp}
      onPointerCancel={hand.onPointerCancel}
      onPointerLeave={hand.onPointerLeave}
      onClick={hand.onClick}
      onContextMenu={hand.onContextMenu}
    >
      <span class="name">{props.cart.title}</span>
      <Show when={props.keyName}>
        <kbd aria-hidden="true">{props.keyName}</kbd>
      </Show>
      <span class="sr-only">{t(`carts.${props.cart.kind}`)}</span>
      <span class="meta">
        <Show when={props.playing} fallback={<Waiting {...props} />}>
          {(playing) => <Playing {...props} playing={playing()} />}
        </Show>
      </span>
    </button>
  );
}

function Waiting(props: PadProps) {
  const { t, formats } = useI18n();
  const length = () => formats().clock(Math.max(1, Math.round(props.cart.durationSeconds)));
  const way = () => {
    if (props.cart.mode === "loop") return t("studio.looped");
    if (props.cart.mode === "hold") return `${length()} · ${t("studio.heldPad")}`;
    return props.cart.nextCartId === null ? length() : `${length()} · ${t("studio.following")}`;
  };
  return (
    <Show
      when={!props.isRefused}
      fallback={
        <>
          <Icon name="lock" />
          {t("studio.notForPupils")}
        </>
      }
    >
      <Icon name={icons[props.cart.kind]} />
      {way()}
    </Show>
  );
}

function Playing(props: PadProps & { playing: PlayingCart }) {
  const { t, formats } = useI18n();
  const elapsed = createTicker(props.desk.studio.signalling.clock, () => props.playing.startedAt);
  const left = () => Math.max(0, Math.ceil(props.cart.durationSeconds - elapsed()));
  return (
    <>
      <Icon name="pause" />
      {props.playing.isLooping ? t("studio.looping") : t("studio.remaining", { time: formats().clock(left()) })}
    </>
  );
}
