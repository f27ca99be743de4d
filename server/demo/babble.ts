import { makeChance, sampleRate, silence, type Sound } from "./sound.ts";

/** Somebody who speaks without words: the pitch of the voice, and how much shorter than a grown-up's the throat is. */
export type Speaker = { pitchHz: number; throat: number; seed: number };

/** Three formants each, of a grown-up: a, é, i, o, ou, eu (Peterson and Barney's order of size). */
const vowels = [
  [730, 1_090, 2_440],
  [530, 1_840, 2_480],
  [270, 2_290, 3_010],
  [570, 840, 2_410],
  [300, 870, 2_240],
  [490, 1_350, 1_690],
] as const;
const bandwidths = [80, 110, 160] as const;

type Syllable = { start: number; length: number; vowel: readonly number[]; pitchHz: number; breath: number };

/** Phrases of four to ten syllables at the pace of a child who reads, each falling in pitch, with a breath between. */
function planSyllables(seconds: number, { pitchHz, seed }: Speaker): Syllable[] {
  const chance = makeChance(seed);
  const syllables: Syllable[] = [];
  let at = 0.1;
  while (at < seconds - 1) {
    const count = Math.floor(chance.between(4, 11));
    for (let index = 0; index < count && at < seconds - 0.4; index += 1) {
      const length = chance.between(0.13, 0.24) * (index === count - 1 ? 1.5 : 1);
      const fall = 1.12 - (0.25 * index) / count;
      const vowel = vowels[Math.floor(chance.next() * vowels.length)]!;
      const pitch = pitchHz * fall * chance.between(0.94, 1.06);
      syllables.push({ start: at, length, vowel, pitchHz: pitch, breath: chance.between(0.02, 0.35) });
      at += length + chance.between(0, 0.03);
    }
    at += chance.between(0.25, 0.7);
  }
  return syllables;
}

/** A second-order resonance, as one formant of a throat. */
function makeResonance(hertz: number, bandwidth: number) {
  const c = -Math.exp((-2 * Math.PI * bandwidth) / sampleRate);
  const b = 2 * Math.exp((-Math.PI * bandwidth) / sampleRate) * Math.cos((2 * Math.PI * hertz) / sampleRate);
  let [before, last] = [0, 0];
  return (sample: number) => {
    const value = (1 - b - c) * sample + b * last + c * before;
    [before, last] = [last, value];
    return value;
  };
}

function speak(target: Sound, syllable: Syllable, throat: number, noise: () => number) {
  const resonances = syllable.vowel.map((hertz, index) => makeResonance(hertz * throat, bandwidths[index]!));
  const consonantSeconds = 0.035;
  const length = Math.round(syllable.length * sampleRate);
  const start = Math.round(syllable.start * sampleRate);
  let phase = 0;
  for (let index = 0; index < length && start + index < target.length; index += 1) {
    const second = index / sampleRate;
    const wobble = 1 + 0.02 * Math.sin(2 * Math.PI * 5 * (syllable.start + second));
    phase = (phase + (syllable.pitchHz * wobble) / sampleRate) % 1;
    // The glottis opens slowly and shuts at once.
    const voiced = phase < 0.6 ? Math.sin((Math.PI * phase) / 0.6) ** 2 - 0.3 : -0.3;
    const isConsonant = second < consonantSeconds;
    const source = isConsonant ? noise() * syllable.breath : voiced + noise() * 0.02;
    const swell = Math.min(1, second / 0.02, (syllable.length - second) / 0.05);
    const filtered = resonances.reduce((sample, resonance) => resonance(sample), source * swell);
    target[start + index]! += filtered + (isConsonant ? source * swell * 0.15 : 0);
  }
}

/** Speech-like sound of a length in seconds: syllables, phrases and breaths of a voice that says nothing. */
export function babble(seconds: number, speaker: Speaker): Sound {
  const sound = silence(seconds);
  const chance = makeChance(speaker.seed + 1);
  const noise = () => chance.between(-1, 1);
  for (const syllable of planSyllables(seconds, speaker)) speak(sound, syllable, speaker.throat, noise);
  return sound;
}
