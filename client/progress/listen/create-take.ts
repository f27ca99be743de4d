import { createResource, createSignal } from "solid-js";
import type { PupilId, TakeId } from "../../../schemas/ids.ts";
import type { TakeReview } from "../../../schemas/reviews.ts";
import { api } from "../../api/api.ts";

/** One take with its exercise, its measures and what was said of it; `keep` sends a change, the newest of several that come at once. */
export function createTake(id: () => TakeId, onChanged: () => void) {
  const [found, { refetch, mutate }] = createResource(id, async (takeId) => {
    const [take, review] = await Promise.all([api.reviews.readTake(takeId), api.reviews.read(takeId)]);
    return { take, review, exercise: await api.reviews.readExercise(take.exerciseId) };
  });
  const [isSaving, setSaving] = createSignal(false);
  const [thrown, setThrown] = createSignal<unknown>();
  let asked = 0;
  const told = (review: TakeReview) => mutate((before) => before && { ...before, review });
  const keep = async (send: () => Promise<TakeReview>): Promise<boolean> => {
    asked += 1;
    const own = asked;
    setSaving(true);
    setThrown(undefined);
    try {
      const wasHeard = found.latest?.review.heardAt != null;
      const review = await send();
      if (own === asked) told(review);
      if (!wasHeard) onChanged();
      return true;
    } catch (error) {
      setThrown(() => error);
      return false;
    } finally {
      if (own === asked) setSaving(false);
    }
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
