import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, test, vi } from "vitest";
import { compileAll, deal, halves } from "../../scripts/mediasoup-worker/compile.mjs";
import { libwebrtcSources, patchDtls, workerSources } from "../../scripts/mediasoup-worker/sources.mjs";

const worker = path.resolve(import.meta.dirname, "../../node_modules/mediasoup/worker");

test("every source that upstream's meson.build names is in the package", () => {
  const sources = [...workerSources(worker), ...libwebrtcSources(worker)];
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((file) => !existsSync(file))).toEqual([]);
  expect(new Set(sources).size).toBe(sources.length);
});

test("the correction that keeps a browser's handshake from crashing the worker fits this mediasoup", () => {
  const original = readFileSync(path.join(worker, "src/RTC/DtlsTransport.cpp"), "utf8");
  expect(patchDtls(original)).toContain("((operationType & BIO_CB_RETURN) != 0)");
  expect(() => patchDtls("nothing of the kind")).toThrow("has changed upstream");
});

test("sources are dealt out evenly, none twice", () => {
  expect(deal(["a", "b", "c", "d", "e"], 2)).toEqual([
    ["a", "c", "e"],
    ["b", "d"],
  ]);
});

test("a group that does not compile is halved, a single source is an error", () => {
  expect(halves(["a", "b", "c"], "a.cpp:1: error: redefinition")).toEqual([["a"], ["b", "c"]]);
  expect(() => halves(["a"], "a.cpp:1: error: no such type")).toThrow("compiling a failed");
});

test("sources that clash are compiled apart, and every source ends in one object", async () => {
  const workbench = mkdtempSync(path.join(os.tmpdir(), "antenne-compile-"));
  // A compiler that takes one source at a time, as g++ does when names clash.
  const compiler = path.join(workbench, "one-at-a-time");
  const script = `#!/bin/sh\nfor last; do :; done\n[ $(grep -c include "$last") = 1 ] || { echo "error: clash" >&2; exit 1; }\n: > "\${last%.cpp}.o"\n`;
  writeFileSync(compiler, script, { mode: 0o755 });
  vi.stubEnv("CXX", compiler);
  const sources = Array.from({ length: 19 }, (_, number) => `source-${number}.cpp`);
  const objects = await compileAll(sources, [], { flags: [], workbench });
  expect(objects.filter((object) => existsSync(object))).toHaveLength(19);
  vi.unstubAllEnvs();
  rmSync(workbench, { recursive: true });
});
