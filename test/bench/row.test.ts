import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { toRow } from "./row.ts";

test("a figure within its goal is reached, with its ratio to the plain tool", () => {
  const row = toRow("render", { case: "60 min", value: 30, unit: "s", baseline: 24, goal: { ratioAtMost: 1.5 } });
  expect(row).toEqual({
    bench: "render",
    case: "60 min",
    value: 30,
    unit: "s",
    baseline: 24,
    ratio: 1.25,
    goal: "ratio <= 1.5",
    reached: true,
  });
});

test("a figure beyond its goal is not reached", () => {
  expect(toRow("mixer", { case: "1 strip", value: 0.7, unit: "%", goal: { atMost: 0.6 } }).reached).toBe(false);
  expect(toRow("mixer", { case: "hits", value: 0.7, unit: "", goal: { atLeast: 0.8 } }).reached).toBe(false);
});

test("a ratio without a baseline reaches nothing", () => {
  expect(toRow("render", { case: "60 min", value: 30, unit: "s", goal: { ratioAtLeast: 0 } }).reached).toBe(false);
});

test("a figure without a goal is only told", () => {
  expect(toRow("mixer", { case: "1 strip", value: 0.4, unit: "%" })).toMatchObject({
    goal: null,
    reached: null,
    ratio: null,
  });
});

test("a bench that does not exist is refused by name", () => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, "run.ts"), "nosuch"], {
    encoding: "utf8",
  });
  expect(stderr).toContain("no such bench: nosuch");
  expect(status).toBe(2);
});
