const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const partsOf = (firstName: string) => {
  const [, first = firstName, mark] = /^(.*?)( \p{Lu}\p{Ll}{0,2}\.)?$/u.exec(firstName) ?? [];
  return { first, mark };
};
const alike = (one: string, other: string) => one.localeCompare(other, "fr", { sensitivity: "base" }) === 0;

/**
 * A first name as a word of its own. `Emma B.` is found also where texts say `Emma`, unless one of `others` is called so too; and what is another's, as `Emma C.`, is
 * never found.
 */
function wordOf(firstName: string, others: readonly string[]): string {
  const { first, mark } = partsOf(firstName);
  const same = others.map(partsOf).filter((other) => alike(other.first, first));
  const theirs = same.flatMap((other) => (other.mark === undefined ? [] : [escape(other.mark)]));
  const notTheirs = theirs.length === 0 ? "" : `(?!${theirs.join("|")})`;
  const own = mark === undefined ? "" : same.length > 0 ? escape(mark) : `(?:${escape(mark)})?`;
  return `(?<![\\p{L}\\p{N}])${escape(first)}${notTheirs}${own}(?![\\p{L}\\p{N}])`;
}

/** Finds a first name in a text, as {@link makeForgetName} does. */
export const nameIn = (firstName: string, others: readonly string[] = []): RegExp =>
  new RegExp(wordOf(firstName, others), "iu");

/**
 * A function that takes a first name out of a text, wherever it stands as a word of its own; `Emma B.` goes also where texts say `Emma`, as long as none of `others` (of
 * the same class) is an Emma too.
 */
export function makeForgetName(firstName: string, others: readonly string[] = []): (text: string) => string {
  const word = new RegExp(wordOf(firstName, others), "giu");
  return (text) => text.replaceAll(word, "…");
}
