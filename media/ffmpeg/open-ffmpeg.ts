import { spawn, type ChildProcess } from "node:child_process";
import { setPriority } from "node:os";
import type { Readable, Writable } from "node:stream";
import { niceness, type Patience } from "../priority/patience.ts";
import { FfmpegError } from "./ffmpeg-error.ts";
import { ffmpegPath } from "./ffmpeg-path.ts";
import { guardedArgs } from "./guarded-args.ts";
import { readProgress } from "./read-progress.ts";

/** An ffmpeg at work. Disposing it kills it and waits until it is gone. */
export type OpenFfmpeg = AsyncDisposable & {
  readonly pid: number | undefined;
  /** What `pipe:0` reads; a write after ffmpeg's death is swallowed, `done` tells of it. */
  readonly stdin: Writable;
  /** What `pipe:1` writes; flows away unread unless somebody listens. */
  readonly stdout: Readable;
  /** Settles when the process is gone: with its last 64 kB of stderr, or a {@link FfmpegError}. Never an unhandled rejection. */
  readonly done: Promise<{ stderr: string }>;
  /** Ends stdin, so that ffmpeg finishes its file, and waits for it. */
  end(): Promise<{ stderr: string }>;
};

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** How a long-lived ffmpeg is started. */
export type OpenOptions = {
  /** Gets the media seconds written so far, four times a second. */
  onProgress?: ((seconds: number) => void) | undefined;
  /** Out of reach of the terminal's Ctrl-C, so that a recording ends when its owner says so; it still ends with its stdin. */
  isInOwnGroup?: boolean;
  /** For work that nobody hears live: mixer, recorder and web server go first. */
  patience?: Patience | undefined;
};

/** Starts an ffmpeg that is fed by `stdin` until `end()`. */
export function openFfmpeg(
  args: readonly string[],
  { onProgress, isInOwnGroup = false, patience }: OpenOptions = {},
): OpenFfmpeg {
  const detached = isInOwnGroup && process.platform !== "win32";
  const child = spawn(ffmpegPath(), guardedArgs(args), { stdio: ["pipe", "pipe", "pipe", "pipe"], detached });
  running.add(child);
  if (patience !== undefined && child.pid !== undefined) setPriority(child.pid, niceness[patience]);
  const { stdin, stdout } = child;
  stdin.on("error", () => undefined);
  stdout.resume();
  readProgress(child.stdio[3] as Readable, onProgress);
  const done = untilGone(child);
  done.catch(() => undefined);
  const end = () => {
    stdin.end();
    return done;
  };
  const dispose = async () => {
    child.kill("SIGKILL");
    await done.catch(() => undefined);
  };
  return { pid: child.pid, stdin, stdout, done, end, [Symbol.asyncDispose]: dispose };
}

function untilGone(child: ChildProcess): Promise<{ stderr: string }> {
  let stderr = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-65_536);
  });
  const { promise, resolve, reject } = Promise.withResolvers<{ stderr: string }>();
  child.on("error", (error) => {
    running.delete(child);
    reject(new FfmpegError("ffmpeg.missing", error.message));
  });
  child.on("close", (exitCode, signal) => {
    running.delete(child);
    if (exitCode === 0) resolve({ stderr });
    else reject(new FfmpegError("ffmpeg.failed", `ffmpeg ended with ${signal ?? exitCode ?? "no code"}`, stderr));
  });
  return promise;
}
