import { copyFileSync, existsSync, mkdirSync, renameSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** Where built and downloaded pieces stay between clones; `XDG_CACHE_HOME` moves it. */
export function cacheDirectory() {
  return path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), ".cache"), "antenne");
}

/** Copies `from` to `to` so that nobody ever sees half a file, also when two set-ups run at once. */
export function copyWhole(from, to) {
  mkdirSync(path.dirname(to), { recursive: true });
  const half = `${to}.${process.pid}.new`;
  copyFileSync(from, half);
  renameSync(half, to);
}

/** Puts the cached piece `key` at `destination`; false when there is none. */
export function restore(key, destination) {
  const cached = path.join(cacheDirectory(), key);
  if (!existsSync(cached)) return false;
  copyWhole(cached, destination);
  return true;
}

/** Keeps a piece for the next clone. A cache that cannot be written only costs time. */
export function keep(key, piece) {
  try {
    copyWhole(piece, path.join(cacheDirectory(), key));
  } catch (error) {
    console.warn(`set-up: ${key} could not be kept in the cache (${error.message})`);
  }
}
