/** A letter ready to be sent. */
export type Letter = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Of a letter that tells what is new: up to which instant it does, in epoch milliseconds. */
  tellsUntil?: number;
  /** Header fields besides those that every letter has. */
  headers?: Readonly<Record<string, string>>;
};

/** What a letter with a link says. */
type LetterParts = {
  to: string;
  school: string;
  /** How the person is called, where they have chosen a name. */
  name?: string;
  url: string;
  /** Epoch milliseconds. */
  expiresAt: number;
};

const moment = new Intl.DateTimeFormat("fr-FR", { dateStyle: "full", timeStyle: "short", timeZone: "Europe/Paris" });

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** A text as HTML has it. */
export const escapedText = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign]!);

/** Paragraphs as plain text and as the plainest HTML: no picture, nothing fetched from anywhere, nothing that tells whether it was read. */
function letter(
  { to, url }: LetterParts,
  subject: string,
  before: readonly string[],
  after: readonly string[],
): Letter {
  const paragraph = (text: string) => `<p>${escapedText(text)}</p>`;
  const link = `<p><a href="${escapedText(url)}">${escapedText(url)}</a></p>`;
  const html = [...before.map(paragraph), link, ...after.map(paragraph)].join("\n");
  const page = `<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><title>${escapedText(subject)}</title></head><body>\n${html}\n</body></html>\n`;
  return { to, subject, text: `${[...before, url, ...after].join("\n\n")}\n`, html: page };
}

/** Invites somebody to join a school's staff. */
export function invitationLetter(parts: LetterParts): Letter {
  const until = `Ce lien sert une fois, jusqu’au ${moment.format(parts.expiresAt)}.`;
  return letter(
    parts,
    `${parts.school}\u00a0: votre accès à la webradio`,
    [
      "Bonjour,",
      `${parts.school} vous invite à rejoindre sa webradio. Ouvrez ce lien et choisissez un mot de passe\u00a0:`,
    ],
    [until, "Si vous n’attendiez pas cette invitation, ne faites rien."],
  );
}

/** Lets somebody choose another password. */
export function passwordLetter(parts: LetterParts): Letter {
  const until = `Ce lien sert une fois, jusqu’au ${moment.format(parts.expiresAt)}.`;
  return letter(
    parts,
    `${parts.school}\u00a0: choisir un nouveau mot de passe`,
    [`Bonjour ${parts.name ?? ""},`, "Pour choisir un nouveau mot de passe de la webradio, ouvrez ce lien\u00a0:"],
    [until, "Si vous n’avez rien demandé, ne faites rien\u00a0: votre mot de passe reste le même."],
  );
}
