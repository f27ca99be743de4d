import { expect, test } from "vitest";
import { measureSpeech } from "../../../media/speech/measure-speech.ts";
import { pinkNoise, reverberated, withNoise } from "../../support/speech/degrade.ts";
import { energyOf } from "../../support/speech/passage.ts";
import { knownSpeech } from "../../support/speech/vowels.ts";

const reading = { phrases: [8, 12, 6, 14, 10, 9, 11], pauseSeconds: 0.6 };

test("the pauses of a reading are found where they are", () => {
  const known = knownSpeech(reading);
  const { pauses, phonationRatio } = measureSpeech(known.samples);
  expect(pauses).toHaveLength(6);
  pauses.forEach(({ from, to }, index) => {
    expect(Math.abs(from - (known.phrases[index]?.to ?? 0))).toBeLessThan(0.04);
    expect(Math.abs(to - (known.phrases[index + 1]?.from ?? 0))).toBeLessThan(0.04);
  });
  expect(phonationRatio).toBeCloseTo(14 / 17.6, 1);
});

test("a breath of 200 ms is no pause, one of 350 ms is", () => {
  const long = knownSpeech({ phrases: [8, 8, 8], pauseSeconds: 0.35 });
  const short = knownSpeech({ phrases: [8, 8, 8], pauseSeconds: 0.2 });
  expect(measureSpeech(long.samples).pauses).toHaveLength(2);
  expect(measureSpeech(short.samples).pauses).toHaveLength(0);
});

test("pauses are still found over the noise of a ventilation ten decibels under the voice", () => {
  const { samples, phrases } = knownSpeech(reading);
  const noisy = withNoise({ samples, speech: phrases, syllables: 70 }, pinkNoise(samples.length), 10);
  expect(measureSpeech(noisy).pauses).toHaveLength(6);
});

test.each([0.13, 0.2, 0.28])("syllables of %f s are counted and the pace is theirs", (syllableSeconds) => {
  const known = knownSpeech({ ...reading, syllableSeconds });
  const { nuclei, articulationRate, syllableRate } = measureSpeech(known.samples);
  expect(Math.abs(nuclei.length - 70)).toBeLessThanOrEqual(2);
  nuclei.forEach((at) => expect(Math.min(...known.nuclei.map((nucleus) => Math.abs(nucleus - at)))).toBeLessThan(0.06));
  expect(Math.abs(articulationRate * syllableSeconds - 1)).toBeLessThan(0.05);
  const spoken = 70 * syllableSeconds;
  expect(Math.abs((syllableRate * (spoken + 6 * 0.6)) / 70 - 1)).toBeLessThan(0.05);
});

test.each([90, 130, 260, 376, 450])("a voice at %i Hz is heard at that pitch, to five cents", (pitch) => {
  const { samples } = knownSpeech({ ...reading, pitchAt: () => pitch });
  const heard = measureSpeech(samples).pitch;
  expect(Math.abs(1_200 * Math.log2((heard?.medianHz ?? 1) / pitch))).toBeLessThan(5);
  expect(heard?.deviationSemitones).toBeLessThan(0.1);
});

test("a lively voice moves by as many semitones as it was made to", () => {
  const pitchAt = (seconds: number) => 240 * 2 ** ((4 * Math.sin(2.1 * seconds)) / 12);
  const { samples } = knownSpeech({ ...reading, pitchAt });
  // A sine of four semitones each way has a standard deviation of 4/√2.
  expect(measureSpeech(samples).pitch?.deviationSemitones).toBeCloseTo(4 / Math.SQRT2, 0);
  const flat = measureSpeech(knownSpeech(reading).samples).pitch?.deviationSemitones;
  expect(flat).toBeLessThan(0.1);
});

test("a microphone's offset makes no voice of the noise beside a voice", () => {
  const { samples, phrases } = knownSpeech(reading);
  const noisy = withNoise({ samples, speech: phrases, syllables: 70 }, pinkNoise(samples.length), 25);
  const heard = measureSpeech(noisy.map((sample) => 0.5 * sample + 0.05));
  const voiced = (melody: Float32Array) => melody.filter((hertz) => hertz > 0).length;
  expect(voiced(heard.melody) / voiced(measureSpeech(samples).melody)).toBeCloseTo(1, 1);
  expect(heard.pitch?.deviationSemitones).toBeLessThan(0.1);
});

test("a voice that falls at the ends of its sentences is told from one that holds", () => {
  const holding = measureSpeech(knownSpeech({ phrases: [12, 12, 12, 12] }).samples).level;
  const gainDb = (syllable: number) => (syllable >= 10 ? -9 : 0);
  const falling = measureSpeech(knownSpeech({ phrases: [12, 12, 12, 12], gainDb }).samples).level;
  expect(Math.abs(holding?.endFallDb ?? 99)).toBeLessThan(1.5);
  expect(falling?.endFallDb).toBeGreaterThan(7);
  expect(falling?.endFallDb).toBeLessThan(11);
  expect(falling?.deviationDb).toBeGreaterThan((holding?.deviationDb ?? 99) + 1);
});

test("a voice that becomes softer from minute to minute has that slope", () => {
  const gainDb = (_: number, phrase: number) => -2 * phrase;
  const { level } = measureSpeech(
    knownSpeech({ phrases: Array<number>(8).fill(10), gainDb, pauseSeconds: 0.5 }).samples,
  );
  // Two decibels each 2.5 s.
  expect(Math.abs((level?.slopeDbPerMinute ?? 0) / -48 - 1)).toBeLessThan(0.1);
});

test("a good recording raises no doubt", () => {
  expect(measureSpeech(knownSpeech(reading).samples).quality.doubts).toEqual([]);
});

test("a clipped, a noisy, a ringing and an almost empty recording are refused with their reason", () => {
  const { samples, phrases } = knownSpeech(reading);
  const clipped = samples.map((sample) => Math.max(-1, Math.min(1, sample * 12)));
  expect(measureSpeech(clipped).quality.doubts).toEqual(["clipped"]);
  const noise = pinkNoise(samples.length);
  const noisy = withNoise({ samples, speech: phrases, syllables: 70 }, noise, 5);
  expect(measureSpeech(noisy).quality.doubts).toEqual(["noisy"]);
  expect(measureSpeech(reverberated(samples, 1.8)).quality.doubts).toContain("reverberant");
  expect(measureSpeech(reverberated(samples, 0.3)).quality.doubts).toEqual([]);
  expect(measureSpeech(samples.subarray(0, 2 * 16_000)).quality.doubts).toEqual(["too_little_speech"]);
});

test("silence and noise alone have no figures, and nothing breaks", () => {
  const silence = measureSpeech(new Float32Array(5 * 16_000));
  expect(silence).toMatchObject({ pauses: [], nuclei: [], syllableRate: 0, articulationRate: 0, phonationRatio: 0 });
  expect(silence.quality.doubts).toContain("too_little_speech");
  expect(measureSpeech(new Float32Array(0)).pitch).toBeUndefined();
  const noise = pinkNoise(5 * 16_000).map((sample) => sample * 0.01);
  expect(energyOf(noise)).toBeGreaterThan(0);
  expect(measureSpeech(noise).quality.doubts).not.toEqual([]);
});
