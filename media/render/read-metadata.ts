import { Chapter } from "../../schemas/episodes.ts";
import { runFfmpeg, type RunOptions } from "../ffmpeg/run-ffmpeg.ts";

/** What a sound file says of itself. */
export type SoundWords = {
  title: string | undefined;
  description: string | undefined;
  /** As it is written there: a year, a day, an instant. */
  date: string | undefined;
  track: number | undefined;
  disc: number | undefined;
  chapters: Chapter[];
};

/** More is no tags any more. */
const mostBytes = 1_000_000;

/** Tags and chapters (ID3 CHAP, MP4, Vorbis) of a source, in ffmpeg's own metadata format, and whether there is an image in it. */
export async function readMetadata(source: readonly string[], options: RunOptions) {
  const parts: Buffer[] = [];
  let bytes = 0;
  const onOutput = (part: Buffer) => {
    bytes += part.length;
    if (bytes <= mostBytes) parts.push(part);
  };
  const { stderr } = await runFfmpeg([...source, "-f", "ffmetadata", "pipe:1"], { ...options, onOutput });
  const text = bytes <= mostBytes ? Buffer.concat(parts).toString("utf8") : "";
  return { words: wordsOf(text), hasPicture: stderr.includes("(attached pic)") };
}

type Section = { name: string; pairs: Map<string, string> };

/** Sections of `key=value` lines; a backslash hides what follows it, a line's end too. */
function sectionsOf(text: string): Section[] {
  const sections: Section[] = [{ name: "", pairs: new Map() }];
  for (const [line] of text.matchAll(/(?:\\[^]|[^\\\n])+/g)) {
    const name = /^\[(\w+)\]$/.exec(line)?.[1];
    if (name !== undefined) sections.push({ name, pairs: new Map() });
    const [, key, value] = /^((?:\\[^]|[^\\=])+)=([^]*)$/.exec(line) ?? [];
    if (key !== undefined && value !== undefined)
      sections.at(-1)!.pairs.set(unhidden(key).toLowerCase(), unhidden(value).trim());
  }
  return sections;
}

const unhidden = (text: string) => text.replace(/\\([^])/g, "$1");

function wordsOf(text: string): SoundWords {
  const sections = sectionsOf(text);
  const pairs = new Map(sections.filter(({ name }) => name !== "CHAPTER").flatMap((section) => [...section.pairs]));
  const said = (...keys: string[]) =>
    keys.map((key) => pairs.get(key)).find((value) => value !== undefined && value !== "");
  const counted = (key: string) => Number.parseInt(pairs.get(key) ?? "", 10) || undefined;
  return {
    title: said("title"),
    description: said("description", "synopsis", "comment", "lyrics"),
    date: said("date", "tdrc", "tdrl", "creation_time", "year"),
    track: counted("track"),
    disc: counted("disc"),
    chapters: sections.filter(({ name }) => name === "CHAPTER").flatMap(chapterOf),
  };
}

function chapterOf({ pairs }: Section): Chapter[] {
  const [numerator = Number.NaN, denominator = 1] = (pairs.get("timebase") ?? "1/1000000000").split("/").map(Number);
  const startSeconds = (Number(pairs.get("start")) * numerator) / denominator;
  const parsed = Chapter.safeParse({ startSeconds, title: (pairs.get("title") ?? "").slice(0, 120) });
  return parsed.success ? [parsed.data] : [];
}
