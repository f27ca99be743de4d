import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openMixerThread } from "../../../media/mixer/open-mixer-thread.ts";

/** Nice values of this process's threads: field 19 of each stat line, after the name in parentheses. */
const niceValues = () =>
  readdirSync("/proc/self/task").map((thread) => {
    const stat = readFileSync(`/proc/self/task/${thread}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]);
  });

const mayRaise = () => {
  try {
    execFileSync("nice", ["-n", "-10", "true"], { stdio: "pipe" });
    return execFileSync("nice", ["-n", "-10", "nice"]).toString().trim() === "-10";
  } catch {
    return false;
  }
};

test("where it may, the mixer goes before renderings and pages, and nothing else does", async () => {
  expect(niceValues().filter((nice) => nice < 0)).toEqual([]);
  await using thread = await openMixerThread();
  // It answers once it runs.
  await using mixer = await thread.openMixer();
  expect((await mixer.stats()).ticks).toBeGreaterThanOrEqual(0);
  expect(niceValues().filter((nice) => nice < 0)).toEqual(mayRaise() ? [-10] : []);
});
