import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { node24, outputOf, packageDirectory, run, succeeds } from "./run.mjs";

// node-pre-gyp's own word for where Node 24 on this machine looks for the binary; it names version, ABI, platform and libc.
function place() {
  const script =
    "console.log(require('@discordjs/node-pre-gyp').find(require.resolve('@discordjs/opus/package.json')))";
  return outputOf(node24, ["-e", script]);
}

// Opus needs Node-API only, so the headers of any Node do; they stand beside a Node from anywhere but Debian, and then in libnode-dev.
function headers() {
  const prefixes = [path.resolve(realpathSync(process.execPath), "../.."), "/usr", "/usr/local"];
  return prefixes.find((prefix) => existsSync(path.join(prefix, "include/node/node_api.h")));
}

/** The mixer's Opus codec: libopus, compiled. */
export const opus = {
  name: "Opus (@discordjs/opus)",
  hint: "less than a minute, once",
  works: () => succeeds(node24, ["-e", "new (require('@discordjs/opus').OpusEncoder)(48000, 2)"]),
  place,
  cacheKey: () => path.join("opus", path.basename(path.dirname(place())), "opus.node"),
  download: () => run("node-pre-gyp", ["install"], { cwd: packageDirectory("@discordjs/opus"), timeout: 120_000 }),
  packages: () => ["g++", "make", "python3", ...(headers() === undefined ? ["libnode-dev"] : [])],
  build: () => {
    const nodedir = process.env.npm_config_nodedir ?? headers();
    const env = {
      JOBS: "max",
      npm_config_build_from_source: "true",
      ...(nodedir === undefined ? {} : { npm_config_nodedir: nodedir }),
    };
    run("npm", ["rebuild", "@discordjs/opus", "--ignore-scripts=false"], { env });
  },
};
