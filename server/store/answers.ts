import { writesTo, type Database } from "./open-database.ts";

/** Answers that are kept at once; with one more, all are asked anew. */
const mostKept = 2_000;

/** Keeps answers of the database until anything at all is written to it: asked a thousand times a second, and never out of date. */
export function keepAnswers<Answer>(database: Database) {
  const kept = new Map<string, Promise<Answer>>();
  let writes = Number.NaN;

  return (question: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const now = writesTo(database);
    if (now !== writes || kept.size >= mostKept) kept.clear();
    writes = now;
    const known = kept.get(question);
    if (known !== undefined) return known;
    const answer = ask();
    kept.set(question, answer);
    answer.catch(() => kept.delete(question));
    return answer;
  };
}
