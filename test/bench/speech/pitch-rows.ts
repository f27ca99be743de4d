import { frameSeconds } from "../../../media/speech/frames.ts";
import { deviationOf } from "../../../media/speech/melody.ts";
import { measureSpeech } from "../../../media/speech/measure-speech.ts";
import { askPraat } from "../../support/speech/praat.ts";
import type { Measurement } from "../row.ts";
import { meanOf, type Voice } from "./passages.ts";

const grossShare = 0.2;

/** How near a voice's melody comes to Praat's, frame by frame where both hear a voice. */
export function* pitchRows({ name, passages }: Voice): Generator<Measurement> {
  const compared = passages.map(({ samples }) => compare(samples));
  const total = (of: (one: Compared) => number) => compared.reduce((sum, one) => sum + of(one), 0);
  const both = total(({ cents }) => cents.length);
  const gross = total(({ cents }) => cents.filter(isGross).length);
  const fine = compared.flatMap(({ cents }) => cents.filter((value) => !isGross(value)).map(Math.abs));
  const middle = fine.toSorted((a, b) => a - b)[Math.floor(fine.length / 2)] ?? Number.NaN;
  const recall = both / total(({ voiced }) => voiced);
  const apart = meanOf(compared.map(({ deviationApart }) => Math.abs(deviationApart)));
  yield { case: `pitch, gross errors: ${name}`, value: (100 * gross) / both, unit: "%", goal: { atMost: 0.3 } };
  yield { case: `pitch, off at the median: ${name}`, value: middle, unit: "cents", goal: { atMost: 10 } };
  yield { case: `pitch, SD off: ${name}`, value: apart, unit: "st", goal: { atMost: 0.1 } };
  yield { case: `pitch, recall: ${name}`, value: recall, unit: "", goal: { atLeast: 0.95 } };
}

type Compared = { cents: number[]; voiced: number; deviationApart: number };

function compare(samples: Float32Array): Compared {
  const { melody, pitch } = measureSpeech(samples);
  const { pitch: judged, pitchFrom } = askPraat(samples);
  const voiced = judged.filter((hertz) => hertz > 0);
  const cents = judged.flatMap((hertz, index) => {
    const ours = melody[Math.round((pitchFrom + index * 0.01) / frameSeconds - 0.5)] ?? 0;
    return hertz > 0 && ours > 0 ? [1_200 * Math.log2(ours / hertz)] : [];
  });
  const deviation = deviationOf(Float64Array.from(voiced, (hertz) => 12 * Math.log2(hertz)));
  return { cents, voiced: voiced.length, deviationApart: (pitch?.deviationSemitones ?? 0) - deviation };
}

const isGross = (cents: number) => Math.abs(2 ** (cents / 1_200) - 1) > grossShare;
