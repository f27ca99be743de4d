/** A function that takes a first name out of a text, wherever it stands as a word of its own; `Emma B.` goes also where texts say `Emma`. */
export function makeForgetName(firstName: string): (text: string) => string {
  const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const [first, ...mark] = firstName.split(" ");
  const letters = escape(first!) + mark.map((each) => `(?: ${escape(each)})?`).join("");
  const word = new RegExp(`(?<![\\p{L}\\p{N}])${letters}(?![\\p{L}\\p{N}])`, "giu");
  return (text) => text.replaceAll(word, "…");
}
