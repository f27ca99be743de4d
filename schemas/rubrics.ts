import { z } from "zod";
import { ClassroomId, RubricId } from "./ids.ts";
import { line, lineOrNothing, Title } from "./people.ts";
import { SelfAssessment } from "./takes.ts";

/** Most levels of a criterion. */
export const mostLevels = 4;
/** Most criteria of a rubric: more are not heard at once. */
export const mostCriteria = 10;

/** One thing to listen for, and what is heard at each level, from the first to the last. */
export const Criterion = z.strictObject({
  title: Title,
  levels: z.array(line(200)).min(2).max(mostLevels),
  /** Which of the pupil's own answers is about the same. */
  ownAnswer: SelfAssessment.keyof().nullable(),
});
/** See {@link Criterion}. */
export type Criterion = z.infer<typeof Criterion>;

/** What a teacher writes of a rubric. */
export const RubricSettings = z.strictObject({
  title: Title,
  /** Where it comes from: the programme or framework that it was copied from. */
  source: lineOrNothing(300),
  criteria: z.array(Criterion).min(1).max(mostCriteria),
});
/** See {@link RubricSettings}. */
export type RubricSettings = z.infer<typeof RubricSettings>;

/** A class's own rubric. */
export const Rubric = RubricSettings.extend({ id: RubricId, classroomId: ClassroomId });
/** See {@link Rubric}. */
export type Rubric = z.infer<typeof Rubric>;
/** Most rubrics of a classroom. */
export const mostRubrics = 40;
