import { createSignal, onCleanup, type Accessor } from "solid-js";
import { createStore, reconcile, unwrap } from "solid-js/store";
import type { RundownTemplateId } from "../../schemas/ids.ts";
import type { Rundown, RundownChange, RundownItem } from "../../schemas/rundown.ts";
import { ApiError } from "../api/api.ts";
import { mergeRundowns } from "./merge-rundowns.ts";

/** Where the page's rundown is kept. */
export type RundownPlace = { read(): Promise<Rundown>; save(change: RundownChange): Promise<Rundown> };

/** A rundown under the hands of somebody who edits it; it saves itself as it changes. */
export type EditedRundown = {
  /** Stable objects: an item that was not changed stays the same one. */
  readonly items: Accessor<readonly RundownItem[]>;
  readonly saving: Accessor<"saved" | "waiting" | "saving" | "failed">;
  /** Why the last save failed. */
  readonly thrown: Accessor<unknown>;
  /** Somebody else saved in between, and both versions were brought together. */
  readonly merged: Accessor<"both" | "doubled" | undefined>;
  /** Where it came from other classes. */
  readonly credit: Accessor<string | undefined>;
  /** `templateId` is the class's template that new items come from. */
  change(items: readonly RundownItem[], templateId?: RundownTemplateId): void;
  /** Saves now what waits to be saved. */
  flush(): Promise<void>;
  /** A newer revision is known to exist: brings it in. */
  follow(revision: number): Promise<void>;
};

const pauseMs = 700;
const isOutrun = (error: unknown) => error instanceof ApiError && error.code === "rundown.changed";

/** Edits a rundown while the caller's owner lives; what waits is saved when it goes. */
export function createRundown(first: Rundown, place: RundownPlace): EditedRundown {
  const [state, setState] = createStore({ items: structuredClone(first.items) });
  const [saving, setSaving] = createSignal<ReturnType<EditedRundown["saving"]>>("saved");
  const [thrown, setThrown] = createSignal<unknown>();
  const [merged, setMerged] = createSignal<"both" | "doubled">();
  const [credit, setCredit] = createSignal(first.credit);
  let template: RundownTemplateId | undefined;
  let base = first;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = Promise.resolve();

  const mine = () => structuredClone(unwrap(state.items));
  const isChanged = () => JSON.stringify(mine()) !== JSON.stringify(base.items);
  // A copy, for the store changes its objects in place, and `base` must stay what the server has.
  const show = (items: readonly RundownItem[]) => {
    setState("items", reconcile(structuredClone(unwrap([...items])), { key: "id" }));
  };

  function bringIn(theirs: Rundown) {
    const both = mergeRundowns(base.items, mine(), theirs.items);
    if (isChanged()) setMerged(both.isDoubled ? "doubled" : "both");
    base = theirs;
    show(both.items);
  }

  async function save() {
    const sent = mine();
    const from = template === undefined ? {} : { templateId: template };
    const saved = await place.save({ revision: base.revision, items: sent, ...from }).catch(async (error: unknown) => {
      if (!isOutrun(error)) throw error;
      bringIn(await place.read());
      return undefined;
    });
    if (saved === undefined) return;
    base = saved;
    if (from.templateId === template) template = undefined;
    setCredit(saved.credit);
    // What was typed while this one travelled stays, and is saved next.
    if (JSON.stringify(mine()) === JSON.stringify(sent)) show(saved.items);
  }

  const flush = () => {
    clearTimeout(timer);
    turn = turn.then(async () => {
      if (!isChanged()) return void setSaving("saved");
      setSaving("saving");
      setThrown(undefined);
      try {
        while (isChanged()) await save();
        setSaving("saved");
      } catch (error) {
        setThrown(() => error);
        setSaving("failed");
      }
    });
    return turn;
  };
  const flushNow = () => void flush();
  addEventListener("pagehide", flushNow);
  onCleanup(() => {
    removeEventListener("pagehide", flushNow);
    flushNow();
  });

  return {
    items: () => state.items,
    saving,
    thrown,
    merged,
    credit,
    change: (items, templateId) => {
      template = templateId ?? template;
      show(items);
      setSaving("waiting");
      clearTimeout(timer);
      timer = setTimeout(flushNow, pauseMs);
    },
    flush,
    follow: (revision) => {
      turn = turn.then(async () => {
        if (revision <= base.revision) return;
        const newest = await place.read().catch(() => undefined);
        if (newest !== undefined && newest.revision > base.revision) bringIn(newest);
      });
      return turn;
    },
  };
}
