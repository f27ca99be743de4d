import { onCleanup } from "solid-js";

const tabbable = "button:not([disabled]), a[href], input:not([disabled]), select, [tabindex='0']";

/**
 * Where what had the focus is gone from the page, gives it to what is nearest: somebody who hears or types never starts again from the top.
 * A part may name its own place for it with `data-refuge`. Lives with the caller's owner.
 */
export function keepFocus(root: HTMLElement) {
  let last: Element | undefined;
  let above: HTMLElement[] = [];
  const note = ({ target }: FocusEvent) => {
    last = target as Element;
    above = [];
    for (let each = last.parentElement; each !== null; each = each.parentElement) above.push(each);
  };
  // A hand that presses elsewhere has left the place itself.
  const forget = () => (last = undefined);
  const rescue = () => {
    if (last === undefined || last.isConnected || document.activeElement !== document.body) return;
    for (const part of above.filter((each) => each.isConnected && root.contains(each))) {
      const refuge = part.querySelector<HTMLElement>("[data-refuge]") ?? firstIn(part);
      if (refuge === undefined) continue;
      refuge.focus();
      return;
    }
  };
  const observer = new MutationObserver(rescue);
  observer.observe(root, { childList: true, subtree: true });
  root.addEventListener("focusin", note);
  root.addEventListener("pointerdown", forget);
  onCleanup(() => {
    observer.disconnect();
    root.removeEventListener("focusin", note);
    root.removeEventListener("pointerdown", forget);
  });
}

const firstIn = (part: HTMLElement) =>
  [...part.querySelectorAll<HTMLElement>(tabbable)].find((each) => each.checkVisibility() && each.tabIndex >= 0);
