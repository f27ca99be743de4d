/** A word as somebody in a hurry types it: small letters, no accents. */
const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** What somebody would try first who knows these names: each as a whole and word by word, without case and accents. Words of two letters say nothing. */
export function guessableWords(names: readonly string[]): string[] {
  const words = names.flatMap((name) => [plain(name), ...plain(name).split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(words)].filter((word) => word.length > 2);
}

/** What a password consists of besides these words; the whole of it when it has none of them. */
export function besides(password: string, words: readonly string[]): string {
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ""), plain(password));
  return rest === plain(password) ? password : rest;
}
