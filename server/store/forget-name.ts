/** A function that takes a first name out of a text, wherever it stands as a word of its own. */
export function makeForgetName(firstName: string): (text: string) => string {
  const letters = firstName.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const word = new RegExp(`(?<![\\p{L}\\p{N}])${letters}(?![\\p{L}\\p{N}])`, "giu");
  return (text) => text.replaceAll(word, "…");
}
