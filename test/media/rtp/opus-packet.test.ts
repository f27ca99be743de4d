import opus from "@discordjs/opus";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { runFfmpeg } from "../../../media/ffmpeg/run-ffmpeg.ts";
import { openOpusFile } from "../../../media/recorder/open-opus-file.ts";
import { isStereo, opusFrames, silentPacket } from "../../../media/rtp/opus-packet.ts";
import { opusPacketsOf, readOgg } from "../../support/opus-file.ts";
import { scratch } from "../../support/scratch.ts";
import { opusPackets } from "../../support/voice-datagrams.ts";
import { durationOf, levelOf, toneSamples, writeWav } from "../../support/sound.ts";

test.each([2.5, 5, 10, 20, 40, 60, 80, 120])(
  "a browser's packets of %f ms are measured by their first byte",
  async (milliseconds) => {
    using directory = scratch();
    await writeWav(directory.file("tone.wav"), toneSamples(440, -20, 2.4));
    const [wav, ogg] = [directory.file("tone.wav"), directory.file("tone.opus")];
    const codec = milliseconds < 10 ? "lowdelay" : "voip";
    // Pages of one packet, which the reader of this test understands.
    await runFfmpeg([
      "-i",
      wav,
      "-c:a",
      "libopus",
      "-application",
      codec,
      "-frame_duration",
      `${milliseconds}`,
      "-page_duration",
      "1",
      ogg,
    ]);
    const packets = await opusPacketsOf(ogg);
    expect(packets.length).toBeGreaterThan(19);
    for (const packet of packets) expect(opusFrames(packet)).toBe(milliseconds * 48);
  },
);

test.each([120, 240, 480, 960] as const)(
  "silence of %i samples is silence of that length to libopus and to ffmpeg",
  async (samples) => {
    using directory = scratch();
    const decoder = new opus.OpusEncoder(48_000, 1);
    // An empty frame would stretch the tone before it; silence ends it within the codec's overlap.
    for (const packet of opusPackets(toneSamples(440, -20, 0.2))) decoder.decode(packet);
    const silence = Array.from({ length: 8 }, () => decoder.decode(Buffer.from(silentPacket(samples, 1))));
    expect(silence.map(({ length }) => length / 2)).toEqual(Array(8).fill(samples));
    const last = silence.at(-1) ?? Buffer.alloc(0);
    const levels = Array.from({ length: samples }, (_, at) => Math.abs(last.readInt16LE(at * 2)));
    expect(Math.max(...levels)).toBeLessThanOrEqual(2);
    const path = directory.file("silence.opus");
    {
      using file = openOpusFile(path, 2);
      for (let packet = 0; packet < 50; packet++) file.write(silentPacket(samples, 2), samples);
    }
    expect(await durationOf(path)).toBeCloseTo((50 * samples - 312) / 48_000, 6);
    expect(await levelOf(path)).toBeLessThan(-150);
  },
);

test("a packet whose frames do not add up is not sound", () => {
  const twoFrames = 248 + 1;
  const lengthFirst = 248 + 2;
  const many = 248 + 3;
  const broken = [
    [],
    [twoFrames, 1],
    [lengthFirst],
    [lengthFirst, 9, 1],
    [lengthFirst, 252],
    [many],
    [many, 0],
    [many, 7, ...Array<number>(14).fill(1)],
  ];
  for (const bytes of broken.slice(0, -1)) expect(opusFrames(Uint8Array.from(bytes)), bytes.join()).toBeUndefined();
  // Seven frames of 20 ms are longer than a packet may be.
  expect(opusFrames(Uint8Array.from(broken.at(-1) ?? []))).toBeUndefined();
  expect(opusFrames(Uint8Array.from([many, 128 + 2, 3, 1, 1, 1, 2, 2]))).toBe(1_920);
  expect(opusFrames(Uint8Array.from([many, 64 + 2, 1, 1, 2, 0]))).toBe(1_920);
  expect(opusFrames(Uint8Array.from([many, 64 + 2, 9, 1, 2, 0]))).toBeUndefined();
  expect(opusFrames(new Uint8Array(1_277).fill(248, 0, 1))).toBeUndefined();
  expect(isStereo(Uint8Array.of(252))).toBe(true);
});

test("a track's file names the program that wrote it, and nobody else", async () => {
  using directory = scratch();
  const path = directory.file("track.opus");
  {
    using file = openOpusFile(path, 1);
    file.write(silentPacket(960, 1), 960);
  }
  const [, tags] = readOgg(await readFile(path));
  expect(tags?.packets).toEqual([Buffer.from("OpusTags\x07\0\0\0Antenne\0\0\0\0", "latin1")]);
  expect(() => openOpusFile(path, 1)).toThrow("EEXIST");
});
