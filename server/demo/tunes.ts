import { addInto, atPeak, makeChance, sampleRate, silence, type Sound } from "./sound.ts";

/** Hertz of a note by its distance in semitones from the A of 440 Hz. */
const pitchOf = (semitones: number) => 440 * 2 ** (semitones / 12);

/** A struck string or bell: harmonics that fade, the higher the sooner. */
function pluck(semitones: number, seconds: number, decaySeconds = 0.6): Sound {
  const sound = silence(seconds);
  const hertz = pitchOf(semitones);
  for (let index = 0; index < sound.length; index += 1) {
    const second = index / sampleRate;
    const end = Math.min(1, (seconds - second) / 0.05);
    let sample = 0;
    for (let harmonic = 1; harmonic <= 5; harmonic += 1) {
      const fade = Math.exp((-second * harmonic) / decaySeconds);
      sample += (Math.sin(2 * Math.PI * hertz * harmonic * second) * fade) / harmonic ** 1.5;
    }
    sound[index] = sample * Math.min(1, second / 0.004) * end;
  }
  return sound;
}

/** Notes one after the other, `stepSeconds` apart; `null` is a rest. */
function play(target: Sound, notes: readonly (number | null)[], stepSeconds: number, gainDb = 0) {
  for (const [index, note] of notes.entries()) {
    if (note !== null) addInto(target, pluck(note, Math.min(1.4, stepSeconds * 4)), index * stepSeconds, gainDb);
  }
}

/** Jingle: four notes that climb, 2.4 s. */
export function jingle(): Sound {
  const sound = silence(2.4);
  play(sound, [-2, 3, 7, 10, null, 7, 10, 15], 0.16);
  return atPeak(sound, -6);
}

/** Virgule: a breath of wind that ends in a bell, 1.2 s. */
export function sting(): Sound {
  const sound = silence(1.2);
  const chance = makeChance(7);
  let low = 0;
  for (let index = 0; index < sampleRate * 0.5; index += 1) {
    const share = index / (sampleRate * 0.5);
    low += (chance.between(-1, 1) - low) * (0.02 + 0.3 * share);
    sound[index] = low * share ** 2 * 0.6;
  }
  addInto(sound, pluck(15, 0.7, 0.3), 0.5);
  return atPeak(sound, -6);
}

/** Générique: eight bars over four chords, 10 s. */
export function theme(): Sound {
  const sound = silence(10);
  const chords = [
    [-9, -5, -2],
    [-4, 0, 3],
    [-7, -4, 0],
    [-2, 2, 5],
  ] as const;
  for (const [bar, [root, third, fifth]] of chords.entries()) {
    const phrase = silence(2.4);
    play(phrase, [root, third, fifth, root + 12, fifth, third, fifth, root + 12], 0.3);
    addInto(phrase, pluck(root - 12, 2.4, 1.5), 0, 2);
    addInto(sound, phrase, bar * 2.4);
  }
  return atPeak(sound, -6);
}

/** Tapis: a soft chord that swells and falls and joins its own beginning, 12 s; every tone turns a whole number of times. */
export function bed(): Sound {
  const sound = silence(12);
  for (const note of [-21, -14, -9, -5]) {
    const turns = Math.round(pitchOf(note) * 12);
    for (let index = 0; index < sound.length; index += 1) {
      const share = index / sound.length;
      const swell = 0.7 + 0.3 * Math.cos(2 * Math.PI * 3 * share);
      sound[index]! += Math.sin(2 * Math.PI * turns * share) * swell;
    }
  }
  return atPeak(sound, -10);
}
