// Plants every hole of holes.ts in memory, one after the other, and lets the oracle look for it at the doors where it gapes; with `--everywhere` at all doors.
// Says for each the sentence in which it was found, and ends with 1 when one was not.
import type { findAt } from "../support/every-door/find-difference.ts";
import { holes, type Hole } from "./holes.ts";
import { importWith } from "./plant-in-memory.ts";

// Each copy of the station's modules listens for the end of the process.
process.setMaxListeners(0);
const isEverywhere = process.argv.includes("--everywhere");

async function find(hole: Hole): Promise<string | undefined> {
  const loaded = (await importWith(hole, "test/support/every-door/find-difference.ts")) as { findAt: typeof findAt };
  return loaded.findAt(isEverywhere ? "everywhere" : hole.at);
}

let found = 0;
for (const hole of holes) {
  const sentence = await find(hole);
  if (sentence !== undefined) found += 1;
  console.log(`${sentence === undefined ? "NOT FOUND" : "found"}: ${hole.opens}\n  ${sentence ?? ""}`);
}
console.log(`${found} of ${holes.length} planted holes found`);
process.exit(found === holes.length ? 0 : 1);
