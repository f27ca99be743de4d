import type { RubricSettings } from "../rubrics.ts";
import { radioRubrics } from "./radio.ts";
import { schoolRubrics } from "./school.ts";

/** What a class may take a copy of, and change as it likes; the first one is about what pupils are asked of their own takes. In French, as the texts that they come from. */
export const rubricLibrary: readonly RubricSettings[] = [...schoolRubrics, ...radioRubrics];
