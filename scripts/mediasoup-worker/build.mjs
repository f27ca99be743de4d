// Builds mediasoup's worker from the sources inside the mediasoup npm package, against the system's libraries: no download, no
// meson, no pip. About 80 s on two cores. See README.md beside this file.
//
//   node scripts/mediasoup-worker/build.mjs <mediasoup package directory> <output program>
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { compileAll } from "./compile.mjs";
import { libwebrtcSources, workerSources, writeMessages, writePatchedDtls } from "./sources.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const libraries = ["libuv", "openssl", "libsrtp2"];

/** What the build needs, by Debian's names. */
export const packagesToBuild = [
  "g++",
  "pkg-config",
  "libuv1-dev",
  "libssl-dev",
  "libsrtp2-dev",
  "libflatbuffers-dev",
  "flatbuffers-compiler",
];

/** Builds the worker of the mediasoup package in `packageDirectory` and puts it at `output`, whole or not at all. */
export async function buildWorker(packageDirectory, output) {
  mkdirSync(path.dirname(output), { recursive: true });
  const workbench = mkdtempSync(path.join(path.dirname(output), ".build-"));
  try {
    const program = await buildIn(workbench, path.join(packageDirectory, "worker"));
    renameSync(program, output);
  } finally {
    rmSync(workbench, { recursive: true, force: true });
  }
}

async function buildIn(workbench, worker) {
  writeMessages(worker, workbench, tool);
  const own = writePatchedDtls(workerSources(worker), workbench);
  const flags = compilerFlags(worker, workbench);
  const objects = await compileAll(own, libwebrtcSources(worker), { flags, workbench });
  const program = path.join(workbench, "mediasoup-worker");
  tool(compiler(), ["-pthread", "-s", "-o", program, ...objects, ...pkgConfig("--libs"), "-lflatbuffers"]);
  // Started by hand it refuses with exit code 41: so it loads and runs.
  const probe = spawnSync(program, [], { encoding: "utf8", env: {} });
  if (probe.status !== 41) throw new Error(`the built worker does not start: ${probe.error?.message ?? probe.stderr}`);
  return program;
}

function compilerFlags(worker, workbench) {
  const includes = [
    path.join(here, "shim"),
    path.join(worker, "include"),
    path.join(workbench, "fbs"),
    path.join(worker, "deps/libwebrtc"),
    path.join(worker, "deps/libwebrtc/libwebrtc"),
  ];
  return [
    "-std=c++20",
    ...(process.env.MEDIASOUP_WORKER_CXXFLAGS ?? "-O2").split(" "),
    "-pthread",
    "-w",
    "-fstack-protector-strong",
    "-DNDEBUG",
    "-DMS_EXECUTABLE",
    os.endianness() === "LE" ? "-DMS_LITTLE_ENDIAN" : "-DMS_BIG_ENDIAN",
    "-DFLATBUFFERS_LOCALE_INDEPENDENT=1",
    ...includes.map((directory) => `-I${directory}`),
    ...pkgConfig("--cflags"),
  ];
}

function compiler() {
  return process.env.CXX ?? "g++";
}

function pkgConfig(flag) {
  return tool("pkg-config", [flag, ...libraries])
    .split(/\s+/)
    .filter(Boolean);
}

function tool(command, args) {
  const result = spawnSync(command, args, { encoding: "utf8" });
  if (result.status === 0) return result.stdout.trim();
  const reason = result.error?.message ?? result.stderr;
  throw new Error(`${command} failed: ${reason}\nneeded here: apt-get install ${packagesToBuild.join(" ")}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [packageDirectory, output] = process.argv.slice(2);
  if (output === undefined) throw new Error("usage: build.mjs <mediasoup package directory> <output program>");
  await buildWorker(path.resolve(packageDirectory), path.resolve(output));
}
