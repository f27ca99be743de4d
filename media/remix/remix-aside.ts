import type { WorkOptions } from "../aside/aside-talk.ts";
import { workAside } from "../aside/work-aside.ts";
import type { RemixOrder, RemixWay } from "./remix.ts";

/** A remix in a patient thread of its own, as `workAside` does it. */
export const remixAside = (order: RemixOrder, options: WorkOptions): Promise<RemixWay> =>
  workAside(new URL("./remix-thread.ts", import.meta.url), order, options);
