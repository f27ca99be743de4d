/** A FLAC file of the programme, and the programme frame it begins at. */
export type Segment = { path: string; frame: number };

/**
 * ffmpeg arguments that make one FLAC of the programme's segments, without a sample lost or moved: each counts up to where the
 * next begins (they overlap), silence stands where none reaches, and the whole is `frames` long, or as long as the last one goes.
 */
export function joinArgs(segments: readonly Segment[], frames: number | undefined, output: string): string[] {
  const inputs = segments.flatMap(({ path }) => ["-i", path]);
  const filters = segments.map((_, index) => `[${index}:a]${fit(segments, index, frames)}[s${index}]`);
  const all = `${segments.map((_, index) => `[s${index}]`).join("")}concat=n=${segments.length}:v=0:a=1`;
  return [...inputs, "-filter_complex", [...filters, all].join(";"), "-sample_fmt", "s16", "-c:a", "flac", output];
}

function fit(segments: readonly Segment[], index: number, frames: number | undefined): string {
  const start = segments[index]?.frame ?? 0;
  const end = segments[index + 1]?.frame ?? frames;
  const length = end === undefined ? "" : `,atrim=end_sample=${end - start},apad=whole_len=${end - start}`;
  // Before the first segment that can be read there may have been one that cannot.
  const lead = index === 0 && start > 0 ? `,adelay=${start}S:all=1` : "";
  return `asetpts=N/SR/TB${length}${lead}`;
}
