import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout: everything is done in it, wherever the caller stands. */
export const root = path.resolve(fileURLToPath(import.meta.url), "../../..");

/** Where an installed package is. */
export const packageDirectory = (name) => path.join(root, "node_modules", name);

/** Node 24 of the npm package `node`; the machine's own Node only starts the set-up. */
export const node24 = path.join(root, "node_modules/.bin/node");

/** The environment of everything that is started: Node 24 and the project's tools come first, once they are there. */
export function environment(extra = {}) {
  const ownBin = path.join(root, "node_modules/.bin");
  const inherited = (process.env.PATH ?? "").split(path.delimiter).filter((directory) => directory !== ownBin);
  return { ...process.env, PATH: [ownBin, ...inherited].join(path.delimiter), ...extra };
}

/** Whether a command ends well; its output is not shown. */
export function succeeds(command, args, options = {}) {
  return (
    spawnSync(command, args, { cwd: root, stdio: "ignore", timeout: 60_000, env: environment(), ...options }).status ===
    0
  );
}

/** What a command prints, or "" when it fails. */
export function outputOf(command, args) {
  const result = spawnSync(command, args, { cwd: root, encoding: "utf8", timeout: 60_000, env: environment() });
  return result.status === 0 ? result.stdout.trim() : "";
}

/** Runs a command that must end well; its output is only shown when it does not. */
export function run(command, args, { env = {}, ...options } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    env: environment(env),
    ...options,
  });
  if (result.status === 0) return;
  const reason =
    result.error?.message ?? [result.stdout, result.stderr].join("\n").trim().split("\n").slice(-40).join("\n");
  throw new Error(`\`${command} ${args.join(" ")}\` failed:\n${reason}`);
}

/** A program of this name that can be started, or undefined. A name with a slash is a path. */
export function findProgram(name) {
  if (name.includes("/")) return existsSync(name) ? name : undefined;
  const candidates = (process.env.PATH ?? "").split(path.delimiter).map((directory) => path.join(directory, name));
  return candidates.find((candidate) => existsSync(candidate));
}
