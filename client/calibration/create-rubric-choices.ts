import { createResource } from "solid-js";
import type { AnchorSettings } from "../../schemas/anchors.ts";
import { rubricLibrary } from "../../schemas/rubric-library/rubric-library.ts";
import type { Classroom } from "../../schemas/people.ts";
import type { RubricSettings } from "../../schemas/rubrics.ts";
import { api } from "../api/api.ts";
import { useStaff } from "../staff.ts";

/** A rubric that an anchor can be judged by: what it copies of it. */
export type RubricChoice = Pick<AnchorSettings, "rubric" | "criteria">;
/** The rubrics of one class. */
export type ClassRubrics = { className: string; rubrics: readonly RubricChoice[] };

// The pupil's own answer belongs to a class's take, and not to an anchor.
const copyOf = ({ title, criteria }: Pick<RubricSettings, "title" | "criteria">): RubricChoice => ({
  rubric: title,
  criteria: criteria.map(({ title: name, levels }) => ({ title: name, levels })),
});

/** The library's rubrics. */
export const libraryChoices: readonly RubricChoice[] = rubricLibrary.map(copyOf);

async function readClasses(classrooms: readonly Classroom[]): Promise<ClassRubrics[]> {
  const told = await Promise.all(
    classrooms.map(async ({ id, name }) => ({
      className: name,
      rubrics: (await api.rubrics.list(id)).map(copyOf),
    })),
  );
  return told.filter(({ rubrics }) => rubrics.length > 0);
}

/** The copies that one's classes changed as they like, class by class. Whoever cannot have them now still has the library's. */
export function createRubricChoices() {
  const [found, { refetch }] = createResource(useStaff().classrooms, readClasses);
  return {
    ofClasses: (): readonly ClassRubrics[] => (found.state === "ready" ? found.latest : []),
    isMissing: () => found.state === "errored",
    askAgain: () => void refetch(),
  };
}
