import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { root, run } from "./run.mjs";
import { step } from "./say.mjs";

/** Installs the npm packages of the lock file, unless exactly these are installed already. */
export async function setUpPackages() {
  if (isInstalled(readPackages("package-lock.json"), readPackages("node_modules/.package-lock.json"))) return;
  await step("npm ci", () => run("npm", ["ci", "--prefer-offline", "--no-audit", "--no-fund"]));
}

/** Whether every package of the lock file is installed at its version; those of other platforms may be absent. */
export function isInstalled(wanted, installed) {
  if (installed === undefined) return false;
  const isThere = ([place, { version, optional }]) =>
    place === "" || installed[place]?.version === version || (optional === true && installed[place] === undefined);
  return Object.entries(wanted).every(isThere);
}

// npm itself writes node_modules/.package-lock.json, at the end of every install.
function readPackages(file) {
  const lock = path.join(root, file);
  return existsSync(lock) ? JSON.parse(readFileSync(lock, "utf8")).packages : undefined;
}
