import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanTranscript, formatVtt, parseCues } from "../../../server/archive/clean-transcript.ts";

const vtt = `\ufeffWEBVTT - La ruche

STYLE
::cue { color: red }

NOTE Relu par les élèves.

intro
00:02.500 --> 00:06.000 align:start
<v Awa>Est-ce que <b>vous</b> avez peur&nbsp;?</v>

1:00:07.000 --> 1:00:09.250
- Une fois.
- Rien qu’une <00:08.000>fois.
`;

test("a subtitle file keeps its times and its words, and nothing that says who speaks or how it looks", () => {
  expect(parseCues(vtt)).toEqual([
    { startSeconds: 2.5, endSeconds: 6, text: "Est-ce que vous avez peur\u00a0?" },
    { startSeconds: 3_607, endSeconds: 3_609.25, text: "- Une fois. - Rien qu’une fois." },
  ]);
});

test("a SubRip file is understood likewise, with another machine's line ends", () => {
  const srt =
    "2\r\n00:00:04,000 --> 00:00:05,000\r\nEnsuite.\r\n\r\n1\r\n00:00:01,200 --> 00:00:02,000\r\nD’abord.\r\n";
  expect(parseCues(srt).map(({ startSeconds, text }) => [startSeconds, text])).toEqual([
    [1.2, "D’abord."],
    [4, "Ensuite."],
  ]);
});

test("a text without times stays a text, without what cannot be seen", () => {
  expect(cleanTranscript("Bonjour.\r\n\r\n\r\n\r\n  Ici \u202eRadio\u0007  Hirondelle. ")).toEqual({
    text: "Bonjour.\n\nIci Radio Hirondelle.",
    isTimed: false,
  });
});

test("a subtitle file in which nothing is said is no text", () => {
  expect(cleanTranscript("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Awa></v>")).toBeUndefined();
  expect(cleanTranscript(" \u200b\n".replace("\u200b", ""))).toBeUndefined();
});

test("what was cleaned once stays as it is, whatever was in it", () => {
  const cue = fc.record({
    startSeconds: fc.integer({ min: 0, max: 7_200_000 }).map((ms) => ms / 1_000),
    text: fc.string({ minLength: 1, maxLength: 60 }),
  });
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 8 }), (drawn) => {
      const cues = drawn.map((each) => ({ ...each, endSeconds: each.startSeconds + 1 }));
      const once = parseCues(formatVtt(cues));
      expect(parseCues(formatVtt(once))).toEqual(once);
      expect(formatVtt(once)).not.toMatch(/<|-->.*-->/);
    }),
  );
});
