import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { guardedRoutes } from "../../../scripts/protocol/guarded-routes.ts";
import { requests } from "../../../schemas/signalling.ts";
import { holes } from "../../holes/holes.ts";
import { findDifference } from "../../support/every-door/find-difference.ts";
import { httpDoors } from "../../support/every-door/http-doors.ts";
import { socketDoors } from "../../support/every-door/socket-doors.ts";
import { WorldPlan } from "../../support/every-door/world-plan.ts";

const worlds = 3;

test("the oracle tells of every route and of every socket request, and of nothing else", () => {
  const routes = [...guardedRoutes().keys()];
  const untold = routes.filter((route) => httpDoors[route] === undefined);
  const say = "say in test/support/every-door/http-doors.ts, in a school's words, who may come through";
  expect(untold, `${say}: ${untold.join(", ")}`).toEqual([]);
  expect(Object.keys(httpDoors).filter((route) => !routes.includes(route))).toEqual([]);
  expect(Object.keys(socketDoors).toSorted()).toEqual(Object.keys(requests).toSorted());
});

test("in random schools on one station, everybody gets at every door what they may have, and learns of nothing else", async () => {
  let asked = 0;
  const property = fc.asyncProperty(WorldPlan, async (plan) => {
    const { requests, difference } = await findDifference(plan);
    asked += requests;
    expect(difference).toBeUndefined();
  });
  // A difference is one sentence; a smaller world would not tell more.
  await fc.assert(property, { numRuns: worlds, endOnFailure: true });
  expect(asked).toBeGreaterThan(worlds * 3_000);
}, 180_000);

test("the holes that are planted to try the oracle can still be planted", () => {
  const gone = holes.filter(({ file, from }) => readFileSync(file, "utf8").split(from).length !== 2);
  expect(gone, "test/holes/holes.ts: name the lines as they are written now, and run npm run holes").toEqual([]);
});
