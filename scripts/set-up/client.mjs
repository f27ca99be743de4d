import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { node24, root, run } from "./run.mjs";
import { step } from "./say.mjs";

const stamp = path.join(root, "node_modules/.antenne/client-built-from");
const sources = ["client", "schemas", "scripts/pages", "package-lock.json", "vite.config.ts"];

/** Builds the pages into dist/, unless they were built from exactly these sources. */
export async function setUpClient() {
  const wanted = hashOf(sources);
  const built = existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined;
  if (built === wanted && existsSync(path.join(root, "dist/index.html")) && existsSync(path.join(root, "dist-server")))
    return;
  await step("vite build", () => run(node24, ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"]));
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function hashOf(places) {
  const hash = createHash("sha256");
  for (const file of places.flatMap(filesIn).sort()) hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

function filesIn(place) {
  const full = path.join(root, place);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [place];
  return readdirSync(full).flatMap((name) => filesIn(path.join(place, name)));
}
