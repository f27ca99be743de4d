import type { RundownItem } from "../../schemas/rundown.ts";
import type { RundownClass } from "./read-class.ts";

/** What the parts of an item's form share: the item, what it may name, and the change of a field. */
export type ItemFormProps = {
  item: RundownItem;
  known: RundownClass;
  onChange: (change: Partial<RundownItem>) => void;
};
