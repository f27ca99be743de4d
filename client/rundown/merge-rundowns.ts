import { v7 } from "uuid";
import { RundownItemId } from "../../schemas/ids.ts";
import type { RundownItem } from "../../schemas/rundown.ts";

type Items = readonly RundownItem[];
type Merged = {
  readonly items: RundownItem[];
  /** The same item was changed on both sides: theirs stands after mine. */ readonly isDoubled: boolean;
};

const idsOf = (items: Items) => items.map(({ id }) => id);
const isSame = (one: RundownItem | undefined, other: RundownItem | undefined) =>
  JSON.stringify(one) === JSON.stringify(other);

/** Whether items that both sides have stand in another order. */
function isReordered(items: Items, base: Items): boolean {
  const known = new Set(idsOf(base));
  const kept = new Set(idsOf(items));
  const now = idsOf(items).filter((id) => known.has(id));
  const before = idsOf(base).filter((id) => kept.has(id));
  return now.join() !== before.join();
}

/** The ids of both sides: in the order of the one that moved something, each of the other's own after its predecessor. */
function orderOf(base: Items, mine: Items, theirs: Items): RundownItemId[] {
  const [leading, following] = isReordered(mine, base) ? [mine, theirs] : [theirs, mine];
  const order = idsOf(leading);
  idsOf(following).forEach((id, index, ids) => {
    if (!order.includes(id)) order.splice(index === 0 ? 0 : order.indexOf(ids[index - 1]!) + 1, 0, id);
  });
  return order;
}

/** What becomes of one item; a second one is theirs, where both sides changed it. */
function mergeItem(base?: RundownItem, mine?: RundownItem, theirs?: RundownItem): RundownItem[] {
  if (isSame(mine, theirs) || isSame(theirs, base)) return mine === undefined ? [] : [mine];
  if (isSame(mine, base)) return theirs === undefined ? [] : [theirs];
  // Removed on one side and changed on the other: what somebody has just written is kept.
  if (mine === undefined || theirs === undefined) return [(mine ?? theirs)!];
  return [mine, { ...theirs, id: RundownItemId.parse(v7()) }];
}

/** Brings together two rundowns that grew out of `base`; nothing that either side added or changed is lost. */
export function mergeRundowns(base: Items, mine: Items, theirs: Items): Merged {
  const find = (items: Items, id: RundownItemId) => items.find((item) => item.id === id);
  const merged = orderOf(base, mine, theirs).map((id) => mergeItem(find(base, id), find(mine, id), find(theirs, id)));
  return { items: merged.flat(), isDoubled: merged.some(({ length }) => length > 1) };
}
