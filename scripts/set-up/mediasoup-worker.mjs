import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { packagesToBuild } from "../mediasoup-worker/build.mjs";
import { node24, packageDirectory, root, run } from "./run.mjs";

const recipe = path.join(root, "scripts/mediasoup-worker");
const place = () => path.join(packageDirectory("mediasoup"), "worker/out/Release/mediasoup-worker");

/** Whether this worker loads and runs: started by hand, without its channels, it refuses with exit code 41. */
export function workerRuns(program) {
  return spawnSync(program, [], { env: {}, timeout: 10_000 }).status === 41;
}

// A change of the recipe makes another worker.
function recipeHash() {
  const hash = createHash("sha256");
  const files = readdirSync(recipe, { recursive: true })
    .filter((name) => !name.endsWith(".md"))
    .sort();
  for (const file of files.map((name) => path.join(recipe, name))) {
    if (statSync(file).isFile()) hash.update(path.relative(recipe, file)).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 12);
}

function cacheKey() {
  const { version } = JSON.parse(readFileSync(path.join(packageDirectory("mediasoup"), "package.json"), "utf8"));
  return `mediasoup-worker-${version}-${process.platform}-${process.arch}-${recipeHash()}/mediasoup-worker`;
}

/** mediasoup's worker process: the upstream binary, or one built from the sources in the npm package. */
export const mediasoupWorker = {
  name: "mediasoup's worker",
  hint: "about two minutes on two cores, once",
  works: () => workerRuns(process.env.MEDIASOUP_WORKER_BIN ?? place()),
  place,
  cacheKey,
  // PYTHON=false: where no binary fits, fail at once instead of going on to pip, meson and downloads.
  download: () =>
    run(node24, ["npm-scripts.mjs", "postinstall"], {
      cwd: packageDirectory("mediasoup"),
      timeout: 180_000,
      env: { PYTHON: "false" },
    }),
  packages: () => packagesToBuild,
  build: () => run(node24, [path.join(recipe, "build.mjs"), packageDirectory("mediasoup"), place()]),
};
