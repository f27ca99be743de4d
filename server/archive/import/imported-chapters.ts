import { z } from "zod";
import { Chapter } from "../../../schemas/episodes.ts";

/** `1:02:03.5`, `62:03` or `3723` in seconds; not a number where it is none of them. */
export function parseClock(text: string): number {
  const parts = text.trim().split(":");
  if (parts.length > 3 || !parts.every((part) => /^\d+(\.\d+)?$/.test(part))) return Number.NaN;
  return parts.reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

const mostChapters = 200;

/** What of these is a chapter, in order; the others are left out. */
export function importedChapters(found: readonly { startSeconds: number; title?: string | undefined }[]): Chapter[] {
  const chapters = found.flatMap(({ startSeconds, title = "" }) => {
    const parsed = Chapter.safeParse({ startSeconds, title: title.slice(0, 120) });
    return parsed.success ? [parsed.data] : [];
  });
  return chapters.toSorted((a, b) => a.startSeconds - b.startSeconds).slice(0, mostChapters);
}

const ChaptersFile = z.object({
  chapters: z
    .array(z.object({ startTime: z.number(), title: z.string().optional(), toc: z.boolean().optional() }))
    .max(5_000),
});

/** The chapters of a Podcasting 2.0 file; none when it is not one. Those that are only for pictures are left out. */
export function chaptersInJson(text: string): Chapter[] {
  const parsed = ChaptersFile.safeParse(jsonOf(text));
  const shown = (parsed.data?.chapters ?? []).filter(({ toc }) => toc !== false);
  return importedChapters(shown.map(({ startTime, title }) => ({ startSeconds: startTime, title })));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
