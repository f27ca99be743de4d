import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

// A compiler of these sources takes about 1 GB of memory.
const bytesPerCompiler = 1.5e9;

/**
 * Compiles all sources, many per compilation: their common headers are parsed once, which makes the build several times faster.
 * Sources whose file-local names clash do not compile together; such a group is halved until it does. Gives the object files.
 */
export async function compileAll(own, libwebrtc, { flags, workbench }) {
  const queue = [...deal(own, 8), ...deal(libwebrtc, 2)];
  const objects = [];
  let started = 0;
  const lane = async () => {
    for (let files = queue.shift(); files !== undefined; files = queue.shift()) {
      const base = path.join(workbench, `u${started++}`);
      const errors = await compile(files, base, flags);
      if (errors === undefined) objects.push(`${base}.o`);
      else queue.unshift(...halves(files, errors));
    }
  };
  // A lane that found the queue empty may have left before another one put halves back, which that one then compiles itself.
  await Promise.all(Array.from({ length: laneCount() }, lane));
  return objects;
}

/** Deals files out like cards into `count` groups. */
export function deal(files, count) {
  const groups = Array.from({ length: count }, (_, group) => files.filter((_file, index) => index % count === group));
  return groups.filter((group) => group.length > 0);
}

/** The two groups to try instead of one that did not compile; a single source that does not compile is an error. */
export function halves(files, errors) {
  if (files.length === 1 || !errors.includes("error:")) {
    throw new Error(`compiling ${files.join(" ")} failed\n${errors.slice(0, 4_000)}`);
  }
  const middle = files.length >> 1;
  return [files.slice(0, middle), files.slice(middle)];
}

function laneCount() {
  return Math.max(1, Math.min(os.cpus().length, Math.floor(os.totalmem() / bytesPerCompiler)));
}

/** Compiles one group to `base`.o; gives the compiler's errors, or undefined when it went well. */
function compile(files, base, flags) {
  writeFileSync(`${base}.cpp`, files.map((file) => `#undef MS_CLASS\n#include "${file}"\n`).join(""));
  return new Promise((resolve, reject) => {
    const compiler = spawn(process.env.CXX ?? "g++", [...flags, "-c", "-o", `${base}.o`, `${base}.cpp`]);
    let errors = "";
    compiler.stderr.on("data", (data) => (errors += data));
    compiler.on("error", reject);
    compiler.on("close", (code) => resolve(code === 0 ? undefined : errors));
  });
}
