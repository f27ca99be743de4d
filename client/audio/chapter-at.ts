import type { Chapter } from "../../schemas/episodes.ts";

/** The chapter that is heard at `seconds`: the last one that has begun. */
export const chapterAt = (chapters: readonly Chapter[], seconds: number): Chapter | undefined =>
  chapters.findLast((chapter) => chapter.startSeconds <= seconds + 0.05);
