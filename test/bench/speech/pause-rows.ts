import { measureSpeech } from "../../../media/speech/measure-speech.ts";
import { pausesBetween, type Span } from "../../support/speech/passage.ts";
import type { Measurement } from "../row.ts";
import { conditions, heardIn, type Condition, type Voice } from "./passages.ts";

const bars: Record<Condition, number> = {
  clean: 0.97,
  "pink noise 20 dB": 0.97,
  "pink noise 10 dB": 0.95,
  "babble 20 dB": 0.95,
  "babble 10 dB": 0.6,
};
const shortest = 0.25;

/** Whether a voice's pauses are found, and how long they are taken for; a pause is found when more than half of both is shared. */
export function* pauseRows(voice: Voice, voices: readonly Voice[]): Generator<Measurement> {
  const others = voices.filter((other) => other !== voice);
  for (const condition of conditions) {
    const [f1, off] = scored(voice, condition, others);
    yield { case: `pauses, F1: ${voice.name}, ${condition}`, value: f1, unit: "", goal: { atLeast: bars[condition] } };
    // In babble of 10 dB the figures are refused, or about to be.
    const goal = condition === "babble 10 dB" ? {} : { goal: { atMost: 5 } };
    yield { case: `total pause, off: ${voice.name}, ${condition}`, value: 100 * Math.abs(off), unit: "%", ...goal };
  }
}

function scored({ passages }: Voice, condition: Condition, others: readonly Voice[]): [number, number] {
  let [hits, found, wanted, foundSeconds, trueSeconds] = [0, 0, 0, 0, 0];
  for (const passage of passages) {
    const truth = pausesBetween(passage.speech, shortest);
    const { pauses } = measureSpeech(heardIn(condition, passage, others));
    hits += truth.filter((pause) => pauses.some((other) => likeness(pause, other) >= 0.5)).length;
    [found, wanted] = [found + pauses.length, wanted + truth.length];
    [foundSeconds, trueSeconds] = [foundSeconds + secondsOf(pauses), trueSeconds + secondsOf(truth)];
  }
  return [(2 * hits) / (found + wanted), foundSeconds / trueSeconds - 1];
}

// What two spans share of what they cover together: above a half, no third one can match either.
function likeness(a: Span, b: Span): number {
  const shared = Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
  return shared / (Math.max(a.to, b.to) - Math.min(a.from, b.from));
}

const secondsOf = (spans: readonly Span[]) => spans.reduce((sum, { from, to }) => sum + to - from, 0);
