import { readFileSync } from "node:fs";
import path from "node:path";
import { node24, outputOf, packageDirectory, run } from "./run.mjs";

const wanted = () => JSON.parse(readFileSync(path.join(packageDirectory("node"), "package.json"), "utf8")).version;

/** The Node that everything runs on, whatever the machine's own is; the npm registry has it. */
export const node = {
  name: "Node",
  works: () => outputOf(node24, ["--version"]) === `v${wanted()}`,
  place: () => path.join(packageDirectory("node"), "bin/node"),
  cacheKey: () => `node-${wanted()}-${process.platform}-${process.arch}/node`,
  build: () => run("npm", ["rebuild", "node", "--ignore-scripts=false"]),
};
