import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ExportedReview, ExportedTake } from "../../schemas/pupil-export.ts";
import type { KeptTake } from "../store/oral-records.ts";

/** A file that is handed out, under its name in the archive. */
export type Carried = { name: string; lastModified: Date; path: string };
/** A take as it is told, with its sounds. */
export type GatheredTake = { take: ExportedTake; files: Carried[] };

/** A take as it is handed out, with the voice notes about it, as far as their sounds are there. */
export function gatherTake(
  mediaDirectory: string,
  { exercise, take, isOwn, review }: KeptTake,
  number: number,
): GatheredTake {
  const { recordedAt, durationSeconds, selfAssessment, measures } = take;
  const pathOf = (name: string) => join(mediaDirectory, "takes", `${name}.mp3`);
  const files: Carried[] = [];
  const carry = (name: string, path: string, at: string) => {
    if (!existsSync(path)) return null;
    files.push({ name, lastModified: new Date(at), path });
    return name;
  };
  const stem = `${recordedAt.slice(0, 10)}-${number}`;
  const file = carry(`prises/${stem}.mp3`, pathOf(take.id), recordedAt);
  const told: ExportedReview = {
    ...review,
    comments: review.comments.map(({ id, hasSound, ...comment }, index) => ({
      ...comment,
      file: hasSound
        ? carry(`commentaires/${stem}-${index + 1}.mp3`, pathOf(`${take.id}.${id}`), comment.createdAt)
        : null,
    })),
  };
  // What a classmate thinks of their own take is theirs.
  const own = isOwn ? selfAssessment : null;
  return {
    take: { exercise, recordedAt, durationSeconds, file, isOwn, selfAssessment: own, measures, review: told },
    files,
  };
}
