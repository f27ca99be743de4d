// Checks what a station runs with: no grave advisory without an exception in .ci/audit.json, no licence that does not go with the AGPL.
//
//   node scripts/check-dependencies.ts [directory]        (default: this checkout)
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import { graveAdvisories, type Exception } from "./dependencies/advisories.ts";
import { productionPackages, unusableLicences } from "./dependencies/licences.ts";

const root = path.resolve(process.argv[2] ?? path.resolve(import.meta.dirname, ".."));
const read = (file: string): unknown => JSON.parse(readFileSync(path.join(root, file), "utf8"));
const lock = read("package-lock.json") as Parameters<typeof productionPackages>[0];
type Audit = { licences: string[]; toldLicences: Record<string, string>; exceptions: Exception[] };
const { licences, toldLicences, exceptions } = read(".ci/audit.json") as Audit;

function askRegistry(): unknown {
  const args = ["audit", "--omit=dev", "--json", "--fetch-timeout=15000", "--fetch-retries=0"];
  const { stdout } = spawnSync("npm", args, { cwd: root, encoding: "utf8", timeout: 30_000 });
  try {
    return JSON.parse(stdout);
  } catch {
    return undefined;
  }
}

const advisories = graveAdvisories(askRegistry(), exceptions, new Date().toISOString().slice(0, 10));
const complaints = [...unusableLicences(root, lock, licences, toldLicences), ...(advisories ?? [])];
complaints.forEach((complaint) => console.log(complaint));
const asked =
  advisories === undefined ? "the registry told of no advisories (it did not answer)" : "advisories asked for";
console.log(`${productionPackages(lock).length} packages of production, ${complaints.length} complaints, ${asked}`);
process.exitCode = complaints.length > 0 ? 1 : 0;
