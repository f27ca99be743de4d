// Plants every hole of holes.ts in a copy of the sources, one after the other, and lets the oracle look for it. Ends with 1 when one is not found.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { holes, type Hole } from "./holes.ts";

const root = resolve(import.meta.dirname, "../..");
const staysHere = new Set(["node_modules", ".git", "data", "dist", "test-results"]);

/** The sentence in which the oracle says what it found in the copy; undefined when it found nothing. */
function look(copy: string): string | undefined {
  const options = { cwd: copy, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["test/holes/find-in-worlds.ts"], options);
  if (status !== 0 && stdout === "") throw new Error(stderr);
  return status === 0 ? undefined : stdout.trim();
}

function find(copy: string, { file, from, to }: Hole): string | undefined {
  const whole = readFileSync(join(copy, file), "utf8");
  writeFileSync(join(copy, file), whole.replace(from, to));
  const found = look(copy);
  writeFileSync(join(copy, file), whole);
  return found;
}

const copy = mkdtempSync(join(tmpdir(), "antenne-holes-"));
try {
  const isWanted = (path: string) => !staysHere.has(relative(root, path));
  cpSync(root, copy, { recursive: true, filter: isWanted });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const before = look(copy);
  if (before !== undefined) throw new Error(`without any hole: ${before}`);
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
