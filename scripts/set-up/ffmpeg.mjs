import path from "node:path";
import { findProgram, outputOf, packageDirectory, run } from "./run.mjs";

const ownFfmpeg = () => path.join(packageDirectory("ffmpeg-static"), "ffmpeg");
const encoders = ["libmp3lame", "libopus", "flac", "aac"];

// Whatever its version, it must write what the feed and the archive are made of.
function canEncode(program) {
  if (program === undefined || findProgram(program) === undefined) return false;
  const list = outputOf(program, ["-hide_banner", "-encoders"]);
  return encoders.every((encoder) => list.includes(` ${encoder} `));
}

/** ffmpeg: the configured one, else ffmpeg-static's, else the system's; the order in which media/ffmpeg looks too. */
export const ffmpeg = {
  name: "ffmpeg (ffmpeg-static)",
  works: () => [process.env.FFMPEG_BIN, ownFfmpeg(), "ffmpeg"].some(canEncode),
  place: ownFfmpeg,
  cacheKey: () => `ffmpeg-static-${process.platform}-${process.arch}/ffmpeg`,
  download: () =>
    run(process.execPath, ["install.js"], {
      cwd: packageDirectory("ffmpeg-static"),
      timeout: 180_000,
      env: { CI: "1" },
    }),
  packages: () => ["ffmpeg"],
};
