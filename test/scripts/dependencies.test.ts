import { expect, test } from "vitest";
import { graveAdvisories } from "../../scripts/dependencies/advisories.ts";
import { isUsable, unusableLicences } from "../../scripts/dependencies/licences.ts";

// As `npm audit --json` writes it.
const via = (name: string, severity: string, id: string) => ({
  ...{ name, severity, title: "it can be made to stop", url: `https://github.com/advisories/${id}` },
});
const report = {
  vulnerabilities: {
    loud: { via: [via("loud", "high", "GHSA-aaaa-bbbb-cccc"), "quiet"] },
    quiet: { via: [via("quiet", "moderate", "GHSA-dddd-eeee-ffff")] },
    caller: { via: ["loud"] },
  },
};
const exception = { advisory: "GHSA-aaaa-bbbb-cccc", reason: "not reached", until: "2026-12-31" };

test("a grave advisory stops the check, a lesser one does not", () => {
  expect(graveAdvisories(report, [], "2026-11-29")).toEqual([
    expect.stringContaining("loud: it can be made to stop (high"),
  ]);
});

test("an exception covers an advisory until somebody has to look again", () => {
  expect(graveAdvisories(report, [exception], "2026-12-31")).toEqual([]);
  expect(graveAdvisories(report, [exception], "2027-01-01")).toHaveLength(1);
});

test("a registry that does not answer stops nothing", () => {
  expect(graveAdvisories({ message: "405 Method Not Allowed", error: {} }, [], "2026-11-29")).toBeUndefined();
  expect(graveAdvisories(undefined, [], "2026-11-29")).toBeUndefined();
});

test("of licences joined by AND all have to be usable, of those joined by OR one", () => {
  expect(isUsable("(MIT OR WTFPL)", ["MIT"])).toBe(true);
  expect(isUsable("MIT AND SSPL-1.0", ["MIT"])).toBe(false);
});

test("a package of production with another licence, or with none, is named; one for development is not", () => {
  const packages = {
    "": {},
    "node_modules/good": { license: "ISC" },
    "node_modules/bad": { license: "SSPL-1.0" },
    "node_modules/good/node_modules/mute": {},
    "node_modules/tool": { license: "SSPL-1.0", dev: true },
  };
  expect(unusableLicences("/nowhere", { packages }, ["ISC"])).toEqual([
    "bad: SSPL-1.0 is not in .ci/audit.json",
    "mute: no licence is not in .ci/audit.json",
  ]);
  expect(unusableLicences("/nowhere", { packages }, ["ISC", "SSPL-1.0"], { mute: "ISC" })).toEqual([]);
});
