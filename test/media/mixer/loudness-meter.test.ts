import { expect, test } from "vitest";
import { LoudnessMeter } from "../../../media/mixer/loudness-meter.ts";

// EBU Tech 3341 (2023), table 1: the cases that can be synthesised. Levels are peaks of a 1 kHz sine, in dBFS per channel.
type Part = { seconds: number; peaksDbfs: readonly number[] };
const stereo = (seconds: number, peakDbfs: number): Part => ({ seconds, peaksDbfs: [peakDbfs, peakDbfs] });
const surround: Part = { seconds: 20, peaksDbfs: [-28, -28, -24, -30, -30] };

const integratedCases: [number, number, Part[]][] = [
  [1, -23, [stereo(20, -23)]],
  [2, -33, [stereo(20, -33)]],
  [3, -23, [stereo(10, -36), stereo(60, -23), stereo(10, -36)]],
  [4, -23, [stereo(10, -72), stereo(10, -36), stereo(60, -23), stereo(10, -36), stereo(10, -72)]],
  [5, -23, [stereo(20, -26), stereo(20.1, -20), stereo(20, -26)]],
  [6, -23, [surround]],
];

function hear(meter: LoudnessMeter, parts: readonly Part[], onBlock?: () => unknown): void {
  let frame = 0;
  for (const { seconds, peaksDbfs } of parts) {
    const peaks = peaksDbfs.map((peak) => 10 ** (peak / 20));
    for (let block = 0; block < seconds * 50; block++, frame += 960) {
      meter.measure(sine(frame, peaks));
      onBlock?.();
    }
  }
}

function sine(from: number, peaks: readonly number[]): Float32Array {
  return Float32Array.from({ length: 960 * peaks.length }, (_, index) => {
    const frame = from + Math.floor(index / peaks.length);
    return (peaks[index % peaks.length] ?? 0) * Math.sin((2 * Math.PI * 1_000 * frame) / 48_000);
  });
}

test.each(integratedCases)("Tech 3341 case %i: the integrated loudness is %f LUFS ±0.1", (_, lufs, parts) => {
  const meter = new LoudnessMeter(parts[0]?.peaksDbfs.length === 5 ? [1, 1, 1, 1.41, 1.41] : [1, 1]);
  hear(meter, parts);
  expect(Math.abs(meter.integratedLufs - lufs)).toBeLessThanOrEqual(0.1);
});

test.each([
  [1, -23],
  [2, -33],
])("Tech 3341 case %i: momentary and short-term loudness are %f LUFS ±0.1", (_, lufs) => {
  const meter = new LoudnessMeter();
  hear(meter, [stereo(20, lufs)]);
  expect(Math.abs(meter.momentaryLufs - lufs)).toBeLessThanOrEqual(0.1);
  expect(Math.abs(meter.shortTermLufs - lufs)).toBeLessThanOrEqual(0.1);
});

test("Tech 3341 case 9: the short-term loudness is −23 LUFS ±0.1, constant after 3 s", () => {
  const meter = new LoudnessMeter();
  const seen: number[] = [];
  const parts = Array.from({ length: 5 }, () => [stereo(1.34, -20), stereo(1.66, -30)]).flat();
  hear(meter, parts, () => seen.push(meter.shortTermLufs));
  const steady = seen.slice(3 * 50);
  expect(Math.max(...steady)).toBeLessThanOrEqual(-22.9);
  expect(Math.min(...steady)).toBeGreaterThanOrEqual(-23.1);
});

test("a reset forgets what was heard before the programme", () => {
  const meter = new LoudnessMeter();
  hear(meter, [stereo(10, -10)]);
  meter.reset();
  expect(meter.integratedLufs).toBe(-70);
  hear(meter, [stereo(10, -23)]);
  expect(Math.abs(meter.integratedLufs + 23)).toBeLessThanOrEqual(0.1);
});
