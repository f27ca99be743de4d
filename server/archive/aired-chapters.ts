import type { Chapter } from "../../schemas/episodes.ts";
import type { RundownItem } from "../../schemas/rundown.ts";
import type { AiredItem } from "../store/recordings.ts";

/** An item that was passed over faster than this was not really on. */
const shortestChapterSeconds = 1.5;

/** Most chapters that an episode holds. */
const mostChapters = 200;

/**
 * The chapters of a recording: each item from where it began, by the name that the rundown gives it now. Items that were only passed over are
 * left out, and the first one begins with the episode.
 */
export function airedChapters(
  aired: readonly AiredItem[],
  items: readonly Pick<RundownItem, "id" | "title">[],
  { recordedAt, durationSeconds }: { recordedAt: number; durationSeconds: number },
): Chapter[] {
  const starts = aired.map(({ startedAt }) => Math.max(0, (startedAt - recordedAt) / 1_000));
  const lasting = aired.flatMap(({ itemId, title }, index) => {
    const startSeconds = starts[index]!;
    const endSeconds = starts[index + 1] ?? durationSeconds;
    if (endSeconds - startSeconds < shortestChapterSeconds) return [];
    return [{ startSeconds, title: items.find(({ id }) => id === itemId)?.title ?? title }];
  });
  const [first, ...others] = lasting.slice(0, mostChapters);
  if (first === undefined) return [];
  const isAtBeginning = first.startSeconds < shortestChapterSeconds;
  return [isAtBeginning ? { ...first, startSeconds: 0 } : first, ...others];
}
