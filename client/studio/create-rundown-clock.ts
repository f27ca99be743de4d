import { createMemo, type Accessor } from "solid-js";
import type { RundownState } from "../../schemas/rundown.ts";
import type { ServerClock } from "../server-clock.ts";
import { createTicker } from "./create-ticker.ts";
import { rundownTime, type RundownTime } from "./rundown-time.ts";

/** The rundown's time by the server's clock, anew every second of the item that is on; undefined while nothing is on. */
export function createRundownClock(
  clock: Pick<ServerClock, "now">,
  state: Accessor<RundownState>,
): Accessor<{ time: RundownTime; nowMs: number } | undefined> {
  const ticks = createTicker(clock, () => state().current?.startedAt);
  return createMemo(() => {
    const startedAt = state().current?.startedAt;
    if (startedAt === undefined) return undefined;
    // By whole seconds, so that all devices turn at once.
    const nowMs = Date.parse(startedAt) + Math.max(0, ticks()) * 1_000;
    const time = rundownTime(state(), nowMs);
    return time && { time, nowMs };
  });
}
