import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, readFile, readdir, stat, truncate } from "node:fs/promises";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { linesOf, readIndex } from "../../../media/recorder/session-index.ts";
import { recoverRecording } from "../../../media/recorder/recover-recording.ts";
import { scratch } from "../../support/scratch.ts";
import { durationOf, levelAt, rmsDbfs, readSound } from "../../support/sound.ts";

const program = fileURLToPath(new URL("../../support/recording-child.ts", import.meta.url));

/** Records for `seconds` in a process of its own, kills it, and returns the seconds it had sent by then. */
async function recordUntilKilled(
  directory: string,
  seconds: number,
  kill: (pid: number) => Promise<void>,
): Promise<number> {
  const child = spawn(process.execPath, [program, directory], { stdio: ["ignore", "pipe", "inherit"] });
  const exit = once(child, "exit");
  await using running = new AsyncDisposableStack();
  running.defer(() => void child.kill("SIGKILL"));
  let sent = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (sent < seconds && Number(line) >= seconds) await kill(child.pid ?? 0);
    sent = Number(line);
  }
  await exit;
  return sent;
}

async function encoders(directory: string): Promise<number[]> {
  return linesOf(await readIndex(directory), "segmentOpened").map(({ pid }) => pid);
}

/** Waits for an encoder, which on a busy machine takes its time to start. */
const hasWritten = (path: string, bytes: number) =>
  vi.waitFor(async () => {
    expect((await stat(path)).size).toBeGreaterThan(bytes);
  });

const killServer = async (pid: number) => {
  process.kill(pid, "SIGKILL");
};

test.concurrent.each(["server", "server and encoder", "encoder, then server"])(
  "a kill -9 of the %s costs less than a second of programme and voice",
  async (victims) => {
    using directory = scratch();
    const sent = await recordUntilKilled(directory.path, 3.7, async (pid) => {
      const pids = await encoders(directory.path);
      for (const each of {
        server: [pid],
        "server and encoder": [pid, ...pids],
        "encoder, then server": [...pids, pid],
      }[victims] ?? []) {
        process.kill(each, "SIGKILL");
      }
    });
    const finished = await recoverRecording(directory.path);
    const [track] = finished.tracks;
    const voiceEnd = (track?.startSeconds ?? 0) + (track?.durationSeconds ?? 0);
    console.log(
      `${victims}: ${(sent - finished.durationSeconds).toFixed(3)} s of programme and ${(sent - voiceEnd).toFixed(3)} s of voice lost`,
    );
    expect(sent - finished.durationSeconds).toBeLessThan(1);
    expect(sent - voiceEnd).toBeLessThan(1);
    expect(await durationOf(finished.programmePath)).toBe(finished.durationSeconds);
    expect(await levelAt(500, finished.programmePath)).toBeCloseTo(-20, 1);
    expect(await durationOf(track?.path ?? "")).toBeCloseTo(track?.durationSeconds ?? 0, 4);
    expect(await levelAt(800, track?.path ?? "", { from: 0.1 })).toBeCloseTo(-20, 0);
    expect(finished.integratedLufs).toBe(-20);
    expect(await recoverRecording(directory.path)).toEqual(finished);
  },
);

test.concurrent("an encoder that dies during the show costs nothing", async () => {
  using directory = scratch();
  const sent = await recordUntilKilled(directory.path, 6, async (pid) => {
    const [encoder] = await encoders(directory.path);
    process.kill(encoder ?? 0, "SIGKILL");
    await hasWritten(directory.file("programme-2.flac"), 200_000);
    await killServer(pid);
  });
  const finished = await recoverRecording(directory.path);
  expect(sent - finished.durationSeconds).toBeLessThan(1);
  const programme = await readSound(finished.programmePath);
  // Every 100 ms of the programme has its tone: nothing is missing where the segments were joined.
  for (let at = 0; at + 4_800 <= programme.length; at += 4_800) {
    expect(rmsDbfs(programme.subarray(at, at + 4_800))).toBeCloseTo(-20, 1);
  }
  expect(await readdir(directory.path)).not.toContain("programme-1.flac");
});

test.concurrent(
  "a cut index, a cut page and a cut FLAC frame are cut clean, and nothing before them is lost",
  async () => {
    using directory = scratch();
    await recordUntilKilled(directory.path, 2.5, async (pid) => {
      const [encoder] = await encoders(directory.path);
      await hasWritten(directory.file("programme-1.flac"), 50_000);
      process.kill(encoder ?? 0, "SIGKILL");
      await killServer(pid);
    });
    const [track, flac] = [directory.file("track-1-strip-1.opus"), directory.file("programme-1.flac")];
    const [before, programme] = [await durationOf(track), await durationOf(flac)];
    await appendFile(track, Buffer.from("OggS\0\0half a page"));
    await appendFile(directory.file("session.jsonl"), '{"at":"2026-11-21T10:00:00.000Z","kind":"gap","fra');
    await truncate(flac, (await readFile(flac)).length - 100);
    const finished = await recoverRecording(directory.path);
    expect(await durationOf(finished.tracks[0]?.path ?? "")).toBe(before);
    // One FLAC frame is 4,608 samples.
    expect(programme - finished.durationSeconds).toBeLessThan(0.0961);
    expect((await readFile(directory.file("session.jsonl"), "utf8")).trimEnd().split("\n").at(-1)).toContain(
      '"closed"',
    );
  },
);
