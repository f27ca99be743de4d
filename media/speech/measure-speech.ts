import { levelOf, type LevelFigures } from "./level.ts";
import { melodiesOf, pitchOf } from "./melody.ts";
import { frameSeconds, speechRate } from "./frames.ts";
import { qualityOf, type Quality } from "./quality.ts";
import { syllableNuclei } from "./syllables.ts";
import { pausesBetween, secondsOf, voiceActivity, type Span } from "./voice-activity.ts";

/** All that is measured of one voice's sound. Nothing of it is to be shown where `quality` has doubts. */
export type SpeechMeasures = {
  quality: Quality;
  /** Length of the sound, s. */
  seconds: number;
  /** Where somebody speaks; pauses are what lies between for 250 ms or more. */
  speech: Span[];
  pauses: Span[];
  /** Share of the time from the first word to the last that is spoken, 0 to 1. */
  phonationRatio: number;
  /** Instants of the syllables, s. */
  nuclei: number[];
  /** Syllables per second from the first word to the last, pauses included. */
  syllableRate: number;
  /** Syllables per second of speech, pauses left out. */
  articulationRate: number;
  /** Pitch in Hz every 10 ms, 0 where nothing is voiced. */
  melody: Float32Array;
  pitch: { medianHz: number; deviationSemitones: number } | undefined;
  level: LevelFigures | undefined;
};

/** Measures mono samples at 16 kHz, −1 to 1: about a fortieth of their length on one core. `isExpressive` widens the melody's range upwards. */
export function measureSpeech(samples: Float32Array, options: { isExpressive?: boolean } = {}): SpeechMeasures {
  const speech = voiceActivity(samples);
  const pauses = pausesBetween(speech);
  const { wide, narrow } = melodiesOf(samples, options);
  const melody = within(narrow, speech);
  const nuclei = syllableNuclei(samples, within(wide, speech), speech);
  const whole = (speech.at(-1)?.to ?? 0) - (speech[0]?.from ?? 0);
  const spoken = whole - secondsOf(pauses);
  return {
    quality: qualityOf(samples, speech),
    seconds: samples.length / speechRate,
    ...{ speech, pauses, melody, nuclei },
    phonationRatio: whole === 0 ? 0 : spoken / whole,
    syllableRate: whole === 0 ? 0 : nuclei.length / whole,
    articulationRate: spoken === 0 ? 0 : nuclei.length / spoken,
    pitch: pitchOf(melody),
    level: levelOf(samples, melody, phrasesOf(speech, pauses)),
  };
}

/** The melody where somebody speaks, 0 elsewhere: a humming lamp has a pitch too. */
function within(melody: Float32Array, speech: readonly Span[]): Float32Array {
  const inside = new Float32Array(melody.length);
  for (const { from, to } of speech) {
    const [first, last] = [Math.round(from / frameSeconds), Math.round(to / frameSeconds)];
    inside.set(melody.subarray(first, last), first);
  }
  return inside;
}

function phrasesOf(speech: readonly Span[], pauses: readonly Span[]): Span[] {
  const [first, last] = [speech[0], speech.at(-1)];
  if (first === undefined || last === undefined) return [];
  const starts = [first.from, ...pauses.map(({ to }) => to)];
  const ends = [...pauses.map(({ from }) => from), last.to];
  return starts.map((from, index) => ({ from, to: ends[index] ?? last.to }));
}
