/** Whether a key is meant for a field, or for a choice that has the numbers for itself. */
export const isTyping = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey ||
  metaKey ||
  altKey ||
  (target instanceof HTMLElement && target.closest("input, textarea, select, dialog, [data-own-keys]") !== null);
