// Plants every hole of holes.ts in a copy of the sources, one after the other, and lets the oracle look for it. Ends with 1 when one is not found.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { holes, type Hole } from "./holes.ts";

const root = resolve(import.meta.dirname, "../..");
const rooms = ["client", "media", "package.json", "schemas", "scripts", "server", "test"];

/** The sentence by which the oracle finds the hole; undefined when it does not. */
function find(copy: string, { file, from, to }: Hole): string | undefined {
  const whole = readFileSync(join(root, file), "utf8");
  writeFileSync(join(copy, file), whole.replace(from, to));
  const { status, stdout } = spawnSync(process.execPath, ["test/holes/find-in-worlds.ts"], {
    cwd: copy,
    encoding: "utf8",
  });
  writeFileSync(join(copy, file), whole);
  return status === 1 && stdout !== "" ? stdout.trim().split("\n").at(-1) : undefined;
}

const copy = mkdtempSync(join(tmpdir(), "antenne-holes-"));
try {
  for (const room of rooms) cpSync(join(root, room), join(copy, room), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  let found = 0;
  for (const hole of holes) {
    const sentence = find(copy, hole);
    if (sentence !== undefined) found += 1;
    console.log(`${sentence === undefined ? "NOT FOUND" : "found"}: ${hole.opens}\n  ${sentence ?? ""}`);
  }
  console.log(`${found} of ${holes.length} planted holes found`);
  process.exitCode = found === holes.length ? 0 : 1;
} finally {
  rmSync(copy, { recursive: true });
}
