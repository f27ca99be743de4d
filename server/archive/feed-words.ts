import { firstBytes, xmlText } from "./xml-text.ts";

/** PSP-1: a description holds at most 4,000 bytes. */
export const longestDescriptionBytes = 4_000;

/** A description; without one, the title is it, for PSP-1 wants some. */
export const describe = (description: string, title: string): string =>
  firstBytes(xmlText(description) || xmlText(title), longestDescriptionBytes);

/** What stands in the outermost element of this name. */
export const within = (name: string, xml: string): string =>
  new RegExp(`<${name}>([\\s\\S]*)</${name}>`).exec(xml)?.[1] ?? "";

/** Says `explicit` as PSP-1 does, and keeps the generator's indentation out of the texts. */
export function tidy(xml: string): string {
  return xml
    .replace(/^(\s*<itunes:explicit>)no(<\/itunes:explicit>)$/gm, "$1false$2")
    .replace(/^(\s*<itunes:explicit>)yes(<\/itunes:explicit>)$/gm, "$1true$2")
    .replace(/(<[\w:]+(?: [\w:]+="[^"]*")*>)\n\s*(<!\[CDATA\[)/g, "$1$2")
    .replace(/(\]\]>)\n\s*(<\/[\w:]+>)/g, "$1$2");
}
