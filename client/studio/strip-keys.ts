const directions: Partial<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 };

/**
 * Left and right on a control of a strip go to the same control of the strip beside it, or to its fader where it has no such control; up and
 * down go to the strip's own next one, but on a fader, which they move. What is on screen counts.
 */
export function moveAlongStrips(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const direction = directions[event.key];
  if (direction === undefined || event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
  const { target } = event;
  const strip = target.closest<HTMLElement>("[data-key]");
  if (strip === null || target.dataset.control === undefined) return;
  const isBeside = event.key === "ArrowLeft" || event.key === "ArrowRight";
  const next = isBeside
    ? controlBeside(event.currentTarget, strip, target.dataset.control, direction)
    : neighbourIn([...strip.querySelectorAll<HTMLElement>("[data-control]")], target, direction);
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}

const neighbourIn = <Thing>(things: readonly Thing[], thing: Thing, direction: -1 | 1): Thing | undefined =>
  things[things.indexOf(thing) + direction];

function controlBeside(row: HTMLElement, strip: HTMLElement, control: string, direction: -1 | 1) {
  const next = neighbourIn([...row.querySelectorAll<HTMLElement>("[data-key]")], strip, direction);
  const called = (name: string) => next?.querySelector<HTMLElement>(`[data-control="${name}"]`);
  return called(control) ?? called("fader") ?? undefined;
}
