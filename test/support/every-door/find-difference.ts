import { httpDoors } from "./http-doors.ts";
import { tryHttp } from "./try-http.ts";
import { trySockets } from "./try-sockets.ts";
import { openWorld, openWorlds } from "./world.ts";
import type { WorldPlan } from "./world-plan.ts";

type Found = { requests: number; difference: string | undefined };

/** Asks everything of a random world, as everybody, and compares with the oracle: how many requests, and the first difference as a sentence. */
export async function findDifference(plan: WorldPlan): Promise<Found> {
  await using world = await openWorld(plan);
  const overSockets = await trySockets(world);
  if (overSockets.difference !== undefined) return { requests: overSockets.count, difference: overSockets.difference };
  const overHttp = await tryHttp(world, httpDoors);
  return { requests: overSockets.count + overHttp.count, difference: overHttp.difference };
}

/** A station for small worlds, one after the other, of each of which so many requests are made, drawn by its seed. */
export async function openSmallWorlds(most: number) {
  const worlds = await openWorlds();
  return {
    find: async (plan: WorldPlan): Promise<Found> => {
      const { count, difference } = await tryHttp(await worlds.next(plan), httpDoors, most);
      return { requests: count, difference };
    },
    [Symbol.asyncDispose]: () => worlds[Symbol.asyncDispose](),
  };
}
