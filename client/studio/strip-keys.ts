/** Left and right on a control of a strip go to the same control of the strip beside it; the strips' order on screen counts. */
export function moveAlongStrips(event: KeyboardEvent & { currentTarget: HTMLElement }) {
  const direction = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const control = event.target instanceof HTMLElement ? event.target.dataset.control : undefined;
  if (direction === undefined || control === undefined) return;
  const alike = [...event.currentTarget.querySelectorAll<HTMLElement>(`[data-control="${control}"]`)];
  const next = alike[alike.indexOf(event.target as HTMLElement) + direction];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest", inline: "nearest" });
}
