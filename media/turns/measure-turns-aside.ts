import type { WorkOptions } from "../aside/aside-talk.ts";
import { workAside } from "../aside/work-aside.ts";
import type { MeasuredTurns, TurnsOrder } from "./measure-turns.ts";

/** {@link measureTurns} in a patient thread of its own, as `workAside` does it. */
export const measureTurnsAside = (order: TurnsOrder, options: WorkOptions): Promise<MeasuredTurns> =>
  workAside(new URL("./turns-thread.ts", import.meta.url), order, options);
