// Asks everything of three worlds that are always the same; says the first difference and ends with 1 when there is one.
import fc from "fast-check";
import { findDifference } from "../support/every-door/find-difference.ts";
import { WorldPlan } from "../support/every-door/world-plan.ts";

for (const plan of fc.sample(WorldPlan, { numRuns: 3, seed: 2_026 })) {
  const { difference } = await findDifference(plan);
  if (difference === undefined) continue;
  console.log(difference);
  process.exit(1);
}
