import { readFile, readdir, writeFile } from "node:fs/promises";
import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openRecorderThread, type RecorderThread } from "../../../media/recorder/open-recorder-thread.ts";
import { recoverRecording } from "../../../media/recorder/recover-recording.ts";
import type { RecordingId, ShowId, StripId } from "../../../schemas/ids.ts";
import { offsetBetween } from "../../support/alignment.ts";
import { fakeProgramme, inStereo } from "../../support/fake-programme.ts";
import { opusPacketsOf, samplesOnDisk } from "../../support/opus-file.ts";
import { decodedVoice, opusPackets, voiceDatagrams, sendDatagrams } from "../../support/voice-datagrams.ts";
import { scratch } from "../../support/scratch.ts";
import { durationOf, levelAt, toneSamples } from "../../support/sound.ts";
import { voiceSamples } from "../../support/voices.ts";

let recorders: RecorderThread;
beforeAll(async () => {
  recorders = await openRecorderThread();
});
afterAll(() => recorders[Symbol.asyncDispose]());

const stripId = v7() as StripId;
const begin = async (directory: string, recorder = recorders) => {
  const programme = fakeProgramme();
  const ids = { recordingId: v7() as RecordingId, showId: v7() as ShowId };
  const recording = await recorder.openRecording({ ...ids, directory, programme: programme.port });
  const indexHas = (word: string) =>
    vi.waitFor(async () => {
      expect(await readFile(`${directory}/session.jsonl`, "utf8")).toContain(word);
    }, 10_000);
  return { programme, recording, indexHas };
};

test("a show's programme and voices are on disk and lie to each other within a millisecond", async () => {
  using directory = scratch();
  const { programme, recording, indexHas } = await begin(directory.path);
  const voice = voiceSamples({ pitch: 440, levelDbfs: -20, burstSeconds: 0.31, breathSeconds: 0.17 }, 6);
  const rtp = { ssrc: 0xfeed_f00d, payloadType: 100, sequence: 65_400, timestamp: 0xffff_f000 };
  const port = await recording.openTrack({ stripId, stripNumber: 2, mixerSsrc: 77, ...rtp });
  // The voice begins 1.3 s into the programme, after the mixer's jitter buffer and whatever else it does.
  const start = 62_411;
  programme.tell({ kind: "aligned", stripId, ssrc: 77, rtpTimestamp: rtp.timestamp, frame: start });
  const mix = new Float32Array(8 * 96_000);
  mix.set(decodedVoice(opusPackets(voice)), start * 2);
  programme.send(mix.subarray(0, 96_000));
  await indexHas("started");
  await sendDatagrams(port.port, voiceDatagrams(voice, rtp));
  programme.send(mix.subarray(96_000));
  programme.tell({ kind: "loudness", frame: 48_000, integratedLufs: -21, truePeakDbtp: -4 });
  await vi.waitFor(async () => {
    expect(await samplesOnDisk(directory.file("track-1-strip-2.opus"))).toBeGreaterThan(285_000);
  });
  programme.close({ integratedLufs: -20.5 });
  const finished = await recording.finish();
  expect(finished).toMatchObject({ durationSeconds: 8, integratedLufs: -20.5, truePeakDbtp: -3 });
  expect(await durationOf(finished.programmePath)).toBe(8);
  const [track] = finished.tracks;
  expect(track).toMatchObject({ stripId, stripNumber: 2, gaps: [] });
  expect(await durationOf(track?.path ?? "")).toBeCloseTo(track?.durationSeconds ?? 0, 4);
  expect(track?.durationSeconds).toBeCloseTo(6 - 312 / 48_000, 6);
  const offset = await offsetBetween(track?.path ?? "", finished.programmePath, { within: 2 });
  expect(Math.abs(offset - (track?.startSeconds ?? 0))).toBeLessThan(0.001);
  expect(await opusPacketsOf(track?.path ?? "")).toEqual(opusPackets(voice));
  expect(await levelAt(440, track?.path ?? "", { from: 0.05, seconds: 0.2 })).toBeCloseTo(-20, 0);
  expect((await readdir(directory.path)).sort()).toEqual(["programme.flac", "session.jsonl", "track-1-strip-2.opus"]);
  expect(await recoverRecording(directory.path)).toEqual(finished);
});

test("what comes before the show begins is not recorded, nor what is not the voice", async () => {
  using directory = scratch();
  const { programme, recording, indexHas } = await begin(directory.path);
  const rtp = { ssrc: 7, payloadType: 100, sequence: 0, timestamp: 0 };
  const port = await recording.openTrack({ stripId, stripNumber: 1, mixerSsrc: 77, ...rtp });
  const silentPort = await recording.openTrack({
    stripId: v7() as StripId,
    stripNumber: 2,
    ssrc: 8,
    payloadType: 100,
    mixerSsrc: 78,
  });
  const voice = toneSamples(300, -20, 2);
  await sendDatagrams(port.port, voiceDatagrams(voice, rtp).slice(0, 20));
  // The port answers after the datagrams before it were read: they were seen, and not kept.
  await (
    await recording.openTrack({ stripId, stripNumber: 3, ssrc: 9, payloadType: 100, mixerSsrc: 79 })
  )[Symbol.asyncDispose]();
  programme.send(inStereo(voice));
  await indexHas("started");
  const forged = [
    ...voiceDatagrams(voice, { ...rtp, ssrc: 666 }),
    ...voiceDatagrams(voice, { ...rtp, payloadType: 111 }),
  ];
  await sendDatagrams(port.port, [
    ...forged.slice(0, 60),
    Buffer.alloc(0),
    Buffer.from("\x80\xc8hello"),
    Buffer.alloc(12, 255),
  ]);
  await sendDatagrams(port.port, voiceDatagrams(voice, rtp).slice(20, 70));
  await indexHas("trackStarted");
  await vi.waitFor(async () => {
    expect(await samplesOnDisk(directory.file("track-1-strip-1.opus"))).toBe(49 * 960);
  });
  await silentPort[Symbol.asyncDispose]();
  await port[Symbol.asyncDispose]();
  await port[Symbol.asyncDispose]();
  programme.close();
  const { tracks } = await recording.finish();
  expect(tracks).toHaveLength(1);
  expect(tracks[0]?.durationSeconds).toBeCloseTo(1 - 312 / 48_000, 6);
  await expect(recording.openTrack({ stripId, stripNumber: 1, mixerSsrc: 77, ...rtp })).rejects.toThrow("finished");
});

test("what a voice says as the show begins is in its track from the first word, though the recorder hears of the beginning late", async () => {
  using directory = scratch();
  const { programme, recording, indexHas } = await begin(directory.path);
  const rtp = { ssrc: 7, payloadType: 100, sequence: 65_530, timestamp: 0xffff_ffff };
  const port = await recording.openTrack({ stripId, stripNumber: 1, mixerSsrc: 77, ...rtp });
  const datagrams = voiceDatagrams(toneSamples(300, -20, 2), rtp);
  await sendDatagrams(port.port, datagrams.slice(0, 80));
  // The port answers after the datagrams before it were read.
  await (
    await recording.openTrack({ stripId, stripNumber: 2, ssrc: 9, payloadType: 100, mixerSsrc: 79 })
  )[Symbol.asyncDispose]();
  // The show began with the voice's 31st packet: thirty were said in the countdown.
  programme.tell({ kind: "aligned", stripId, ssrc: 77, rtpTimestamp: (rtp.timestamp + 30 * 960) >>> 0, frame: 0 });
  programme.send(inStereo(toneSamples(300, -20, 1.4)));
  await indexHas("started");
  await sendDatagrams(port.port, datagrams.slice(80));
  await vi.waitFor(async () => {
    expect(await samplesOnDisk(directory.file("track-1-strip-1.opus"))).toBe(69 * 960);
  });
  programme.close();
  const [track] = (await recording.finish()).tracks;
  // What the decoder skips at its start stands before the programme's first frame.
  expect(track?.startSeconds).toBeCloseTo(312 / 48_000, 6);
  expect(track?.durationSeconds).toBeCloseTo((70 * 960 - 312) / 48_000, 6);
  expect(track?.gaps).toEqual([]);
});

test("a mixer that dies without a word ends the recording with all that it had sent", async () => {
  using directory = scratch();
  const { programme, recording } = await begin(directory.path);
  programme.send(inStereo(toneSamples(500, -20, 3)));
  programme.tell({ kind: "loudness", frame: 96_000, integratedLufs: -19.5, truePeakDbtp: -15 });
  programme.die();
  const finished = await recording.finish();
  expect(finished).toMatchObject({ durationSeconds: 3, integratedLufs: -19.5, truePeakDbtp: -15 });
  expect(await levelAt(500, finished.programmePath)).toBeCloseTo(-20, 1);
});

test("a recording is never written over another, nor begun without space", async () => {
  using directory = scratch();
  await writeFile(directory.file("something"), "kept");
  await expect(begin(directory.path)).rejects.toThrow("never written over");
  await using poor = await openRecorderThread({ refuseBelowBytes: Number.MAX_SAFE_INTEGER });
  await expect(begin(directory.file("new"), poor)).rejects.toMatchObject({ name: "RecorderError", code: "disk.full" });
});

test("the desk hears that space is short, and the recording goes on", async () => {
  using directory = scratch();
  await using wary = await openRecorderThread({ warnBelowBytes: Number.MAX_SAFE_INTEGER, everyMs: 20 });
  const { programme, recording, indexHas } = await begin(directory.path, wary);
  const free = Promise.withResolvers<number>();
  recording.onDiskLow(free.resolve);
  expect(await free.promise).toBeGreaterThan(0);
  await indexHas("diskLow");
  programme.send(inStereo(toneSamples(500, -20, 1)));
  programme.close();
  expect(await recording.finish()).toMatchObject({ durationSeconds: 1 });
});

test("a show without a sound is refused as empty, and a station that stops leaves what it had for the next start", async () => {
  using directory = scratch();
  const thread = await openRecorderThread();
  const empty = await begin(directory.file("empty"), thread);
  empty.programme.close();
  await expect(empty.recording.finish()).rejects.toMatchObject({ code: "recording.empty" });
  const { programme, indexHas } = await begin(directory.file("stopped"), thread);
  programme.send(inStereo(toneSamples(500, -20, 2)));
  await indexHas("segmentOpened");
  await thread[Symbol.asyncDispose]();
  const recovered = await recoverRecording(directory.file("stopped"));
  expect(recovered.durationSeconds).toBe(2);
  await expect(recoverRecording(directory.file("nowhere"))).rejects.toMatchObject({ code: "recording.lost" });
});
