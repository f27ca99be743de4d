import type { Chapter } from "../../schemas/episodes.ts";
import { parseClock } from "../i18n/parse-clock.ts";

/** A chapter as it is typed: a clock and a title. */
export type ChapterLine = { clock: string; title: string };

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
