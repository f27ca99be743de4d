import { cpus } from "node:os";
import { setTimeout as pass } from "node:timers/promises";

const timesOf = () => {
  const all = cpus().map(({ times }) => times);
  const sum = (of: (times: (typeof all)[number]) => number) => all.reduce((total, times) => total + of(times), 0);
  return { idle: sum(({ idle }) => idle), whole: sum((times) => Object.values(times).reduce((a, b) => a + b, 0)) };
};

/** Which share of this machine's processors is busy, whoever with, during the next `seconds`: 0 to 1. */
export async function busyShare(seconds = 3): Promise<number> {
  const before = timesOf();
  await pass(seconds * 1_000);
  const after = timesOf();
  return 1 - (after.idle - before.idle) / (after.whole - before.whole);
}
