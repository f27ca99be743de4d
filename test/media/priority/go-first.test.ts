import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openMixerThread } from "../../../media/mixer/open-mixer-thread.ts";
import { goFirst } from "../../../media/priority/go-first.ts";
import { openSfu } from "../../../media/sfu/open-sfu.ts";

const realTime = 2;

/** How Linux schedules a thread: field 41 of its stat line, after the name in parentheses; 0 is ordinary, 2 is round robin. */
function policyOf(path: string): number {
  const stat = readFileSync(path, "utf8");
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[38]);
}

const ownPolicies = () => readdirSync("/proc/self/task").map((thread) => policyOf(`/proc/self/task/${thread}/stat`));
const isPrivileged = spawnSync("chrt", ["--rr", "2", "true"]).status === 0;

test.runIf(isPrivileged)(
  "where it may, the mixer's thread goes before everything ordinary, and no other thread does",
  async () => {
    expect(ownPolicies().filter((policy) => policy === realTime)).toEqual([]);
    await using thread = await openMixerThread();
    // It answers once it runs.
    await using mixer = await thread.openMixer();
    expect((await mixer.stats()).ticks).toBeGreaterThanOrEqual(0);
    expect(ownPolicies().filter((policy) => policy === realTime)).toEqual([realTime]);
  },
);

test.runIf(isPrivileged)("where it may, a media worker goes before everything ordinary", async () => {
  await using sfu = await openSfu({ listenIp: "127.0.0.1", port: 0 });
  const [worker] = sfu.workers();
  expect(policyOf(`/proc/${worker?.pid}/stat`)).toBe(realTime);
});

test("a thread that is gone is left alone, without an error", () => {
  expect(goFirst(2 ** 30)).toBe("ordinary");
});
