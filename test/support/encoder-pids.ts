import { readdirSync, readFileSync } from "node:fs";

/** The live encoders that this process started: those of shows, or those that play a channel's sound round and round. */
export function encoderPids(of: "shows" | "interludes" = "shows"): number[] {
  const mark = of === "shows" ? "f32le" : "-stream_loop";
  const isOurs = (pid: string) => {
    try {
      const [, parent] = /^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
      return Number(parent) === process.pid && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(mark);
    } catch {
      return false;
    }
  };
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && isOurs(name))
    .map(Number);
}
