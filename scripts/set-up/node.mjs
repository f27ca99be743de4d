import { mkdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { node24, outputOf, packageDirectory, run } from "./run.mjs";

// What npm does itself after the package's script: everything that npm runs finds this Node first.
function linkNode() {
  mkdirSync(path.dirname(node24), { recursive: true });
  rmSync(node24, { force: true });
  symlinkSync("../node/bin/node", node24);
}

const wanted = () => JSON.parse(readFileSync(path.join(packageDirectory("node"), "package.json"), "utf8")).version;

/** The Node that everything runs on, whatever the machine's own is; the npm registry has it. */
export const node = {
  name: "Node",
  works: () => outputOf(node24, ["--version"]) === `v${wanted()}`,
  place: () => path.join(packageDirectory("node"), "bin/node"),
  cacheKey: () => `node-${wanted()}-${process.platform}-${process.arch}/node`,
  connect: linkNode,
  build: () => run("npm", ["rebuild", "node", "--ignore-scripts=false"]),
};
