/** A text in the phrases that a reader takes one breath for: sentences, and their long parts at a comma. All of it, in order. */
export function phrasesOf(text: string, language: string): string[] {
  const sentences = [...new Intl.Segmenter(language, { granularity: "sentence" }).segment(text)];
  return sentences.flatMap(({ segment }) => breathsIn(segment));
}

// About what is said in four seconds.
const longestBreath = 60;

function breathsIn(sentence: string): string[] {
  if (sentence.trimEnd().length <= longestBreath) return [sentence];
  const parts = sentence.match(/[^,;:]+[,;:]*\s*/g) ?? [sentence];
  return parts.reduce<string[]>((breaths, part) => {
    const last = breaths.at(-1);
    const isShort = last !== undefined && (last + part).trimEnd().length <= longestBreath;
    return isShort ? [...breaths.slice(0, -1), last + part] : [...breaths, part];
  }, []);
}
