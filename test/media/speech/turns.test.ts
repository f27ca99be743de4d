import { expect, test } from "vitest";
import { withoutBleed } from "../../../media/speech/bleed.ts";
import { showTurns } from "../../../media/speech/turns.ts";
import { voiceTrack } from "../../../media/speech/voice-track.ts";
import { knownShow, type Line } from "../../support/speech/known-show.ts";

// Two minutes: a presenter, a journalist who comes in early twice, a guest; the fourth microphone is never spoken into.
const lines: Line[] = [
  { voice: 0, at: 1, syllables: 40 },
  { voice: 1, at: 9.8, syllables: 30 },
  { voice: 0, at: 16.4, syllables: 12 },
  { voice: 2, at: 19.6, syllables: 60 },
  { voice: 1, at: 30.9, syllables: 20 },
  { voice: 2, at: 35.5, syllables: 45 },
  { voice: 0, at: 45.1, syllables: 25 },
  { voice: 1, at: 49.4, syllables: 50 },
  { voice: 2, at: 60.2, syllables: 8 },
  { voice: 0, at: 62.4, syllables: 60 },
  { voice: 2, at: 75, syllables: 70 },
  { voice: 0, at: 89.6, syllables: 30 },
  { voice: 1, at: 96.4, syllables: 55 },
  { voice: 0, at: 107, syllables: 40 },
];

const heard = (bleedDb: number) => {
  const show = knownShow(lines, 4, bleedDb, 120);
  const own = withoutBleed(show.microphones.map((samples) => voiceTrack(samples)));
  return { found: showTurns(own), truth: showTurns(show.speech) };
};

test.each([-60, -30, -20])("speaking shares are right to a hundredth, with neighbours heard at %i dB", (bleedDb) => {
  const { found, truth } = heard(bleedDb);
  found.voices.forEach(({ share }, voice) => {
    expect(Math.abs(share - (truth.voices[voice]?.share ?? 9))).toBeLessThan(0.01);
  });
  expect(found.voices[3]).toMatchObject({ seconds: 0, share: 0, turns: [] });
  expect(found.equality).toBeCloseTo(truth.equality ?? 9, 2);
});

test("who speaks at once is found to 50 ms each time, with neighbours heard at −20 dB", () => {
  const { found, truth } = heard(-20);
  expect(truth.overlaps).toHaveLength(3);
  expect(found.overlaps).toHaveLength(3);
  truth.overlaps.forEach(({ from, to }, index) => {
    expect(Math.abs((found.overlaps[index]?.from ?? 0) - from)).toBeLessThan(0.05);
    expect(Math.abs((found.overlaps[index]?.to ?? 0) - to)).toBeLessThan(0.05);
  });
});

test("turns, the longest of them and the time until a reply are those of the show", () => {
  const { found, truth } = heard(-20);
  found.voices.slice(0, 3).forEach((voice, index) => {
    const wanted = truth.voices[index];
    expect(voice.turns).toHaveLength(wanted?.turns.length ?? 0);
    expect(Math.abs(voice.longestSeconds - (wanted?.longestSeconds ?? 0))).toBeLessThan(0.1);
    expect(Math.abs((voice.replyGapSeconds ?? 9) - (wanted?.replyGapSeconds ?? 0))).toBeLessThan(0.08);
  });
});

test("a breath does not end a turn, and a yes from somebody else does not either", () => {
  const { voices } = showTurns([
    [
      { from: 0, to: 4 },
      { from: 4.8, to: 9 },
    ],
    [{ from: 2, to: 2.4 }],
  ]);
  expect(voices.map(({ turns }) => turns)).toEqual([[{ from: 0, to: 9 }], [{ from: 2, to: 2.4 }]]);
});

test("whoever answers in a breath takes the turn", () => {
  const { voices } = showTurns([
    [
      { from: 0, to: 4 },
      { from: 4.8, to: 9 },
    ],
    [{ from: 4.2, to: 4.6 }],
  ]);
  expect(voices[0]?.turns).toHaveLength(2);
  expect(voices[1]?.replyGapSeconds).toBeCloseTo(0.2);
  expect(voices[0]?.replyGapSeconds).toBeCloseTo(0.2);
});

test("a show in which one voice speaks is not shared, one in which two speak alike is", () => {
  const alone = showTurns([[{ from: 0, to: 10 }], []]);
  const alike = showTurns([[{ from: 0, to: 10 }], [{ from: 10, to: 20 }]]);
  expect([alone.equality, alike.equality]).toEqual([0, 1]);
  expect(showTurns([]).equality).toBeUndefined();
});
