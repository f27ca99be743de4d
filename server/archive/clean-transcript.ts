import { longestTranscript, type Cue } from "../../schemas/transcripts.ts";

const longestCue = 1_000;
// WebVTT has `.` and may leave the hours out, SubRip has `,`.
const time = String.raw`(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})`;
const timing = new RegExp(`^\\s*${time}\\s+-->\\s+${time}`);

/** Tags say who speaks, and how it looks: neither is for a listener's page. A lone `<` stays text. */
const withoutTags = (text: string) => text.replaceAll(/<\/?[a-z][^>]*>|<\d[\d:.]*>/gi, "");

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", nbsp: "\u00a0", lrm: "", rlm: "" };
const withoutEntities = (text: string) =>
  text.replaceAll(/&(amp|lt|gt|nbsp|lrm|rlm);/g, (_all, name: string) => entities[name] ?? "");

// Control characters, and those that turn the direction of what follows, have no place in a page.
const unseen = /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff]/gu;

const tidy = (text: string) =>
  text
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(unseen, "")
    .trim();

const secondsOf = ([hours, minutes, seconds, parts]: readonly (string | undefined)[]) =>
  Number(hours ?? 0) * 3_600 + Number(minutes) * 60 + Number(seconds) + Number(`0.${parts ?? 0}`);

function cueOf(block: string): Cue[] {
  const lines = block.split("\n");
  const at = lines.findIndex((line) => timing.test(line));
  if (at < 0) return [];
  const numbers = timing.exec(lines[at]!)!.slice(1);
  const [startSeconds, endSeconds] = [secondsOf(numbers.slice(0, 4)), secondsOf(numbers.slice(4))];
  const text = tidy(withoutEntities(withoutTags(lines.slice(at + 1).join(" ")))).slice(0, longestCue);
  return text === "" || endSeconds < startSeconds ? [] : [{ startSeconds, endSeconds, text }];
}

/** The passages of a subtitle file (WebVTT, SubRip) in their order; none when the text has no times. */
export function parseCues(typed: string): Cue[] {
  const blocks = typed.replaceAll(/\r\n?/g, "\n").split(/\n{2,}/);
  return blocks.flatMap(cueOf).sort((one, other) => one.startSeconds - other.startSeconds);
}

const clock = (seconds: number) => {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  const thousandths = Math.round((seconds % 1) * 1_000) % 1_000;
  return `${parts.map((part) => String(part).padStart(2, "0")).join(":")}.${String(thousandths).padStart(3, "0")}`;
};
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Passages as WebVTT, with nothing in it but times and text. */
export const formatVtt = (cues: readonly Cue[]): string =>
  ["WEBVTT", ...cues.map((cue) => `${clock(cue.startSeconds)} --> ${clock(cue.endSeconds)}\n${escaped(cue.text)}`)]
    .join("\n\n")
    .concat("\n");

/** What is kept of a text that somebody typed or sent: WebVTT made anew when it has times, else the plain lines. `undefined` when nothing is left of it. */
export function cleanTranscript(typed: string): { text: string; isTimed: boolean } | undefined {
  const cues = parseCues(typed);
  if (cues.length > 0) return { text: formatVtt(cues).slice(0, longestTranscript), isTimed: true };
  const lines = typed.replaceAll(/\r\n?/g, "\n").split("\n");
  const text = lines
    .map(tidy)
    .join("\n")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
  return text === "" || /^WEBVTT\b/.test(text) ? undefined : { text, isTimed: false };
}
