import type { WorkOptions } from "../aside/aside-talk.ts";
import { workAside } from "../aside/work-aside.ts";
import type { MeasuredTake, TakeOrder } from "./measure-take.ts";

/** A take's analysis in a patient thread of its own, as `workAside` does it. */
export const measureTakeAside = (order: TakeOrder, options: WorkOptions): Promise<MeasuredTake> =>
  workAside(new URL("./take-thread.ts", import.meta.url), order, options);
