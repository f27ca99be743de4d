import { execFile } from "node:child_process";
import { promisify } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { guardedRoutes } from "../../../scripts/protocol/guarded-routes.ts";
import { requests } from "../../../schemas/signalling.ts";
import { holes } from "../../holes/holes.ts";
import { findDifference, openSmallWorlds } from "../../support/every-door/find-difference.ts";
import { httpDoors } from "../../support/every-door/http-doors.ts";
import { socketDoors } from "../../support/every-door/socket-doors.ts";
import { SmallWorldPlan, WorldPlan } from "../../support/every-door/world-plan.ts";

/** Worlds of which everything is asked, over sockets too; small ones, and how many requests are drawn for each. */
const [wholeWorlds, smallWorlds, asksOfEach] = [2, 2_000, 8];

test("the oracle tells of every route and of every socket request, and of nothing else", () => {
  const routes = [...guardedRoutes().keys()];
  const untold = routes.filter((route) => httpDoors[route] === undefined);
  const say = "say in test/support/every-door/http-doors.ts, in a school's words, who may come through";
  expect(untold, `${say}: ${untold.join(", ")}`).toEqual([]);
  expect(Object.keys(httpDoors).filter((route) => !routes.includes(route))).toEqual([]);
  expect(Object.keys(socketDoors).toSorted()).toEqual(Object.keys(requests).toSorted());
});

// A difference is one sentence; a smaller world of this kind would not tell more.
test("in random schools on one station, everybody gets at every door what they may have, and learns of nothing else", async () => {
  let asked = 0;
  const property = fc.asyncProperty(WorldPlan, async (plan) => {
    const { requests, difference } = await findDifference(plan);
    asked += requests;
    expect(difference).toBeUndefined();
  });
  await fc.assert(property, { numRuns: wholeWorlds, endOnFailure: true });
  expect(asked).toBeGreaterThan(wholeWorlds * 3_000);
}, 180_000);

test("so it is in two thousand small worlds, each unlike the others, whatever is asked there first", async () => {
  await using worlds = await openSmallWorlds(asksOfEach);
  let asked = 0;
  const property = fc.asyncProperty(SmallWorldPlan, async (plan) => {
    const { requests, difference } = await worlds.find(plan);
    asked += requests;
    expect(difference).toBeUndefined();
  });
  await fc.assert(property, { numRuns: smallWorlds });
  expect(asked).toBeGreaterThan(smallWorlds * 4);
}, 300_000);

test("every hole that is planted in the walls is found at the door where it gapes", async () => {
  const options = { timeout: 240_000, maxBuffer: 4_000_000 };
  const looked = await promisify(execFile)(process.execPath, ["test/holes/find-planted.ts"], options).catch(
    (error: unknown) => error as { stdout: string; stderr: string },
  );
  expect(looked.stdout, looked.stderr).toContain(`${holes.length} of ${holes.length} planted holes found`);
  expect(holes.length).toBeGreaterThan(20);
}, 300_000);
