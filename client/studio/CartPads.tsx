import { createEffect, createMemo, For, onCleanup } from "solid-js";
import type { Cart } from "../../schemas/carts.ts";
import type { CartId } from "../../schemas/ids.ts";
import type { StudioSnapshot } from "../../schemas/studio.ts";
import { useI18n } from "../i18n/I18n.tsx";
import { comfort } from "../ui/comfort.ts";
import { createRoving } from "../ui/create-roving.ts";
import type { PadHand } from "./create-pad-hand.ts";
import type { Desk } from "./desk.ts";
import { Pad } from "./Pad.tsx";
import { isTyping, keyOfPad, padOfKey } from "./pad-keys.ts";

/** The pads of the show: press plays, press again fades out. Keys 1 to 9 do the same, unless turned off. */
export function CartPads(props: { snapshot: StudioSnapshot; desk: Desk }) {
  const { t } = useI18n();
  const hands = new Map<CartId, PadHand>();
  const carts = createMemo(() =>
    props.snapshot.pads.flatMap((id) => props.snapshot.carts.find((cart) => cart.id === id) ?? []),
  );
  let grid!: HTMLDivElement;
  const columns = () => getComputedStyle(grid).gridTemplateColumns.split(" ").length;
  const roving = createRoving(() => carts().map(({ id }) => id), columns);
  const isPupil = () => props.desk.studio.ownStrip()?.voice.kind === "pupil";
  const hasKeys = () => comfort().shortcuts === "on";
  listenToKeys(hasKeys, (place) => {
    const cart = carts()[place];
    return cart && hands.get(cart.id);
  });
  const setHand = (cart: Cart) => (hand: PadHand | undefined) => {
    if (hand === undefined) hands.delete(cart.id);
    else hands.set(cart.id, hand);
  };
  return (
    <div
      ref={grid}
      class="pads"
      role="group"
      aria-label={t("studio.carts")}
      onFocusIn={roving.onFocusIn}
      onKeyDown={roving.onKeyDown}
    >
      <For each={carts()} fallback={<p class="quiet small no-carts">{t("studio.noCarts")}</p>}>
        {(cart, index) => (
          <Pad
            cart={cart}
            playing={props.snapshot.playing.find(({ cartId }) => cartId === cart.id)}
            keyName={hasKeys() ? keyOfPad(index()) : undefined}
            desk={props.desk}
            isRefused={!props.desk.may("desk.carts") || (isPupil() && !cart.isForPupils)}
            tabIndex={roving.tabIndexOf(cart.id)}
            onHand={setHand(cart)}
          />
        )}
      </For>
    </div>
  );
}

/** Hands the keys 1 to 9 to the pads while they are on. What was pressed is let go when the window loses the keyboard. */
function listenToKeys(areOn: () => boolean, handAt: (place: number) => PadHand | undefined) {
  const pressed = new Map<number, PadHand>();
  const down = (event: KeyboardEvent) => {
    const place = padOfKey(event);
    const hand = place === undefined || event.repeat || isTyping(event.target) ? undefined : handAt(place);
    if (place === undefined || hand === undefined) return;
    pressed.set(place, hand);
    hand.keyDown();
  };
  const up = (event: KeyboardEvent) => {
    const place = padOfKey({ code: event.code, ctrlKey: false, altKey: false, metaKey: false });
    if (place !== undefined) letGo(place);
  };
  const letGo = (place: number) => {
    pressed.get(place)?.keyUp();
    pressed.delete(place);
  };
  const letAllGo = () => {
    for (const place of [...pressed.keys()]) letGo(place);
  };
  createEffect(() => {
    if (!areOn()) return;
    document.addEventListener("keydown", down);
    document.addEventListener("keyup", up);
    window.addEventListener("blur", letAllGo);
    onCleanup(() => {
      letAllGo();
      document.removeEventListener("keydown", down);
      document.removeEventListener("keyup", up);
      window.removeEventListener("blur", letAllGo);
    });
  });
}
