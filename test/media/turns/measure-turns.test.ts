import { expect, test } from "vitest";
import { measureTurns, shareOut } from "../../../media/turns/measure-turns.ts";
import type { FinishedTrack } from "../../../media/recorder/finished-recording.ts";
import { runFfmpeg } from "../../../media/ffmpeg/run-ffmpeg.ts";
import { writeFile } from "node:fs/promises";
import { showTurns } from "../../../media/speech/turns.ts";
import { StripId } from "../../../schemas/ids.ts";
import { scratch } from "../../support/scratch.ts";
import { knownShow, type Line } from "../../support/speech/known-show.ts";

const strips = [1, 2, 3].map((number) => StripId.parse(`01890000-0000-7000-8000-00000000000${number}`));

// A presenter, two who share a tablet (the second from 45 s on), and a guest who comes in early twice.
const lines: Line[] = [
  { voice: 0, at: 1, syllables: 40 },
  { voice: 1, at: 9.8, syllables: 30 },
  { voice: 0, at: 16.4, syllables: 12 },
  { voice: 2, at: 19.6, syllables: 60 },
  { voice: 1, at: 31.4, syllables: 20 },
  { voice: 2, at: 36.2, syllables: 40 },
  { voice: 1, at: 46, syllables: 50 },
  { voice: 2, at: 55.8, syllables: 8 },
  { voice: 0, at: 58.1, syllables: 60 },
  { voice: 1, at: 71, syllables: 45 },
];
const seconds = 85;
const sharedUntil = 45;
const options = { signal: new AbortController().signal, onProgress: () => undefined };

const show = knownShow(lines, 3, -20, seconds);

/** The show as a recorder keeps it: a track of its own for each microphone, begun at another moment, and moved by a block halfway. */
async function recorded(disk: ReturnType<typeof scratch>): Promise<FinishedTrack[]> {
  return Promise.all(
    show.microphones.map(async (samples, index) => {
      const startSeconds = index * 0.25;
      const raw = disk.file(`${index}.f32`);
      const own = samples.subarray(startSeconds * 16_000);
      await writeFile(raw, new Uint8Array(own.buffer, own.byteOffset, own.byteLength));
      const path = disk.file(`${index}.opus`);
      const input = ["-f", "f32le", "-ar", "16000", "-ac", "1", "-i", raw];
      await runFfmpeg([...input, "-c:a", "libopus", "-b:a", "32k", path]);
      const alignments = [
        { trackSeconds: 0, programmeSeconds: startSeconds },
        { trackSeconds: 30, programmeSeconds: 30 + startSeconds },
      ];
      const durationSeconds = seconds - startSeconds;
      return {
        ...{ stripId: strips[index]!, stripNumber: index + 1, path, startSeconds, durationSeconds },
        ...{ gaps: [], muted: [], alignments },
      };
    }),
  );
}

const spells = [
  { stripId: strips[0]!, voice: "presenter", from: 0, to: seconds },
  { stripId: strips[1]!, voice: "first", from: 0, to: sharedUntil },
  { stripId: strips[1]!, voice: "second", from: sharedUntil, to: seconds },
  { stripId: strips[2]!, voice: "guest", from: 0, to: seconds },
];

test("a recorded show's shares are right to a hundredth and its overlaps to 50 ms, with neighbours heard at −20 dB and a tablet that two share", async () => {
  using disk = scratch();
  const found = await measureTurns({ tracks: await recorded(disk), spells }, options);
  const [presenter, tablet, guest] = show.speech;
  const [first, second] = [
    tablet!.filter(({ from }) => from < sharedUntil),
    tablet!.filter(({ from }) => from > sharedUntil),
  ];
  const truth = showTurns([presenter!, first, second, guest!]);
  expect(found.voices.map(({ voice }) => voice)).toEqual(["presenter", "first", "second", "guest"]);
  found.voices.forEach((voice, index) => {
    const wanted = truth.voices[index]!;
    expect(Math.abs(voice.share - wanted.share)).toBeLessThan(0.01);
    expect(voice.turns).toBe(wanted.turns.length);
    expect(Math.abs(voice.longestSeconds - wanted.longestSeconds)).toBeLessThan(0.1);
    expect(Math.abs((voice.replyGapSeconds ?? 9) - (wanted.replyGapSeconds ?? 9))).toBeLessThan(0.08);
  });
  expect(found.overlaps).toBe(truth.overlaps.length);
  const wanted = truth.overlaps.reduce((sum, { from, to }) => sum + to - from, 0);
  expect(truth.overlaps.length).toBeGreaterThan(0);
  expect(Math.abs(found.overlapSeconds - wanted)).toBeLessThan(0.05 * truth.overlaps.length);
});

test("what is said into a closed microphone, or was removed from the delay, counts for nobody", async () => {
  using disk = scratch();
  const [track] = await recorded(disk);
  const muted = [{ startSeconds: 0, durationSeconds: 12 }];
  const closed = { stripId: strips[0]!, voice: "presenter", from: 0, to: 50 };
  const found = await measureTurns({ tracks: [{ ...track!, muted }], spells: [closed] }, options);
  // Of 1–9, 16.4–18.8 and 58.1–70.1 s only the second is left.
  expect(found.seconds).toBeGreaterThan(2.2);
  expect(found.seconds).toBeLessThan(2.6);
});

test("a pupil who changes tablets is one voice, and is not heard twice where both hear them", () => {
  const spell = (strip: number, voice: string) => ({ stripId: strips[strip]!, voice, from: 0, to: 20 });
  const found = shareOut(
    [
      { stripId: strips[0]!, speech: [{ from: 0, to: 4 }] },
      { stripId: strips[1]!, speech: [{ from: 3, to: 6 }] },
      { stripId: strips[2]!, speech: [{ from: 8, to: 10 }] },
    ],
    [spell(0, "one"), spell(1, "one"), spell(2, "other")],
  );
  expect(found.voices.map(({ voice, seconds: spoken, share }) => [voice, spoken, share])).toEqual([
    ["one", 6, 0.75],
    ["other", 2, 0.25],
  ]);
});
