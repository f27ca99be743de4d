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

const vowels = "aeiouyøœɛɔəɑɐɪʊɨʌɤɯæ";
const nuclei = new RegExp(`[${vowels}]`, "gu");
const runTogether = new RegExp(`[${vowels}] +(?=[${vowels}])`, "gu");
// Where a word ends with a vowel and the next begins with one, Spanish, Catalan and Greek make one syllable of both.
const joining = new Set(["es", "ca", "el"]);

/** How many syllables a text has when it is spoken, from espeak-ng's phonemes: its vowels, short schwas included; French "ui" is one. */
export function syllablesOf(text: string, language = "fr"): number {
  const phonemes = phonemesOf(text, language);
  return (joining.has(language) ? phonemes.replace(runTogether, "") : phonemes).match(nuclei)?.length ?? 0;
}

/** Whether a French text has an e that some speak and others leave out. */
export const hasSchwa = (text: string): boolean => phonemesOf(text, "fr").includes("ə");

// Words of another language are marked with its name in brackets.
const phonemesOf = (text: string, language: string) =>
  runProgram("espeak-ng", ["-v", language, "-q", "--ipa", text])
    .toString()
    .replace(/\([a-z-]+\)/g, "")
    .normalize("NFD")
    .replace(/[ˈˌː-]/g, "")
    .replaceAll("yi", "ɥi");
