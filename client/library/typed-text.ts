// As the station reads times (server/archive/clean-transcript.ts): `.` in WebVTT, `,` in SubRip.
const timing = /^\s*(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}\s+-->\s+(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}/gm;

/** How many passages of a typed text have a time. */
export const timesIn = (typed: string): number => typed.match(timing)?.length ?? 0;

const escape = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What stands for a first name that is not to be read: `A.` for `Awa`. */
export const initialOf = (firstName: string): string => `${/^./u.exec(firstName)?.[0] ?? ""}.`;

/** A text with an initial wherever this first name stood as a word of its own. */
export const withInitial = (text: string, firstName: string): string =>
  text.replaceAll(
    new RegExp(`(?<![\\p{L}\\p{N}])${escape(firstName)}(?![\\p{L}\\p{N}])(\\.(?=\\s|$))?`, "giu"),
    initialOf(firstName),
  );

/** Whether a file's text can be read: bytes of a picture or a sound have characters that no text has. */
export const isReadable = (text: string): boolean => text.trim() !== "" && !/[^\P{Cc}\t\n\r\f]/u.test(text);
