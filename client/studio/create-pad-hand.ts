import { onCleanup } from "solid-js";
import type { Cart } from "../../schemas/carts.ts";

/** How long a finger rests on a pad to change it instead of playing it. */
const longPressMs = 600;

type Acts = { cart: () => Cart; isPlaying: () => boolean; play: () => void; stop: () => void; change: () => void };

/**
 * A hand on one pad. A press plays, a press again fades out; one that is to be held plays from finger down to finger up, and with a keyboard
 * or a switch by two presses. A long press, or the context menu, changes the pad.
 */
export function createPadHand({ cart, isPlaying, play, stop, change }: Acts) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasLong = false;
  let isHeld = false;
  const isForHolding = () => cart().mode === "hold";
  const toggle = () => {
    if (isPlaying()) stop();
    else play();
  };
  const rest = () => {
    clearTimeout(timer);
    if (!isHeld) return;
    isHeld = false;
    stop();
  };
  onCleanup(rest);
  return {
    onPointerDown: (event: PointerEvent) => {
      wasLong = false;
      if (event.button !== 0) return;
      if (isForHolding()) {
        (event.currentTarget as Element).setPointerCapture(event.pointerId);
        isHeld = true;
        play();
        return;
      }
      timer = setTimeout(() => {
        wasLong = true;
        change();
      }, longPressMs);
    },
    onPointerUp: rest,
    onPointerCancel: rest,
    onPointerLeave: () => {
      clearTimeout(timer);
    },
    /** The click that ends a press; `detail` is 0 where no pointer pressed. */
    onClick: (event: MouseEvent) => {
      if (!wasLong && (!isForHolding() || event.detail === 0)) toggle();
      wasLong = false;
    },
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault();
      clearTimeout(timer);
      // A long touch of a pad that is held brings the menu up too, and is no wish to change it.
      if (isHeld || wasLong) return;
      change();
    },
    /** The pad's key of the keyboard went down, or up. */
    keyDown: () => {
      isHeld = isForHolding();
      if (isHeld) play();
      else toggle();
    },
    keyUp: rest,
  };
}
/** See {@link createPadHand}. */
export type PadHand = ReturnType<typeof createPadHand>;
