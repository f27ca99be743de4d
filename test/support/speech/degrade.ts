import { randomNumbers } from "../network.ts";
import { energyOf, type Passage, type Span } from "./passage.ts";

const rate = 16_000;

/** Noise that falls by 3 dB an octave, of the length asked for; its level is arbitrary. */
export function pinkNoise(length: number, seed = 1): Float32Array {
  const random = randomNumbers(seed);
  // Poles and zeros of a filter by P. Kellet, within 0.05 dB of −3 dB an octave.
  const poles = [0.99886, 0.99332, 0.969, 0.8665, 0.55, -0.7616];
  const gains = [0.0555179, 0.0750759, 0.153852, 0.3104856, 0.5329522, -0.016898];
  const states = poles.map(() => 0);
  let kept = 0;
  return Float32Array.from({ length }, () => {
    const white = 2 * random() - 1;
    poles.forEach((pole, index) => (states[index] = pole * (states[index] ?? 0) + white * (gains[index] ?? 0)));
    const sum = states.reduce((total, state) => total + state, kept + white * 0.5362);
    kept = white * 0.115926;
    return sum;
  });
}

/** Several voices at once, each from another place of its own sound, as long as asked for. */
export function babble(voices: readonly Float32Array[], length: number): Float32Array {
  const noise = new Float32Array(length);
  voices.forEach((voice, index) => {
    const gain = 1 / Math.sqrt(energyOf(voice));
    const start = Math.round((voice.length * index) / voices.length);
    for (let at = 0; at < length; at++) {
      noise[at] = (noise[at] ?? 0) + gain * (voice[(start + at) % voice.length] ?? 0);
    }
  });
  return noise;
}

/** The passage with a noise that lies so many decibels under its speech; pauses do not count for the speech's level. */
export function withNoise({ samples, speech }: Passage, noise: Float32Array, snrDb: number): Float32Array {
  const gain = Math.sqrt(energyOfSpans(samples, speech) / energyOf(noise)) * 10 ** (-snrDb / 20);
  return samples.map((sample, index) => sample + gain * (noise[index] ?? 0));
}

function energyOfSpans(samples: Float32Array, spans: readonly Span[]): number {
  let [sum, length] = [0, 0];
  for (const { from, to } of spans) {
    const part = samples.subarray(Math.round(from * rate), Math.round(to * rate));
    sum += energyOf(part) * part.length;
    length += part.length;
  }
  return sum / length;
}

/** The sound in a room: direct sound and a diffuse tail that falls by 60 dB in `seconds`; the longer, the louder all of it. */
export function reverberated(samples: Float32Array, seconds: number, tailGain = 0.2, seed = 1): Float32Array {
  const random = randomNumbers(seed);
  const sounding = samples.slice();
  // Velvet noise: one echo of either sign in each 20 samples is as smooth to the ear as noise, at a twentieth of the work.
  for (let slot = 40; slot < seconds * rate; slot += 20) {
    const delay = slot + Math.floor(20 * random());
    const gain = tailGain * (random() < 0.5 ? -1 : 1) * 10 ** ((-3 * delay) / (seconds * rate));
    for (let at = delay; at < samples.length; at++) {
      sounding[at] = (sounding[at] ?? 0) + gain * (samples[at - delay] ?? 0);
    }
  }
  return sounding;
}
