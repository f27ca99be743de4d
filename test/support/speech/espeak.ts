import { readClip } from "./read-clip.ts";
import { isInstalled, runProgram } from "./run-program.ts";

/** A French voice of espeak-ng. */
export type EspeakVoice = {
  /** As `fr+f3`: a language and a variant of its voice. */
  name: string;
  /** 0 to 99; 50 is the voice's own. */
  pitch?: number;
  /** Times the usual pace of 160 words per minute. */
  tempo?: number;
};

/** Whether espeak-ng is on this machine. */
export const hasEspeak = (): boolean => isInstalled("espeak-ng");

/** What espeak-ng makes of a text, at 16 kHz; the silence around it is digital zero. */
export function speak(text: string, { name, pitch = 50, tempo = 1 }: EspeakVoice): Float32Array {
  const speed = String(Math.round(160 * tempo));
  return readClip(runProgram("espeak-ng", ["-v", name, "-p", String(pitch), "-s", speed, "--stdout", text]));
}

const nuclei = /[aeiouyøœɛɔəɑɐɪʊ]/gu;

/** How many syllables espeak-ng speaks when it is given the text: the vowels of its own phonemes, short schwas included. */
export function syllablesOf(text: string): number {
  const phonemes = runProgram("espeak-ng", ["-v", "fr", "-q", "--ipa", text]).toString();
  return phonemes.normalize("NFD").match(nuclei)?.length ?? 0;
}
