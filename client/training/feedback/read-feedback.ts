import type { ClassroomId, TakeId } from "../../../schemas/ids.ts";
import type { Pupil } from "../../../schemas/people.ts";
import type { TakeReview } from "../../../schemas/reviews.ts";
import type { Criterion, Rubric } from "../../../schemas/rubrics.ts";
import { api } from "../../api/api.ts";

/** What was said of a take, with the rubrics and the classmates that it names. */
export type Feedback = { review: TakeReview; rubrics: readonly Rubric[]; pupils: readonly Pupil[] };

/** Asks for all that was said of one's own take. */
export async function readFeedback(takeId: TakeId, classroomId: ClassroomId): Promise<Feedback> {
  const asked = [api.reviews.read(takeId), api.rubrics.list(classroomId), api.classrooms.read(classroomId)] as const;
  const [review, rubrics, { pupils }] = await Promise.all(asked);
  return { review, rubrics, pupils };
}

/** What a teacher chose: of each criterion the level, from 1; those without a choice are left out. */
export const chosenLevels = ({ review, rubrics }: Feedback): { criterion: Criterion; level: number }[] =>
  review.assessments
    .filter(({ pupilId }) => pupilId === null)
    .flatMap(({ rubricId, levels }) => {
      const criteria = rubrics.find(({ id }) => id === rubricId)?.criteria ?? [];
      return criteria.flatMap((criterion, index) => {
        const level = levels[index] ?? null;
        return level === null ? [] : [{ criterion, level }];
      });
    });
