import { readFileSync } from "node:fs";
import path from "node:path";

/** A package of the lock file, as far as it matters here. */
export type LockedPackage = { license?: string; dev?: boolean };

/** The packages that a station runs with, by where they lie. */
export function productionPackages(lock: { packages: Record<string, LockedPackage> }): [string, LockedPackage][] {
  return Object.entries(lock.packages).filter(([place, { dev }]) => place !== "" && dev !== true);
}

/** Whether every part of a licence's expression may be used: of `A AND B` both, of `A OR B` one. */
export function isUsable(expression: string, usable: readonly string[]): boolean {
  const parts = expression.replaceAll(/[()]/g, "").split(/\s+AND\s+/);
  return parts.every((part) => part.split(/\s+OR\s+/).some((licence) => usable.includes(licence.trim())));
}

/** The licence that a package names in its own file; old ones name it in the plural. */
function ownLicence(root: string, place: string): string | undefined {
  type Own = { license?: string; licenses?: { type: string }[] };
  try {
    const { license, licenses } = JSON.parse(readFileSync(path.join(root, place, "package.json"), "utf8")) as Own;
    return license ?? licenses?.map(({ type }) => type).join(" OR ");
  } catch {
    return undefined;
  }
}

/**
 * The packages of production whose licence is not among those that may be used beside the AGPL. `told` has those of packages that name
 * theirs in words only, by package.
 */
export function unusableLicences(
  root: string,
  lock: Parameters<typeof productionPackages>[0],
  usable: readonly string[],
  told: Readonly<Record<string, string>> = {},
): string[] {
  return productionPackages(lock).flatMap(([place, { license }]) => {
    const name = place.replace(/^.*node_modules\//, "");
    const licence = license ?? ownLicence(root, place) ?? told[name] ?? "no licence";
    return isUsable(licence, usable) ? [] : [`${name}: ${licence} is not in .ci/audit.json`];
  });
}
