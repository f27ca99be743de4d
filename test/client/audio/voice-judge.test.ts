import { describe, expect, test } from "vitest";
import { levelOf } from "../../../client/audio/level.ts";
import { makeVoiceJudge } from "../../../client/audio/voice-judge.ts";
import { voiceSamples, type Voice } from "../../support/voices.ts";

const window = 4_096;

/** What the judge says after `seconds` of a voice, measured every 50 ms as the page does. */
function verdictAfter(voice: Partial<Voice>, seconds = 4, judge = makeVoiceJudge(), from = 0) {
  const samples = voiceSamples({ pitch: 300, levelDbfs: -20, ...voice }, seconds + 1);
  let verdict = judge.hear({ peakDbfs: -100, rmsDbfs: -100 }, from);
  for (let at = 0; at < seconds; at += 0.05) {
    const start = Math.floor(at * 48_000);
    verdict = judge.hear(levelOf(samples.subarray(start, start + window)), from + at);
  }
  return verdict;
}

describe("a voice in the sound check", () => {
  test.for([
    [-20, "good"],
    [-38, "tooQuiet"],
    [-90, "silent"],
    [-8, "loud"],
    [-2.5, "clipping"],
  ] as const)("at %i dBFS is %s", ([levelDbfs, verdict]) => {
    expect(verdictAfter({ levelDbfs })).toBe(verdict);
  });

  test("is praised as soon as it is heard", () => {
    expect(verdictAfter({}, 0.3)).toBe("good");
  });

  test("is given three seconds before anybody complains of silence", () => {
    expect(verdictAfter({ levelDbfs: -90 }, 2)).toBe("listening");
  });

  test("may pause between two sentences", () => {
    expect(verdictAfter({ burstSeconds: 1, breathSeconds: 2 }, 9)).toBe("good");
  });

  test("that is switched off while it speaks is silent within four seconds", () => {
    const judge = makeVoiceJudge();
    verdictAfter({}, 5, judge);
    expect(verdictAfter({ levelDbfs: -95 }, 3.2, judge, 5)).toBe("silent");
  });

  test("begins anew with another microphone", () => {
    const judge = makeVoiceJudge();
    verdictAfter({ levelDbfs: -90 }, 5, judge);
    judge.forget();
    expect(verdictAfter({ levelDbfs: -90 }, 1, judge, 6)).toBe("listening");
  });
});

test.for([
  [-30, 12],
  [-27, 12],
  [-25, 10],
  [-20, 0],
  [-10, 0],
  [-6, -9],
  [-90, 0],
] as const)("a voice whose loudest syllable is at %i dBFS is suggested a trim of %i dB", ([peakDbfs, trimDb]) => {
  const judge = makeVoiceJudge();
  for (let at = 0; at < 3; at += 0.1)
    judge.hear({ peakDbfs: at > 1 && at < 2 ? peakDbfs : peakDbfs - 15, rmsDbfs: -40 }, at);
  expect(judge.suggestTrimDb()).toBe(trimDb);
});
