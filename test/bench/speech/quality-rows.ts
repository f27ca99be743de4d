import { measureSpeech } from "../../../media/speech/measure-speech.ts";
import type { Doubt } from "../../../media/speech/quality.ts";
import { pinkNoise, reverberated, withNoise } from "../../support/speech/degrade.ts";
import type { Passage } from "../../support/speech/passage.ts";
import type { Measurement } from "../row.ts";
import type { Voice } from "./passages.ts";

type Degraded = { name: string; refusal: Doubt | undefined; of: (passage: Passage) => Float32Array };

const noisy = (snrDb: number) => (passage: Passage) => withNoise(passage, pinkNoise(passage.samples.length, 5), snrDb);
const ringing = (seconds: number) => (passage: Passage) => quiet(reverberated(passage.samples, seconds));

const degradations: readonly Degraded[] = [
  { name: "as it is", refusal: undefined, of: ({ samples }) => samples },
  { name: "pink noise 20 dB", refusal: undefined, of: noisy(20) },
  { name: "pink noise 5 dB", refusal: "noisy", of: noisy(5) },
  { name: "clipped", refusal: "clipped", of: clipped },
  { name: "room of 0.3 s", refusal: undefined, of: ringing(0.3) },
  { name: "room of 1.5 s", refusal: "reverberant", of: ringing(1.5) },
];

/** Whether the gate lets pass what is good and refuses what is not, for the reason it has. */
export function* qualityRows(voices: readonly Voice[]): Generator<Measurement> {
  const passages = voices.flatMap(({ passages: all }) => all.slice(0, 1));
  for (const { name, refusal, of } of degradations) {
    const right = passages.filter((passage) => {
      const { doubts } = measureSpeech(of(passage)).quality;
      return refusal === undefined ? doubts.length === 0 : doubts.includes(refusal);
    });
    const wanted = refusal === undefined ? "let pass" : "refused";
    yield {
      case: `gate, ${wanted}: ${name}`,
      value: right.length / passages.length,
      unit: "share",
      goal: { atLeast: 1 },
    };
  }
}

function clipped({ samples }: Passage): Float32Array {
  const loud =
    samples
      .map(Math.abs)
      .sort()
      .at(-Math.ceil(samples.length / 100)) ?? 1;
  return samples.map((sample) => Math.max(-1, Math.min(1, sample / loud)));
}

// A ringing room is louder; what clips is another fault.
function quiet(samples: Float32Array): Float32Array {
  const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  return samples.map((sample) => (0.5 * sample) / peak);
}
