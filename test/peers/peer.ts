import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** A feed that peers are pointed at, and what a plain fetch says of it. */
export type PeerFeed = {
  /** `public` or `private`. */
  name: string;
  url: string;
  titles: readonly string[];
  newest: { url: string; sha256: string; seconds: number };
  liveUrl: string;
};

/** Whether a step went as it must, and what was seen. */
export type Seen = { isRight: boolean; said: string };

/** One real client: what it is installed from, how it is recognised, and its steps, each in a scratch directory of its own. */
export type Peer = {
  name: string;
  packages: readonly string[];
  command: string;
  /** Why it cannot be driven here; undefined when it can. */
  cannot?: () => string | undefined;
  steps: Readonly<Record<string, (feed: PeerFeed, directory: string) => Promise<Seen>>>;
  /** What it must be refused once the address is stopped: each resolves to whether it got nothing. */
  refused: Readonly<Record<string, (feed: PeerFeed, directory: string) => Promise<Seen>>>;
};

/** What a program left behind: its words, and how it ended (`undefined` when it was stopped after `timeoutMs`). */
export type Ended = { status: number | undefined; output: string };

/** Runs a program to its end, or for so long. */
export function run(
  command: string,
  args: readonly string[],
  { timeoutMs = 60_000, env = {}, cwd }: { timeoutMs?: number; env?: Record<string, string>; cwd?: string } = {},
): Promise<Ended> {
  const { promise, resolve } = Promise.withResolvers<Ended>();
  const options = { timeout: timeoutMs, env: { ...process.env, ...env }, maxBuffer: 1 << 26, ...(cwd && { cwd }) };
  const child = execFile(command, [...args], options, (error, stdout, stderr) => {
    const status = error === null ? 0 : typeof error.code === "number" ? error.code : undefined;
    resolve({ status, output: `${stdout}${stderr}` });
  });
  child.stdin?.end();
  return promise;
}

/** The SHA-256 of bytes. */
export const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** All files below a directory. */
export const filesBelow = (directory: string): string[] =>
  existsSync(directory)
    ? readdirSync(directory, { recursive: true, encoding: "utf8" })
        .map((name) => join(directory, name))
        .filter((path) => statSync(path).isFile())
    : [];

/** Whether one of the files below a directory is byte for byte the episode. */
export function heldBytes(directory: string, { newest }: PeerFeed): Seen {
  const found = filesBelow(directory).find((path) => sha256(readFileSync(path)) === newest.sha256);
  return { isRight: found !== undefined, said: found === undefined ? "no such bytes" : "the same bytes" };
}

/** How many seconds of 48 kHz stereo a WAV file has, whatever its head says; 0 without one. */
export function secondsOfSound(path: string): number {
  return existsSync(path) ? Math.max(0, statSync(path).size - 44) / (48_000 * 2 * 2) : 0;
}

/** Whether a WAV file has about so much sound. */
export function heard(path: string, wanted: number): Seen {
  const seconds = secondsOfSound(path);
  return { isRight: Math.abs(seconds - wanted) < wanted / 2, said: `${seconds.toFixed(1)} s of sound` };
}

/** Right when nothing was heard. */
export function silent(path: string): Seen {
  const seconds = secondsOfSound(path);
  return { isRight: seconds === 0, said: seconds === 0 ? "nothing heard" : `${seconds.toFixed(1)} s of sound` };
}

/** Right when all titles of the feed are in what was said, or none of them where none may be. */
export function titlesIn(output: string, { titles }: PeerFeed, areWanted = true): Seen {
  const found = titles.filter((title) => output.includes(title)).length;
  return { isRight: found === (areWanted ? titles.length : 0), said: `${found} of ${titles.length} titles` };
}
