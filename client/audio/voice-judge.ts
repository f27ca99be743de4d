import type { Level } from "../../schemas/studio.ts";

/** What a person should hear about their own voice: one word, which the dictionary turns into a sentence. */
export type VoiceVerdict = "listening" | "silent" | "tooQuiet" | "good" | "loud" | "clipping";

// Peaks of a voice at the right distance: the green zone of the meter, −30 to −9 dBFS (ui/README: 38 to 78 %).
const quietBelowDbfs = -30;
const loudAboveDbfs = -9;
const clippingAboveDbfs = -1;
// Under this there is not even the noise of a room: a muted headset, or the wrong input.
const silentBelowDbfs = -65;
// A pause between two sentences must not change the verdict; a switched-off microphone must, soon.
const memorySeconds = 3;
// Loudest syllables of a voice that needs no trim, the level they are brought to, and how far a trim goes.
const untrimmedDbfs = { from: -24, to: -9 } as const;
const wantedPeakDbfs = -15;
const furthestTrimDb = 12;

type Sample = { readonly at: number; readonly peakDbfs: number };

/** Judges a voice by the peaks of its last three seconds. */
export type VoiceJudge = {
  /** Takes one measurement; `at` is in seconds and grows. */
  hear(level: Level, at: number): VoiceVerdict;
  /** Gain in dB that would bring the voice of the last three seconds to where good voices are; 0 for one that is there, and for silence. */
  suggestTrimDb(): number;
  /** Forgets everything: another microphone. */
  forget(): void;
};

function verdictOn(samples: readonly Sample[], heardSeconds: number): VoiceVerdict {
  const peaks = samples.map(({ peakDbfs }) => peakDbfs);
  const loudest = Math.max(...peaks);
  // One pop is not clipping; three measurements out of three seconds are.
  if (peaks.filter((peak) => peak > clippingAboveDbfs).length >= 3) return "clipping";
  if (loudest >= loudAboveDbfs) return "loud";
  if (loudest >= quietBelowDbfs) return "good";
  if (heardSeconds < memorySeconds) return "listening";
  return loudest < silentBelowDbfs ? "silent" : "tooQuiet";
}

/** A judge that has heard nothing yet; for its first three seconds it praises and warns, and does not complain of silence. */
export function makeVoiceJudge(): VoiceJudge {
  let samples: Sample[] = [];
  let beganAt: number | undefined;
  return {
    hear: ({ peakDbfs }, at) => {
      beganAt ??= at;
      samples = [...samples.filter((sample) => at - sample.at < memorySeconds), { at, peakDbfs }];
      return verdictOn(samples, at - beganAt);
    },
    suggestTrimDb: () => {
      const loudest = Math.max(-100, ...samples.map(({ peakDbfs }) => peakDbfs));
      const isFine = loudest >= untrimmedDbfs.from && loudest <= untrimmedDbfs.to;
      if (isFine || loudest < silentBelowDbfs) return 0;
      return Math.min(furthestTrimDb, Math.max(-furthestTrimDb, Math.round(wantedPeakDbfs - loudest)));
    },
    forget: () => {
      samples = [];
      beganAt = undefined;
    },
  };
}
