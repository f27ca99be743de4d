import { expect, test } from "vitest";
import { cueAt, cuesIn } from "../../schemas/cues.ts";
import { cleanTranscript } from "../../server/archive/clean-transcript.ts";

const srt =
  "1\r\n00:00:01,500 --> 00:00:03,000\r\n<b>Bonjour</b> & bienvenue\r\n\r\n2\r\n01:00:00,000 --> 01:00:02,000\r\n3 < 4\r\n";

test("what the station keeps of a subtitle file is read back as its passages, in media time", () => {
  expect(cuesIn(cleanTranscript(srt)!.text)).toEqual([
    { startSeconds: 1.5, endSeconds: 3, text: "Bonjour & bienvenue" },
    { startSeconds: 3_600, endSeconds: 3_602, text: "3 < 4" },
  ]);
});

test("a text without times has no passages", () => {
  expect(cuesIn(cleanTranscript("Bonjour.\n\nIci la radio.")!.text)).toEqual([]);
});

test("a passage is heard until the next one begins", () => {
  const cues = cuesIn(cleanTranscript(srt)!.text);
  expect([0, 1.5, 60, 3_601].map((seconds) => cueAt(cues, seconds)?.text)).toEqual([
    undefined,
    "Bonjour & bienvenue",
    "Bonjour & bienvenue",
    "3 < 4",
  ]);
});
