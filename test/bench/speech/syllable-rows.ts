import { measureSpeech } from "../../../media/speech/measure-speech.ts";
import type { EspeakVoice } from "../../support/speech/espeak.ts";
import { askPraat } from "../../support/speech/praat.ts";
import type { Measurement } from "../row.ts";
import { meanOf, spokenPassages, type Voice } from "./passages.ts";

/** How far the count of a voice's syllables is off, passage by passage and all together; the baseline is de Jong & Wempe's script in Praat. */
export function* syllableRows({ name, passages }: Voice, hasPraat: boolean): Generator<Measurement> {
  const errors = passages.map(({ samples, syllables }) => measureSpeech(samples).nuclei.length / syllables - 1);
  const judged = hasPraat
    ? passages.map(({ samples, syllables }) => askPraat(samples).nuclei.length / syllables - 1)
    : undefined;
  const mean = (values: number[]) => 100 * meanOf(values.map(Math.abs));
  const bias = (values: number[]) => 100 * Math.abs(meanOf(values));
  const beside = (of: (values: number[]) => number) => (judged === undefined ? {} : { baseline: of(judged) });
  yield { case: `syllables, off: ${name}`, value: mean(errors), unit: "%", goal: { atMost: 5 }, ...beside(mean) };
  yield { case: `syllables, bias: ${name}`, value: bias(errors), unit: "%", goal: { atMost: 3 }, ...beside(bias) };
}

const tempos = [0.7, 0.85, 1, 1.2, 1.4];

/** Whether the articulation rate follows a voice's tempo. */
export function* tempoRows(speaker: EspeakVoice): Generator<Measurement> {
  const pairs = tempos.map((tempo): [number, number] => {
    const passage = spokenPassages({ ...speaker, tempo }, 1).passages[0];
    if (passage === undefined) return [0, 0];
    const spoken = passage.speech.reduce((sum, { from, to }) => sum + to - from, 0);
    return [passage.syllables / spoken, measureSpeech(passage.samples).articulationRate];
  });
  const worst = Math.max(...pairs.map(([wanted, found]) => 100 * Math.abs(found / wanted - 1)));
  const name = `${speaker.name}, tempo 0.7 to 1.4`;
  yield { case: `articulation rate, r: ${name}`, value: correlation(pairs), unit: "", goal: { atLeast: 0.95 } };
  yield { case: `articulation rate, most off: ${name}`, value: worst, unit: "%", goal: { atMost: 5 } };
}

function correlation(pairs: readonly [number, number][]): number {
  const [x, y] = [meanOf(pairs.map(([a]) => a)), meanOf(pairs.map(([, b]) => b))];
  const sum = (of: (a: number, b: number) => number) => pairs.reduce((total, [a, b]) => total + of(a - x, b - y), 0);
  return sum((a, b) => a * b) / Math.sqrt(sum((a) => a * a) * sum((_, b) => b * b));
}
