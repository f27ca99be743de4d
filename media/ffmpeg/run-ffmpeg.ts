import { Readable } from "node:stream";
import type { Patience } from "../priority/patience.ts";
import { FfmpegError } from "./ffmpeg-error.ts";
import { openFfmpeg } from "./open-ffmpeg.ts";

/** How one run of ffmpeg is watched and bounded. */
export type RunOptions = {
  /** Aborting kills ffmpeg; the run then throws the signal's reason. Files half written stay where they are. */
  signal?: AbortSignal | undefined;
  /** Media seconds of the output written so far, four times a second. */
  onProgress?: ((seconds: number) => void) | undefined;
  /** Longest time the run may take; ten minutes unless told. */
  timeoutMs?: number | undefined;
  /** What `pipe:0` reads. */
  input?: Uint8Array | Readable | undefined;
  /** `some` unless told: live sound goes first. */
  patience?: Patience | undefined;
  /** Receives what is written to `pipe:1`. */
  onOutput?: ((bytes: Buffer) => void) | undefined;
};

/**
 * Runs ffmpeg once and waits for it. Throws {@link FfmpegError} when it fails or takes too long; when this returns or throws,
 * the process is gone. Inputs are files and pipes only.
 */
export async function runFfmpeg(args: readonly string[], options: RunOptions = {}): Promise<{ stderr: string }> {
  const { signal, onProgress, timeoutMs = 600_000, input, onOutput, patience = "some" } = options;
  signal?.throwIfAborted();
  await using ffmpeg = openFfmpeg(args, { onProgress, patience });
  if (onOutput !== undefined) ffmpeg.stdout.on("data", onOutput);
  feed(ffmpeg.stdin, input);
  using limits = watchLimits(signal, timeoutMs);
  return await Promise.race([ffmpeg.done, limits.exceeded]);
}

function feed(stdin: NodeJS.WritableStream, input: RunOptions["input"]): void {
  if (input instanceof Readable) input.on("error", () => stdin.end()).pipe(stdin);
  else if (input === undefined) stdin.end();
  else stdin.end(input);
}

function watchLimits(signal: AbortSignal | undefined, timeoutMs: number) {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => undefined);
  const timer = setTimeout(() => {
    reject(new FfmpegError("ffmpeg.failed", `ffmpeg took longer than ${timeoutMs} ms`));
  }, timeoutMs);
  const abort = () => {
    reject(signal?.reason as Error);
  };
  signal?.addEventListener("abort", abort);
  const dispose = () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  };
  return { exceeded: promise, [Symbol.dispose]: dispose };
}
