import fc from "fast-check";
import { httpDoors } from "./http-doors.ts";
import { tryHttp } from "./try-http.ts";
import { trySockets } from "./try-sockets.ts";
import { openWorld, openWorlds } from "./world.ts";
import { SmallWorldPlan, WorldPlan } from "./world-plan.ts";

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

/** Worlds that are always the same: as many as it takes to meet what is rare. */
const [knownWorlds, knownSmallWorlds, asksOfKnown] = [4, 300, 60];

/** Looks for a hole that is known to be there: where it gapes, or everywhere. The first difference as a sentence; none when it was not found. */
export async function findAt(at: "everywhere" | "sockets" | readonly string[]): Promise<string | undefined> {
  if (at !== "everywhere" && at !== "sockets") return findAtDoors(at);
  for (const plan of fc.sample(WorldPlan, { numRuns: knownWorlds, seed: 2_026 })) {
    const { difference } = await (at === "sockets" ? findAtSockets(plan) : findDifference(plan));
    if (difference !== undefined) return difference;
  }
  return undefined;
}

async function findAtSockets(plan: WorldPlan) {
  await using world = await openWorld(plan);
  return await trySockets(world);
}

async function findAtDoors(at: readonly string[]): Promise<string | undefined> {
  await using worlds = await openWorlds();
  const doors = Object.fromEntries(at.map((route) => [route, httpDoors[route]!]));
  for (const plan of fc.sample(SmallWorldPlan, { numRuns: knownSmallWorlds, seed: 2_026 })) {
    const { difference } = await tryHttp(await worlds.next(plan), doors, asksOfKnown);
    if (difference !== undefined) return difference;
  }
  return undefined;
}
