/** What a key does to the player. */
export type PlayerMove = { kind: "toggle" } | { kind: "jump"; seconds: number };

const moves: Readonly<Record<string, PlayerMove>> = {
  " ": { kind: "toggle" },
  ArrowLeft: { kind: "jump", seconds: -15 },
  ArrowRight: { kind: "jump", seconds: 15 },
};

// Elements that need these keys themselves.
const busy = "input, textarea, select, button, a, summary, dialog, [role=slider], [contenteditable]";

/** What a key pressed anywhere on the page does, unless what has the focus needs it or a modifier is held. */
export function moveOf(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "target">,
): PlayerMove | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  const target = event.target as { closest?: (selector: string) => unknown } | null;
  return target?.closest?.(busy) ? undefined : moves[event.key];
}
