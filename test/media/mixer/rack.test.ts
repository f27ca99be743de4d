import { expect, test } from "vitest";
import { Rack } from "../../../media/mixer/rack.ts";

test("an exception in one mixer is reported, and the others tick all the same", () => {
  const faults: [number, unknown][] = [];
  const rack = new Rack<{ tick(dueMs: number): void }>((mixer, error) => faults.push([mixer, error]));
  const heard: string[] = [];
  const broken = new Error("a mixer broke");
  rack.add(1, { tick: (dueMs) => heard.push(`1 at ${dueMs}`) });
  rack.add(2, {
    tick: () => {
      throw broken;
    },
  });
  rack.add(3, { tick: (dueMs) => heard.push(`3 at ${dueMs}`) });
  rack.tick(20);
  rack.tick(40);
  expect(heard).toEqual(["1 at 20", "3 at 20", "1 at 40", "3 at 40"]);
  expect(faults).toEqual([
    [2, broken],
    [2, broken],
  ]);
});
