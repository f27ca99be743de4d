/** A first name as a word of its own; `Emma B.` is found also where texts say `Emma`. */
function wordOf(firstName: string): string {
  const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const [first, ...mark] = firstName.split(" ");
  const letters = escape(first!) + mark.map((each) => `(?: ${escape(each)})?`).join("");
  return `(?<![\\p{L}\\p{N}])${letters}(?![\\p{L}\\p{N}])`;
}

/** Finds a first name in a text, as {@link makeForgetName} does. */
export const nameIn = (firstName: string): RegExp => new RegExp(wordOf(firstName), "iu");

/** A function that takes a first name out of a text, wherever it stands as a word of its own; `Emma B.` goes also where texts say `Emma`. */
export function makeForgetName(firstName: string): (text: string) => string {
  const word = new RegExp(wordOf(firstName), "giu");
  return (text) => text.replaceAll(word, "…");
}
