import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { runFfmpeg } from "../../media/ffmpeg/run-ffmpeg.ts";
import type { scratch } from "./scratch.ts";

type Words = {
  seconds?: number;
  chapters?: readonly { startSeconds: number; title: string }[];
  tags?: Readonly<Record<string, string>>;
};

/** A tone of two seconds as another host keeps it, in the format that its name ends with, with tags and chapters inside. */
export async function hostedSound(
  folder: ReturnType<typeof scratch>,
  name: string,
  frequency: number,
  words: Words = {},
): Promise<Buffer> {
  const chapters = (words.chapters ?? []).map(({ startSeconds, title }) =>
    ["[CHAPTER]", "TIMEBASE=1/1000", `START=${startSeconds * 1_000}`, "END=2000", `title=${title}`].join("\n"),
  );
  const tags = Object.entries(words.tags ?? {}).map(([key, value]) => `${key}=${value}`);
  const input = Buffer.from([";FFMETADATA1", ...tags, ...chapters, ""].join("\n"));
  const tone = ["-f", "lavfi", "-i", `sine=frequency=${frequency}:duration=${words.seconds ?? 2}:sample_rate=44100`];
  const path = folder.file(name);
  const said = ["-f", "ffmetadata", "-i", "pipe:0", "-map", "0:a", "-map_metadata", "1", "-map_chapters", "1"];
  await runFfmpeg([...tone, ...said, "-id3v2_version", "3", path], { input });
  return readFile(path);
}

/** A square image of one colour. */
export const hostedImage = (side: number, colour: string, format: "png" | "jpeg" = "png"): Promise<Buffer> =>
  sharp({ create: { width: side, height: side, channels: 3, background: colour } })
    .toFormat(format)
    .toBuffer();
