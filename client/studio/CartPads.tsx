import { createEffect, For, onCleanup, Show } from "solid-js";
import type { Cart } from "../../schemas/carts.ts";
import type { PlayingCart, StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { comfort } from "../ui/comfort.ts";
import { Icon } from "../ui/Icon.tsx";
import type { IconName } from "../ui/icon-shapes.ts";
import { createTicker } from "./create-ticker.ts";
import type { Desk } from "./desk.ts";

const icons = { jingle: "flash", sting: "flash", theme: "note", bed: "loop" } as const satisfies Record<
  Cart["kind"],
  IconName
>;

/** How many carts have a key of the keyboard. */
const keyed = 8;

/** Whether a key pressed now would be typed somewhere. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** The pads of the class's carts: press plays, press again fades out. Keys 1 to 8 do the same, unless turned off. */
export function CartPads(props: { snapshot: StudioSnapshot; desk: Desk }) {
  const { t } = useI18n();
  const playingOf = (cart: Cart) => props.snapshot.playing.find(({ cartId }) => cartId === cart.id);
  const isLocked = () => !props.desk.may("desk.carts");
  const press = (cart: Cart) =>
    isLocked() ||
    void props.desk.studio.tell(playingOf(cart) === undefined ? "playCart" : "stopCart", { cartId: cart.id });
  const hasKeys = () => comfort().shortcuts === "on";
  const onKey = (event: KeyboardEvent) => {
    if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
    const cart = /^[1-8]$/.test(event.key) ? props.snapshot.carts[Number(event.key) - 1] : undefined;
    if (cart !== undefined) press(cart);
  };
  createEffect(() => {
    if (!hasKeys()) return;
    document.addEventListener("keydown", onKey);
    onCleanup(() => {
      document.removeEventListener("keydown", onKey);
    });
  });
  return (
    <div class="pads" role="group" aria-label={t("studio.carts")}>
      <For each={props.snapshot.carts} fallback={<p class="quiet small no-carts">{t("studio.noCarts")}</p>}>
        {(cart, index) => (
          <Pad
            cart={cart}
            playing={playingOf(cart)}
            keyName={hasKeys() && index() < keyed ? String(index() + 1) : undefined}
            desk={props.desk}
            isLocked={isLocked()}
            onPress={() => {
              press(cart);
            }}
          />
        )}
      </For>
    </div>
  );
}

function Pad(props: {
  cart: Cart;
  playing: PlayingCart | undefined;
  keyName: string | undefined;
  desk: Desk;
  isLocked: boolean;
  onPress: () => void;
}) {
  const { t, formats } = useI18n();
  const clock = props.desk.studio.signalling.clock;
  const elapsed = createTicker(clock, () => props.playing?.startedAt);
  const left = () => Math.max(0, Math.ceil(props.cart.durationSeconds - elapsed()));
  const length = () => formats().clock(Math.max(1, Math.round(props.cart.durationSeconds)));
  let pad!: HTMLButtonElement;
  props.desk.frames.onFrame(() => {
    if (props.playing === undefined) return;
    const seconds = (clock.now() - Date.parse(props.playing.startedAt)) / 1_000;
    const share = props.playing.isLooping
      ? (seconds / props.cart.durationSeconds) % 1
      : seconds / props.cart.durationSeconds;
    pad.style.setProperty("--played", `${Math.min(1, share) * 100}%`);
  });
  return (
    <button
      ref={pad}
      type="button"
      class={`pad v${props.cart.colour}`}
      classList={{ playing: props.playing !== undefined }}
      aria-pressed={props.playing !== undefined}
      aria-disabled={props.isLocked ? "true" : undefined}
      aria-keyshortcuts={props.keyName}
      onClick={() => {
        props.onPress();
      }}
    >
      <span class="name">{props.cart.title}</span>
      <Show when={props.keyName}>
        <kbd aria-hidden="true">{props.keyName}</kbd>
      </Show>
      <span class="meta">
        <Show
          when={props.playing}
          fallback={
            <>
              <Icon name={icons[props.cart.kind]} />
              {props.cart.kind === "bed" ? t("studio.looped") : length()}
            </>
          }
        >
          {(playing) => (
            <>
              <Icon name="pause" />
              {playing().isLooping ? t("studio.looping") : t("studio.remaining", { time: formats().clock(left()) })}
            </>
          )}
        </Show>
      </span>
    </button>
  );
}
