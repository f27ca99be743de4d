import { httpDoors } from "./http-doors.ts";
import { tryHttp } from "./try-http.ts";
import { trySockets } from "./try-sockets.ts";
import { openWorld } from "./world.ts";
import type { WorldPlan } from "./world-plan.ts";

/** Asks everything of a random world, as everybody, and compares with the oracle: how many requests, and the first difference as a sentence. */
export async function findDifference(plan: WorldPlan): Promise<{ requests: number; difference: string | undefined }> {
  await using world = await openWorld(plan);
  const overSockets = await trySockets(world);
  if (overSockets.difference !== undefined) return { requests: overSockets.count, difference: overSockets.difference };
  const overHttp = await tryHttp(world, httpDoors);
  return { requests: overSockets.count + overHttp.count, difference: overHttp.difference };
}
