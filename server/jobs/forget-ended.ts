import type { Job } from "../../schemas/jobs.ts";
import { openJobRows } from "../store/job-rows.ts";
import type { Database } from "../store/open-database.ts";
import type { Jobs } from "./open-jobs.ts";

/** Removes works of a kind as soon as they have ended: whom they were for is forgotten with them. Disposing waits until that is so. */
export async function forgetEnded(
  database: Database,
  jobs: Jobs,
  kind: Job["kind"],
  onBug: (error: unknown) => void,
): Promise<AsyncDisposable> {
  const rows = openJobRows(database, [kind]);
  const forget = () => rows.removeEnded(Number.MAX_SAFE_INTEGER);
  let forgetting: Promise<unknown> = forget();
  await forgetting;
  jobs.onChange(({ state }) => {
    if (state === "done" || state === "failed") forgetting = forgetting.then(forget).catch(onBug);
  });
  return { [Symbol.asyncDispose]: () => forgetting.then(() => undefined) };
}
