import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { functionsOf, parse } from "../../scripts/style/functions.ts";

const script = path.resolve(import.meta.dirname, "../../scripts/style-figures.ts");
const linesOf = (text: string) => functionsOf(parse("media/air.ts", text)).map(({ name, lines }) => [name, lines]);

/** What `npm run check` would say about a project of one file. */
function figuresOf(text: string) {
  const project = mkdtempSync(path.join(os.tmpdir(), "antenne-style-"));
  mkdirSync(path.join(project, "server"));
  writeFileSync(path.join(project, "server/air.ts"), text);
  const { status, stdout } = spawnSync(process.execPath, [script, project], { encoding: "utf8" });
  rmSync(project, { recursive: true });
  return { isRefused: status !== 0, output: stdout };
}

test("the lines of an inner function count for it alone", () => {
  const text = "function open() {\n  const close = () => {\n    stop();\n    stop();\n  };\n  return { close };\n}\n";
  expect(linesOf(text)).toEqual([
    ["open", 4],
    ["close", 4],
  ]);
});

test("a callback of one expression is not a function of its own", () => {
  expect(linesOf("const loud = levels.filter((level) => level > -9);\n")).toEqual([]);
});

test("short functions in a short file pass", () => {
  const { isRefused, output } = figuresOf("const air = () => 1;\nair();\n");
  expect(output).toContain("1 functions, lines: median 1, p95 1, max 1");
  expect(isRefused).toBe(false);
});

test("a function of fifty lines is beyond the target", () => {
  const { isRefused, output } = figuresOf(`function long() {\n${"  air();\n".repeat(48)}}\n`);
  expect(output).toContain("function p95 is 50, the target is 40");
  expect(isRefused).toBe(true);
});

test("a file of more than three hundred lines is refused even when it is the only one", () => {
  const { isRefused, output } = figuresOf("air();\n".repeat(301));
  expect(output).toContain("file max is 301, the target is 300");
  expect(isRefused).toBe(true);
});

test("an any is counted and refused", () => {
  const { isRefused, output } = figuresOf("const air: any = 1;\nconst list = [] as any[];\n");
  expect(output).toContain("server/air.ts: 2 × any");
  expect(isRefused).toBe(true);
});

test("a project without a file is refused", () => {
  const { status } = spawnSync(process.execPath, [script, os.tmpdir()], { encoding: "utf8" });
  expect(status).not.toBe(0);
});
