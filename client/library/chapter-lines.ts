import type { Chapter } from "../../schemas/episodes.ts";

/** A chapter as it is typed: a clock and a title. */
export type ChapterLine = { clock: string; title: string };

/** `2:40` or `1:02:40` in seconds; undefined when it is no clock. */
export function parseClock(typed: string): number | undefined {
  const parts = typed.trim().split(":");
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => !/^\d{1,3}$/.test(part))) return undefined;
  const [first = 0, ...rest] = parts.map(Number);
  if (rest.some((part) => part > 59)) return undefined;
  return rest.reduce((seconds, part) => seconds * 60 + part, first);
}

/** The chapters that were typed, in the order of time; undefined when a line lacks its clock or its title. Blank lines are left out. */
export function parseChapters(lines: readonly ChapterLine[]): Chapter[] | undefined {
  const chapters: Chapter[] = [];
  for (const { clock, title } of lines) {
    if (clock.trim() === "" && title.trim() === "") continue;
    const startSeconds = parseClock(clock);
    if (startSeconds === undefined || title.trim() === "") return undefined;
    chapters.push({ startSeconds, title: title.trim() });
  }
  return chapters.sort((one, other) => one.startSeconds - other.startSeconds);
}
