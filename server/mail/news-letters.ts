import type { FamilyLanguage } from "../../schemas/families.ts";
import { escapedText, type Letter } from "./letters.ts";
import { letterWords } from "./letter-words.ts";

type Parts = { to: string; radio: string; language: FamilyLanguage };
type Line = string | { url: string };

// All at once: a radio's title is not read for blanks.
const filled = (text: string, blanks: Readonly<Record<string, string | number>>) =>
  text.replaceAll(/{(\w+)}/g, (blank, name: string) => String(blanks[name] ?? blank));

function letterOf({ to, language }: Parts, subject: string, lines: readonly Line[]): Letter {
  const html = lines.map((line) => {
    if (typeof line === "string") return `<p>${escapedText(line)}</p>`;
    return `<p><a href="${escapedText(line.url)}">${escapedText(line.url)}</a></p>`;
  });
  const head = `<meta charset="utf-8"><title>${escapedText(subject)}</title>`;
  const opening = `<html lang="${language}" dir="${language === "ar" ? "rtl" : "ltr"}">`;
  const page = `<!doctype html>\n${opening}<head>${head}</head><body>\n${html.join("\n")}\n</body></html>\n`;
  const text = lines.map((line) => (typeof line === "string" ? line : line.url)).join("\n\n");
  return { to, subject, text: `${text}\n`, html: page };
}

/** Asks the holder of an address whether they want letters at all: nothing else is sent before they have said yes. */
export function confirmationLetter(parts: Parts & { confirmUrl: string }): Letter {
  const words = letterWords[parts.language];
  const said = (text: string) => filled(text, { radio: parts.radio });
  return letterOf(parts, said(words.confirmSubject), [said(words.confirm), { url: parts.confirmUrl }, words.ignore]);
}

/** Asks the holder of an address whether their letters shall change: until they have said yes, they do not. */
export function changeLetter(parts: Parts & { confirmUrl: string }): Letter {
  const words = letterWords[parts.language];
  const said = (text: string) => filled(text, { radio: parts.radio });
  return letterOf(parts, said(words.confirmSubject), [
    said(words.change),
    { url: parts.confirmUrl },
    words.changeIgnore,
  ]);
}

type NewsParts = Parts & { count: number; radioUrl: string; stopUrl: string; oneClickUrl: string };

/** Tells of new episodes: how many and where, without a title, since titles hold names. Ends by one click (RFC 8058). */
export function newsLetter(parts: NewsParts): Letter {
  const words = letterWords[parts.language];
  const said = filled(parts.count === 1 ? words.one : words.many, { radio: parts.radio, count: parts.count });
  const lines = [said, words.listen, { url: parts.radioUrl }, words.stop, { url: parts.stopUrl }];
  const headers = {
    "List-Unsubscribe": `<${parts.oneClickUrl}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
  return { ...letterOf(parts, said, lines), headers };
}
