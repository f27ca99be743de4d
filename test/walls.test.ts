import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const checkout = path.resolve(import.meta.dirname, "..");

// Each planted file, what it wrongly imports, and the wall that stands there.
const planted = [
  ["schemas/planted.ts", 'import "../media/mixer/planted.ts";', "schemas-keeps-its-walls"],
  ["schemas/planted-library.ts", 'import "hono";', "schemas-need-zod-only"],
  ["media/mixer/planted.ts", 'import type {} from "../../server/errors.ts";', "media-mixer-keeps-its-walls"],
  ["media/render/planted.ts", 'import "mediasoup";', "mediasoup-has-one-door"],
  ["media/speech/planted.ts", 'import "node:fs";', "speech-is-measured-in-browsers-too"],
  ["server/studio/planted.ts", 'import "../store/planted.ts";', "server-studio-keeps-its-walls"],
  ["server/store/planted.ts", 'import "node:child_process";', "one-place-starts-programs"],
  ["server/jobs/planted.ts", 'import "./planted-back.ts";', undefined],
  ["server/jobs/planted-back.ts", 'import "./planted.ts";', "no-cycles"],
  ["client/listen/planted.ts", 'import "../studio/planted.ts";', "a-page-knows-no-other-page"],
  ["client/studio/planted.ts", 'import type {} from "../../server/errors.ts";', "client-knows-no-server"],
  ["client/ui/planted.ts", 'import "../../test/planted.ts";', "nothing-leans-on-tests-and-scripts"],
  ["client/audio/planted.ts", 'import "./nowhere.ts";', "everything-resolves"],
  ["test/planted.ts", "export {};", undefined],
] as const;

function checkWalls(directory: string) {
  const script = path.join(checkout, "scripts/check-walls.ts");
  const { status, stdout } = spawnSync(process.execPath, [script, directory], { encoding: "utf8" });
  return { isRefused: status !== 0, lines: stdout.split("\n") };
}

describe("a copy of the project with planted imports", () => {
  const copy = mkdtempSync(path.join(os.tmpdir(), "antenne-walls-"));
  let lines: string[] = [];

  beforeAll(() => {
    const ownFiles = (file: string) => !file.includes("node_modules");
    for (const part of ["schemas", "media", "server", "tsconfig.json", "package.json"]) {
      cpSync(path.join(checkout, part), path.join(copy, part), { recursive: true, filter: ownFiles });
    }
    symlinkSync(path.join(checkout, "node_modules"), path.join(copy, "node_modules"));
    for (const [file, text] of planted) {
      mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
      writeFileSync(path.join(copy, file), `${text}\n`);
    }
    lines = checkWalls(copy).lines;
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  test.each(planted.filter(([, , wall]) => wall !== undefined))("%s may not say %s", (file, _text, wall) => {
    expect(lines.filter((line) => line.startsWith(`${wall}: ${file} -> `))).toHaveLength(1);
  });
});

test("a check that sees no module does not pass", () => {
  const empty = mkdtempSync(path.join(os.tmpdir(), "antenne-walls-"));
  writeFileSync(path.join(empty, "tsconfig.json"), "{}");
  const { isRefused, lines } = checkWalls(empty);
  expect(isRefused).toBe(true);
  expect(lines).toContain("there is nothing to check");
  rmSync(empty, { recursive: true });
});
