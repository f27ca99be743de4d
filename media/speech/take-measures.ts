import type { TakeFigures, TakeMeasures } from "../../schemas/takes.ts";
import { frameSeconds, speechRate } from "./frames.ts";
import { measureSpeech, type SpeechMeasures } from "./measure-speech.ts";
import type { Span } from "./voice-activity.ts";

/** How many points the wave of a take has. */
export const wavePoints = 240;
const melodyStepSeconds = 0.05;

const rounded = (value: number, digits = 3) => Number(value.toFixed(digits));
const spans = (found: readonly Span[]) => found.map(({ from, to }) => ({ from: rounded(from), to: rounded(to) }));

/** What is kept and shown of a take: mono samples at 16 kHz, −1 to 1. The same in the browser, which shows it at once, and on the server, which keeps it. */
export function takeMeasures(samples: Float32Array): TakeMeasures {
  const measured = measureSpeech(samples);
  const { doubts, clippedShare, snrDb, decaySeconds } = measured.quality;
  return {
    seconds: samples.length / speechRate,
    peaks: waveOf(samples),
    doubts,
    quality: { clippedShare, snrDb: rounded(snrDb, 1), decaySeconds: rounded(decaySeconds) },
    figures: doubts.length > 0 ? null : figuresOf(measured),
  };
}

function figuresOf(measured: SpeechMeasures): TakeFigures {
  const { pitch, level } = measured;
  return {
    ...{ speech: spans(measured.speech), pauses: spans(measured.pauses), phonationRatio: measured.phonationRatio },
    ...{ nuclei: measured.nuclei.map((at) => rounded(at, 2)), syllableRate: measured.syllableRate },
    articulationRate: measured.articulationRate,
    pitch: pitch ?? null,
    melody: coarse(measured.melody),
    level: level === undefined ? null : { ...level, endFallDb: level.endFallDb ?? null },
  };
}

function waveOf(samples: Float32Array): number[] {
  const step = samples.length / wavePoints;
  return Array.from({ length: samples.length === 0 ? 0 : wavePoints }, (_, point) => {
    const part = samples.subarray(Math.floor(point * step), Math.max(1, Math.floor((point + 1) * step)));
    return rounded(
      Math.min(
        1,
        part.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0),
      ),
    );
  });
}

/** The melody in steps that a picture needs: the middle frame of each. */
function coarse(melody: Float32Array): number[] {
  const frames = Math.round(melodyStepSeconds / frameSeconds);
  return Array.from({ length: Math.floor(melody.length / frames) }, (_, step) =>
    Math.round(melody[step * frames + Math.floor(frames / 2)] ?? 0),
  );
}
