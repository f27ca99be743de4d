import { v7 } from "uuid";
import { RundownItemId } from "../../schemas/ids.ts";
import type { RundownItem } from "../../schemas/rundown.ts";

/** An item as a page adds it: one minute in which nobody in particular speaks and nothing of the desk moves. */
export function rundownItem(title: string, change: Partial<RundownItem> = {}): RundownItem {
  return {
    id: RundownItemId.parse(v7()),
    title,
    kind: "speech",
    plannedSeconds: 60,
    speakers: [],
    prompterText: "",
    cartIds: [],
    moves: { microphones: "keep", bed: "keep", gains: [], cartsGainDb: null },
    ...change,
  };
}
