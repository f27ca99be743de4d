import { createResource, createSignal } from "solid-js";
import type { PupilId, TakeId } from "../../../schemas/ids.ts";
import type { TakeReview } from "../../../schemas/reviews.ts";
import { api } from "../../api/api.ts";

/** One take with its exercise, its measures and what was said of it; `keep` sends a change, each in its turn. */
export function createTake(id: () => TakeId, onChanged: () => void) {
  const [found, { refetch, mutate }] = createResource(id, async (takeId) => {
    const [take, review] = await Promise.all([api.reviews.readTake(takeId), api.reviews.read(takeId)]);
    return { take, review, exercise: await api.reviews.readExercise(take.exerciseId) };
  });
  const [isSaving, setSaving] = createSignal(false);
  const [thrown, setThrown] = createSignal<unknown>();
  let waiting = 0;
  let turn: Promise<unknown> = Promise.resolve();
  const sendNow = async (send: () => Promise<TakeReview>): Promise<boolean> => {
    try {
      const review = await send();
      const former = found.latest?.review;
      // Another take may be open by now.
      mutate((before) => (before?.take.id === review.takeId ? { ...before, review } : before));
      if (former?.takeId !== review.takeId || former.heardAt === null) onChanged();
      return true;
    } catch (error) {
      setThrown(() => error);
      return false;
    } finally {
      waiting -= 1;
      if (waiting === 0) setSaving(false);
    }
  };
  const keep = (send: () => Promise<TakeReview>): Promise<boolean> => {
    waiting += 1;
    setSaving(true);
    setThrown(undefined);
    const kept = turn.then(() => sendNow(send));
    turn = kept;
    return kept;
  };
  const setPartner = async (partnerId: PupilId | null) => {
    const before = found.latest;
    if (before === undefined) return;
    setThrown(undefined);
    try {
      const changed = await api.takes.setPartner(before.take.id, partnerId);
      const review = await api.reviews.read(changed.id);
      mutate((now) => now && { ...now, take: changed, review });
      onChanged();
    } catch (error) {
      setThrown(() => error);
    }
  };
  return { found, setPartner, refetch: () => void refetch(), keep, isSaving, thrown };
}
/** See {@link createTake}. */
export type TakeDesk = ReturnType<typeof createTake>;
