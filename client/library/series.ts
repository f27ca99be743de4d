import type { ClassShow } from "../api/api.ts";

/** A planned show, with those of its weekly slot that come after it. */
export type Series = { next: ClassShow; following: readonly ClassShow[] };

/** Planned shows, soonest first, as a list shows them: a weekly slot once, by its next show. */
export function seriesOf(planned: readonly ClassShow[]): Series[] {
  const slots = new Map<string, ClassShow[]>();
  const found: Series[] = [];
  for (const each of planned) {
    const { slotId } = each.show;
    const slot = slotId === null ? undefined : slots.get(slotId);
    if (slot !== undefined) {
      slot.push(each);
      continue;
    }
    const following: ClassShow[] = [];
    if (slotId !== null) slots.set(slotId, following);
    found.push({ next: each, following });
  }
  return found;
}
