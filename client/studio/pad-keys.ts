import { keyedPads } from "../../schemas/carts.ts";

/** Whether a key pressed now would be typed somewhere. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** The place on the pads, from 0, that a key means. It is found by where the key lies: French keyboards write & and é with 1 and 2. */
export function padOfKey(event: Pick<KeyboardEvent, "code" | "ctrlKey" | "altKey" | "metaKey">): number | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  return digit === undefined ? undefined : Number(digit) - 1;
}

/** What is written on a pad's key of the keyboard. */
export const keyOfPad = (index: number): string | undefined => (index < keyedPads ? String(index + 1) : undefined);
