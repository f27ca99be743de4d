/** Sound that the demonstration makes itself: one channel, 48 kHz, full scale at ±1. */
export type Sound = Float32Array<ArrayBuffer>;

/** Samples of one second. */
export const sampleRate = 48_000;

/** Silence to write into. */
export const silence = (seconds: number): Sound => new Float32Array(Math.round(seconds * sampleRate));

/** Adds a sound into another from `atSeconds` on; what reaches beyond its end is cut. */
export function addInto(target: Sound, sound: Sound, atSeconds: number, gainDb = 0) {
  const gain = 10 ** (gainDb / 20);
  const start = Math.round(atSeconds * sampleRate);
  const length = Math.min(sound.length, target.length - start);
  for (let index = 0; index < length; index += 1) target[start + index]! += sound[index]! * gain;
}

/** Brings the highest sample to `peakDbfs`. */
export function atPeak(sound: Sound, peakDbfs: number): Sound {
  const highest = sound.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 1e-9);
  const gain = 10 ** (peakDbfs / 20) / highest;
  return sound.map((sample) => sample * gain);
}

/** Chance that is the same every time, so that every demonstration sounds alike (mulberry32). */
export function makeChance(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return { next, between: (low: number, high: number) => low + (high - low) * next() };
}

/** A mono 16-bit WAV file, as a teacher would upload one. */
export function wavFile(sound: Sound): Buffer {
  const header = Buffer.alloc(44);
  const bytes = sound.length * 2;
  header.write("RIFF", 0);
  header.writeUInt32LE(36 + bytes, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(sampleRate, 24);
  header.writeUInt32LE(sampleRate * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(bytes, 40);
  const samples = Int16Array.from(sound, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32_767));
  return Buffer.concat([header, Buffer.from(samples.buffer)]);
}
