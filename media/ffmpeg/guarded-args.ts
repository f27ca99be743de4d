/** The largest single piece of memory that ffmpeg may take, whatever a file claims of itself; no sound needs as much. */
const largestPieceBytes = 256_000_000;

/**
 * `args` as ffmpeg is really called: every input may only be a file or a pipe, whatever a playlist inside it says; nothing is
 * asked on a terminal; no piece of memory is larger than a sound needs; progress goes to file descriptor 3, so that stdout stays free for sound.
 */
export function guardedArgs(args: readonly string[]): string[] {
  const inputs = args.flatMap((arg) => (arg === "-i" ? ["-protocol_whitelist", "file,pipe", "-i"] : [arg]));
  const quiet = ["-hide_banner", "-nostdin", "-nostats", "-y", "-stats_period", "0.25", "-progress", "pipe:3"];
  return [...quiet, "-max_alloc", String(largestPieceBytes), ...inputs];
}
