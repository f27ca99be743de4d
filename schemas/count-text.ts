const word = /[\p{L}\p{N}]+/gu;
const vowels = /[aeiouyàâäéèêëîïôöùûüœæ]+/giu;
// Two vowels that are said apart, as in "réel", "haïr", "lycéen", "théâtre".
const apart = /(?<=[éèêëïü])(?=[aoeiuâôéè])|(?<=[aou])(?=[éèëïü])/giu;
const digits = /^\p{N}+$/u;

/** The words of a text as a reader counts them: "l’école" is two, "porte-voix" too; figures are one each. */
export const wordsOf = (text: string): string[] => text.match(word) ?? [];

/** How many words a text has, as the reading tests of French schools count them. */
export const countWords = (text: string): number => wordsOf(text).length;

/** How many syllables a text has when it is read in French, where most mute e are not said; an estimate, a few per cent off. */
export const countSyllables = (text: string): number => wordsOf(text).reduce((sum, each) => sum + syllablesOf(each), 0);

function syllablesOf(each: string): number {
  if (digits.test(each)) return Math.max(1, each.length);
  // Behind g and q, u is not said; between a vowel and another, i and y glide; a final e, es or ent is mute.
  const said = each.toLowerCase().replaceAll(/(?<=[gq])u(?=[eiéèêy])/gu, "");
  const ended = said.length > 2 ? said.replace(/(?<=[^aeiouyéèê])(?:e|es)$|(?<=[aeiouyéèê])(?:e|es)$/u, "") : said;
  const groups = ended.replaceAll(apart, "-").match(vowels)?.length ?? 0;
  // "l", "d", "qu" before an apostrophe lean on the next word.
  return groups === 0 && each.length > 2 ? 1 : groups;
}
