import { describe, expect, test } from "vitest";
import { makeServerClock } from "../../client/server-clock.ts";

/** A page whose clock is `lead` behind the server's, on a network with the given ways there and back, in milliseconds. */
function station(lead: number) {
  let local = 1_000_000;
  const clock = makeServerClock(() => local);
  return {
    clock,
    error: () => clock.now() - (local + lead),
    snapshotArrives: (wayHere: number) => {
      const sentAt = new Date(local + lead).toISOString();
      local += wayHere;
      clock.heard(sentAt);
    },
    requestTakes: (milliseconds: number) => {
      local += milliseconds;
      clock.measuredRoundTrip(milliseconds);
    },
  };
}

describe("the server's clock in the page", () => {
  test("before the first snapshot it is the page's own", () => {
    expect(makeServerClock(() => 5_000).now()).toBe(5_000);
  });

  test.for([-90_000, 0, 3_600_000])("a tablet that is %i ms off counts down within 10 ms of the others", (lead) => {
    const { snapshotArrives, requestTakes, error } = station(lead);
    requestTakes(44);
    snapshotArrives(22);
    expect(Math.abs(error())).toBeLessThanOrEqual(10);
  });

  test("a slow first answer is forgotten when a quick snapshot comes", () => {
    const { snapshotArrives, requestTakes, error } = station(-2_000);
    requestTakes(900);
    snapshotArrives(800);
    expect(Math.abs(error())).toBeGreaterThan(100);
    requestTakes(60);
    snapshotArrives(30);
    expect(Math.abs(error())).toBeLessThanOrEqual(5);
  });

  test("snapshots that are held up on a crowded network do not turn the clock back", () => {
    const { snapshotArrives, requestTakes, error } = station(500);
    requestTakes(40);
    snapshotArrives(20);
    for (const wayHere of [300, 1_500, 80, 700]) snapshotArrives(wayHere);
    expect(Math.abs(error())).toBeLessThanOrEqual(5);
  });

  test("a tablet whose clock drifts is followed", () => {
    let local = 0;
    let server = 0;
    const clock = makeServerClock(() => local);
    clock.measuredRoundTrip(20);
    for (let minute = 0; minute < 60; minute += 1) {
      // 100 ppm slow: 6 ms a minute.
      local += 60_000;
      server += 59_994;
      local += 10;
      clock.heard(new Date(server).toISOString());
      server += 10;
    }
    expect(Math.abs(clock.now() - server)).toBeLessThan(50);
    expect(Math.abs(local - server)).toBeGreaterThan(350);
  });
});
