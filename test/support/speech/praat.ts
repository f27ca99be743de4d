import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runProgram } from "./run-program.ts";
import type { Span } from "./passage.ts";

/** What Praat says of a sound, by its own measures. */
export type PraatWord = {
  /** Hertz every 10 ms from `pitchFrom` seconds on, 0 where it hears no voice; two passes, as De Looze & Hirst (2008) propose. */
  pitch: number[];
  pitchFrom: number;
  /** Peaks of intensity, 2 dB over the dip before them and voiced (de Jong & Wempe 2009), seconds. */
  nuclei: number[];
  speech: Span[];
};

const script = `form: "judge"
  infile: "sound", ""
endform
snd = Read from file: sound$
pitch = To Pitch (ac): 0.01, 75, 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, 600
q25 = Get quantile: 0, 0, 0.25, "Hertz"
q75 = Get quantile: 0, 0, 0.75, "Hertz"
if q25 <> undefined
  selectObject: snd
  pitch = To Pitch (ac): 0.01, max (75, q25 * 0.75), 15, "no", 0.03, 0.45, 0.01, 0.35, 0.14, min (600, q75 * 1.5)
endif
n = Get number of frames
x1 = Get time from frame number: 1
writeInfoLine: "pitchFrom ", x1
for i to n
  v = Get value in frame: i, "Hertz"
  if v = undefined
    v = 0
  endif
  appendInfoLine: "f ", v
endfor
selectObject: snd
intensity = To Intensity: 50, 0, "yes"
q99 = Get quantile: 0, 0, 0.99
qmin = Get minimum: 0, 0, "Parabolic"
threshold = max (q99 - 25, qmin)
matrix = Down to Matrix
sim = To Sound (slice): 1
points = To PointProcess (extrema): "Left", "yes", "no", "Sinc70"
np = Get number of points
last = 0
lastV = 0
have = 0
for i to np
  selectObject: points
  t = Get time from index: i
  selectObject: sim
  v = Get value at time: 0, t, "Cubic"
  if v > threshold
    if have = 0
      have = 1
      last = t
      lastV = v
    else
      dip = Get minimum: last, t, "None"
      if abs (lastV - dip) > 2
        selectObject: pitch
        p = Get value at time: last, "Hertz", "Linear"
        if p <> undefined
          appendInfoLine: "n ", last
        endif
        last = t
        lastV = v
      elsif v > lastV
        last = t
        lastV = v
      endif
    endif
  endif
endfor
if have
  selectObject: pitch
  p = Get value at time: last, "Hertz", "Linear"
  if p <> undefined
    appendInfoLine: "n ", last
  endif
endif
selectObject: intensity
grid = To TextGrid (silences): -25, 0.25, 0.1, "silent", "sounding"
k = Get number of intervals: 1
for i to k
  label$ = Get label of interval: 1, i
  if label$ = "sounding"
    a = Get start time of interval: 1, i
    b = Get end time of interval: 1, i
    appendInfoLine: "s ", a, " ", b
  endif
endfor
`;

/** Asks Praat about mono samples at 16 kHz. */
export function askPraat(samples: Float32Array): PraatWord {
  const directory = mkdtempSync(path.join(tmpdir(), "antenne-praat-"));
  try {
    const [sound, question] = [path.join(directory, "sound.wav"), path.join(directory, "judge.praat")];
    writeFileSync(sound, wav16(samples));
    writeFileSync(question, script);
    return wordOf(runProgram("praat", ["--run", question, sound]).toString());
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function wordOf(text: string): PraatWord {
  const lines = text.split("\n").map((line) => line.split(" "));
  const of = (key: string) => lines.filter(([first]) => first === key).map(([, ...numbers]) => numbers.map(Number));
  return {
    pitch: of("f").map(([hertz = 0]) => hertz),
    pitchFrom: of("pitchFrom")[0]?.[0] ?? 0,
    nuclei: of("n").map(([at = 0]) => at),
    speech: of("s").map(([from = 0, to = 0]) => ({ from, to })),
  };
}

/** A 16-bit wav at 16 kHz. */
export function wav16(samples: Float32Array): Buffer {
  const file = Buffer.alloc(44 + samples.length * 2);
  file.write("RIFF", 0);
  file.writeUInt32LE(36 + samples.length * 2, 4);
  file.write("WAVEfmt ", 8);
  [16, 0x10001, 16_000, 32_000, 0x100002].forEach((word, index) => file.writeUInt32LE(word, 16 + 4 * index));
  file.write("data", 36);
  file.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, index) => {
    file.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + index * 2);
  });
  return file;
}
