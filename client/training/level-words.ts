import type { Criterion } from "../../schemas/rubrics.ts";
import type { Say } from "../i18n/words.ts";
import type { LevelWords } from "../ui/LevelChoice.tsx";

const ownLevels = [1, 2, 3, 4] as const;

/** The levels of a criterion for a child: in the four words of their own answers where it is about the same as one of these, else in the teacher's. */
export function levelWords(t: Say, { levels, ownAnswer }: Criterion): LevelWords[] {
  if (ownAnswer === null || levels.length !== ownLevels.length) return levels.map((word) => ({ word }));
  return ownLevels.map((level, place) => ({ word: t(`training.level_${level}`), heard: levels[place] }));
}

/** What a criterion asks of one's own take: in the words in which one was asked, else in the teacher's. */
export const ownQuestion = (t: Say, { title, ownAnswer }: Criterion): string =>
  ownAnswer === null ? title : t(`training.ask_${ownAnswer}`);
