import { decodeHTML } from "entities";

/** Longer texts are cut before they are read: no description needs more. */
const mostCharacters = 60_000;
const hidden = /<(script|style|head|template|iframe|svg)\b[^]*?<\/\1\s*>|<!--[^]*?-->/gi;
const lineEnds = /<(?:br|\/p|\/div|\/h[1-6]|\/ul|\/ol|\/li|\/tr|hr)\b[^<>]*>/gi;
const tags = /<\/?[a-z][^<>]*>/gi;

/** What other stations write as HTML, as text of several lines: paragraphs stay apart, lists keep their points, addresses of links go. */
export function plainText(html: string): string {
  const whole = html.slice(0, mostCharacters);
  return decodeHTML(/<\/?[a-z]/i.test(whole) ? untagged(whole) : whole)
    .replace(/\r\n?/g, "\n")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

const untagged = (html: string) =>
  html
    .replace(hidden, "")
    .replace(/\s+/g, " ")
    .replace(/<li\b[^<>]*>/gi, "• ")
    .replace(/<\/p\s*>/gi, "</p><br>")
    .replace(lineEnds, "\n")
    .replace(tags, "");
