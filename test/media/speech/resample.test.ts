import { expect, test } from "vitest";
import { measureSpeech } from "../../../media/speech/measure-speech.ts";
import { resampled } from "../../../media/speech/resample.ts";
import { energyOf } from "../../support/speech/passage.ts";

const tone = (hertz: number, rate: number, seconds = 1) =>
  Float32Array.from({ length: rate * seconds }, (_, index) => 0.5 * Math.sin((2 * Math.PI * hertz * index) / rate));

test.each([44_100, 48_000, 8_000])("a tone of %i samples a second is the same tone at 16 kHz", (rate) => {
  const made = resampled(tone(440, rate), rate).subarray(1_000, 15_000);
  const wanted = tone(440, 16_000).subarray(1_000, 15_000);
  expect(energyOf(made.map((sample, index) => sample - (wanted[index] ?? 0)))).toBeLessThan(1e-6);
});

test("what lies above 8 kHz does not come back as something lower", () => {
  expect(energyOf(resampled(tone(9_000, 48_000), 48_000).subarray(500, 15_500))).toBeLessThan(1e-6);
});

test("a tone held for five seconds is one syllable at most", () => {
  expect(measureSpeech(tone(220, 16_000, 5)).nuclei.length).toBeLessThanOrEqual(1);
});
