import type { Criterion } from "../rubrics.ts";

/** A criterion of the library; with the pupil's own answer that is about the same, where there is one. */
export const criterionOf = (title: string, levels: string[], ownAnswer: Criterion["ownAnswer"] = null): Criterion => ({
  title,
  levels,
  ownAnswer,
});
