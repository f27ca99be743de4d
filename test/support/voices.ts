import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const sampleRate = 48_000;

/** What a known voice sounds like: a pure tone in bursts, like syllables groups and breaths. */
export type Voice = {
  /** Hz; far enough from the others' to be told apart by a band-pass. */
  pitch: number;
  /** Level of the tone while it sounds, in dBFS RMS. */
  levelDbfs: number;
  /** Lengths in seconds of one burst and of the breath after it. */
  burstSeconds?: number;
  breathSeconds?: number;
};

/** Samples of `seconds` of a voice, mono, −1 to 1; edges of the bursts are raised cosines of 20 ms. */
export function voiceSamples(voice: Voice, seconds: number): Float32Array {
  const { burstSeconds = 1.6, breathSeconds = 0.4 } = voice;
  const peak = Math.SQRT2 * 10 ** (voice.levelDbfs / 20);
  const period = burstSeconds + breathSeconds;
  const edge = 0.02;
  return Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, index) => {
    const time = index / sampleRate;
    const inPeriod = time % period;
    const fromEdge = Math.min(inPeriod, burstSeconds - inPeriod);
    if (fromEdge <= 0) return 0;
    const envelope = fromEdge >= edge ? 1 : 0.5 - 0.5 * Math.cos((Math.PI * fromEdge) / edge);
    return peak * envelope * Math.sin(2 * Math.PI * voice.pitch * time);
  });
}

/** A 16-bit PCM wav file of one channel at 48 kHz. */
export function wav(samples: Float32Array): Buffer {
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + samples.length * 2, 4);
  file.write("WAVEfmt ", 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRate, 24);
  file.writeUInt32LE(sampleRate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write("data", 36);
  file.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => {
    file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + index * 2);
  });
  return file;
}

/** Writes a voice as a wav for a browser's fake microphone, which loops it. Disposing removes the file. */
export function voiceFile(voice: Voice, seconds = 20): Disposable & { path: string } {
  const directory = mkdtempSync(join(tmpdir(), "antenne-voice-"));
  const path = join(directory, "voice.wav");
  writeFileSync(path, wav(voiceSamples(voice, seconds)));
  return {
    path,
    [Symbol.dispose]: () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
