import type { Cue } from "./transcripts.ts";

const timing = /^(\d+):(\d\d):(\d\d\.\d{3}) --> (\d+):(\d\d):(\d\d\.\d{3})$/;
const signs: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const plain = (text: string) => text.replaceAll(/&(?:amp|lt|gt);/g, (sign) => signs[sign]!);

function cueOf(block: string): Cue[] {
  const [times = "", ...lines] = block.trim().split("\n");
  const numbers = timing.exec(times)?.slice(1).map(Number);
  if (numbers === undefined) return [];
  const [startSeconds, endSeconds] = [numbers.slice(0, 3), numbers.slice(3)].map((clock) =>
    clock.reduce((sum, part) => sum * 60 + part),
  );
  return [{ startSeconds: startSeconds!, endSeconds: endSeconds!, text: plain(lines.join(" ")) }];
}

/** The passages of a text as the station keeps it (see `EpisodeText`): WebVTT of its own making. None when it has no times. */
export const cuesIn = (text: string): Cue[] => (text.startsWith("WEBVTT") ? text.split("\n\n").flatMap(cueOf) : []);

/** The passage that is heard at `seconds`, or was last. */
export const cueAt = (cues: readonly Cue[], seconds: number): Cue | undefined =>
  cues.findLast(({ startSeconds }) => startSeconds <= seconds + 0.05);
