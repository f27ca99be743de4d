import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import { finishedRecording } from "../../../media/recorder/finished-recording.ts";
import type { IndexLine, NewLine } from "../../../media/recorder/index-line.ts";
import { TrackWriter } from "../../../media/recorder/track-writer.ts";
import type { RecordingId, ShowId, StripId } from "../../../schemas/ids.ts";
import { samplesOnDisk } from "../../support/opus-file.ts";
import { scratch } from "../../support/scratch.ts";
import { toneSamples } from "../../support/sound.ts";
import { opusPackets } from "../../support/voice-datagrams.ts";

const stripId = v7() as StripId;
const at = "2026-11-21T10:00:00.000Z";
const voice = { track: 1, stripId, stripNumber: 1, mixerSsrc: 5, path: "track-1-strip-1.opus" };
const hour = 3_600 * 48_000;

/** The index of an hour's show with one voice; `lines` stand where they were written. */
function index(lines: readonly NewLine[]): IndexLine[] {
  const ids = { recordingId: v7() as RecordingId, showId: v7() as ShowId };
  const first: NewLine[] = [
    { kind: "opened", version: 1, ...ids },
    { kind: "started", frame: 0 },
    { kind: "trackOpened", frame: 0, ...voice },
  ];
  const last: NewLine[] = [
    { kind: "trackClosed", frame: hour, track: 1, samples: hour - 48_000 },
    { kind: "closed", frame: hour },
  ];
  return [...first, ...lines, ...last].map((line) => ({ at, ...line }));
}
const started = (rtpTimestamp: number): NewLine => ({
  kind: "trackStarted",
  frame: 48_000,
  track: 1,
  rtpTimestamp,
  preSkip: 312,
});
const aligned = (rtpTimestamp: number, frame: number, ssrc = 5): NewLine => ({
  kind: "aligned",
  stripId,
  ssrc,
  rtpTimestamp: rtpTimestamp >>> 0,
  frame,
});

test("a voice whose clock drifts is aligned at the start and wherever the mixer moved it", () => {
  const firstTimestamp = 2 ** 32 - 1_000;
  const lines = index([
    aligned(firstTimestamp - 96_000, -40_000),
    aligned(0, 0, 6),
    started(firstTimestamp),
    aligned(firstTimestamp + 48_000 * 600, 56_000 + 48_000 * 600 - 960),
    aligned(firstTimestamp + 48_000 * 1_200, 56_000 + 48_000 * 1_200 - 1_920),
  ]);
  const [track] = finishedRecording("/show", lines).tracks;
  expect(track?.startSeconds).toBeCloseTo((56_000 + 312) / 48_000, 9);
  expect(track?.durationSeconds).toBeCloseTo(3_599 - 312 / 48_000, 9);
  const moved = track?.alignments.map(
    ({ trackSeconds, programmeSeconds }) => programmeSeconds - trackSeconds - track.startSeconds,
  );
  expect(moved).toHaveLength(3);
  [0, -0.02, -0.04].forEach((expected, number) => {
    expect(moved?.[number]).toBeCloseTo(expected, 9);
  });
});

test("a sender that counts anew is aligned by its new numbers", () => {
  const rebased: NewLine = { kind: "rebased", frame: 0, track: 1, sample: 480_000, rtpTimestamp: 77 };
  const lines = index([started(1_000), aligned(1_000, 50_000), rebased, aligned(77 + 960, 50_000 + 480_960 + 480)]);
  const [track] = finishedRecording("/show", lines).tracks;
  expect(track?.startSeconds).toBeCloseTo(50_312 / 48_000, 9);
  const last = track?.alignments.at(-1);
  expect((last?.programmeSeconds ?? 0) - (last?.trackSeconds ?? 0) - (track?.startSeconds ?? 0)).toBeCloseTo(0.01, 9);
});

test("a voice the mixer never spoke of lies where its first packet arrived; gaps that no page kept are left out", () => {
  const gap = (sample: number): NewLine => ({ kind: "gap", frame: 0, track: 1, sample, samples: 960 });
  const [track] = finishedRecording("/show", index([started(9), gap(96_000), gap(hour)])).tracks;
  expect(track?.startSeconds).toBeCloseTo(48_312 / 48_000, 9);
  expect(track?.gaps).toEqual([{ startSeconds: (96_000 - 312) / 48_000, durationSeconds: 0.02 }]);
});

test("two hours of a voice are recorded in bounded memory", async () => {
  using directory = scratch();
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const used = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const payloads = opusPackets(toneSamples(440, -20, 1));
  const path = directory.file("voice.opus");
  const noIndex = { append: () => undefined, [Symbol.dispose]: () => undefined };
  const writer = new TrackWriter({ path, track: 1, index: noIndex, frame: () => 0 });
  const memory: number[] = [];
  for (let number = 0; number < 360_000; number++) {
    const numbering = { sequence: number & 0xffff, timestamp: (number * 960) >>> 0, arrivedMs: number * 20 };
    const packet = { ...numbering, frames: 960, payload: payloads[number % 50] ?? Buffer.alloc(0) };
    // Every hundredth is lost.
    if (number % 100 !== 7) writer.take(packet);
    if (number % 10 === 0) writer.tick(number * 20);
    if (number % 60_000 === 30_000) memory.push(used());
  }
  writer[Symbol.dispose]();
  expect(await samplesOnDisk(path)).toBe(360_000 * 960);
  const grown = (memory.at(-1) ?? 0) - (memory[0] ?? 0);
  console.log(`two hours of a voice: ${(grown / 1e3).toFixed(0)} kB more`);
  expect(grown).toBeLessThan(2_000_000);
});
