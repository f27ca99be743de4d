import { BaseSequencer, type TestSpecification } from "vitest/node";

// In a fresh checkout nothing is known of the files but their size, which tells little of their time.
const long = ["every-door/every-door", "pages/training", "pages/every-page", "archive/erase-pupil", "pages/region"];

/** Begins each project's files with those known to last a minute or so: none of them runs on alone when all others have ended. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map((file) => file.project))];
    const isLong = ({ moduleId }: TestSpecification) => long.some((name) => moduleId.endsWith(`/${name}.test.ts`));
    const rank = (file: TestSpecification) => 2 * projects.indexOf(file.project) + (isLong(file) ? 0 : 1);
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
