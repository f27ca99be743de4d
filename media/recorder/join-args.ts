import type { Piece } from "./plan-join.ts";

/** ffmpeg arguments that make one FLAC of a programme's pieces; `frames` long when that is known, with silence at the end if need be. */
export function joinArgs(pieces: readonly Piece[], frames: number | undefined, output: string): string[] {
  const inputs = pieces.flatMap(({ path }) => ["-i", path]);
  const filters = pieces.map(({ from, to, lead }, index) => {
    const silence = lead > 0 ? `,adelay=${lead}S:all=1` : "";
    return `[${index}:a]asetpts=N,atrim=start_sample=${from}:end_sample=${to},asetpts=N${silence}[p${index}]`;
  });
  const length = frames === undefined ? "" : `,atrim=end_sample=${frames},apad=whole_len=${frames}`;
  const all = `${pieces.map((_, index) => `[p${index}]`).join("")}concat=n=${pieces.length}:v=0:a=1${length}`;
  return [...inputs, "-filter_complex", [...filters, all].join(";"), "-sample_fmt", "s16", "-c:a", "flac", output];
}
