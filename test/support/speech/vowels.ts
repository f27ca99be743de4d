import { randomNumbers } from "../network.ts";

/** Speech made of vowels: how it sounds is known exactly. */
export type KnownSpeech = {
  /** Syllables of each phrase. */
  phrases: readonly number[];
  /** Seconds of silence after each phrase. */
  pauseSeconds?: number;
  syllableSeconds?: number;
  /** Pitch in Hz at an instant; 200 unless told. */
  pitchAt?: (seconds: number) => number;
  /** Level in dB over the usual, of a syllable of a phrase. */
  gainDb?: (syllable: number, phrase: number) => number;
};

/** Known speech as samples at 16 kHz, and where its syllables and phrases lie. */
export type Known = {
  samples: Float32Array;
  nuclei: number[];
  phrases: { from: number; to: number }[];
};

const rate = 16_000;
const leadSeconds = 0.6;
const consonantSeconds = 0.05;
const formants = [
  [700, 1_200],
  [300, 2_200],
  [450, 1_800],
  [400, 900],
] as const;

/** Vowels with consonants of soft noise between them, after 0.6 s of silence. */
export function knownSpeech(speech: KnownSpeech): Known {
  const { pauseSeconds = 0.5, syllableSeconds = 0.2, pitchAt = () => 200, gainDb = () => 0 } = speech;
  const syllables = speech.phrases.reduce((sum, count) => sum + count, 0);
  const seconds = 2 * leadSeconds + syllables * syllableSeconds + speech.phrases.length * pauseSeconds;
  const samples = new Float32Array(Math.ceil(seconds * rate));
  const known: Known = { samples, nuclei: [], phrases: [] };
  let at = leadSeconds;
  speech.phrases.forEach((count, phrase) => {
    for (let syllable = 0; syllable < count; syllable++) {
      addSyllable(samples, at + syllable * syllableSeconds, syllableSeconds, {
        gain: 10 ** (gainDb(syllable, phrase) / 20),
        formant: formants[(syllable + phrase) % formants.length] ?? formants[0],
        pitchAt,
      });
      known.nuclei.push(at + (syllable + 0.5) * syllableSeconds + consonantSeconds / 2);
    }
    known.phrases.push({ from: at, to: at + count * syllableSeconds });
    at += count * syllableSeconds + pauseSeconds;
  });
  return known;
}

type Syllable = { gain: number; formant: readonly [number, number]; pitchAt: (seconds: number) => number };

function addSyllable(samples: Float32Array, at: number, seconds: number, syllable: Syllable): void {
  const { gain, formant, pitchAt } = syllable;
  const random = randomNumbers(Math.round(at * 1_000));
  const harmonics = harmonicsOf(pitchAt(at), formant);
  let phase = 0;
  for (let index = 0; index < seconds * rate; index++) {
    const place = Math.round(at * rate) + index;
    const inside = index / rate;
    phase += (2 * Math.PI * pitchAt(place / rate)) / rate;
    const vowel = bell(inside - consonantSeconds, seconds - consonantSeconds) * sumOf(harmonics, phase);
    const noise = inside < consonantSeconds ? 0.02 * (2 * random() - 1) : 0;
    samples[place] = gain * (0.1 * vowel + noise);
  }
}

function harmonicsOf(pitch: number, formant: readonly [number, number]): number[] {
  return Array.from({ length: Math.floor(3_600 / pitch) }, (_, index) => {
    const frequency = (index + 1) * pitch;
    const resonance = formant.reduce((most, centre) => most + 1 / (1 + ((frequency - centre) / 120) ** 2), 0.03);
    return resonance / Math.sqrt(index + 1);
  });
}

// Chebyshev's recurrence, since a cosine of each harmonic would take most of a test's time.
function sumOf(harmonics: readonly number[], phase: number): number {
  const twice = 2 * Math.cos(phase);
  let [before, here, sum] = [1, twice / 2, 0];
  for (const harmonic of harmonics) {
    sum += harmonic * here;
    [before, here] = [here, twice * here - before];
  }
  return sum;
}

// Edges of 25 ms.
function bell(at: number, seconds: number): number {
  const fromEdge = Math.min(at, seconds - at);
  if (fromEdge <= 0) return 0;
  return fromEdge >= 0.025 ? 1 : 0.5 - 0.5 * Math.cos((Math.PI * fromEdge) / 0.025);
}
