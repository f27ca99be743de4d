import { expect, test } from "vitest";
import { isReadable, timesIn, withInitial } from "../../../client/library/typed-text.ts";
import { parseCues } from "../../../server/archive/clean-transcript.ts";

test("passages are counted as the station will find them", () => {
  const vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nUn\n\n1:00:03.5 --> 1:00:04.000 align:start\nDeux\n";
  const srt = "1\n00:00:01,000 --> 00:00:02,000\nUn\n";
  for (const typed of [vtt, srt, "Bonjour, il est 10:30 --> midi."])
    expect(timesIn(typed)).toBe(parseCues(typed).length);
});

test("an initial takes a first name's place wherever it is a word of its own", () => {
  expect(withInitial("Awa parle. Bonjour, AWA. Awana non.", "Awa")).toBe("A. parle. Bonjour, A. Awana non.");
  expect(withInitial("Élodie (Anne-Élodie)", "Élodie")).toBe("É. (Anne-É.)");
});

test("a file of something else than text is not taken for one", () => {
  expect(isReadable("WEBVTT\r\n\tOui")).toBe(true);
  expect([isReadable("  \n"), isReadable("PK\u0003\u0004")]).toEqual([false, false]);
});
