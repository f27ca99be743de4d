import { open, type FileHandle } from "node:fs/promises";

const bytesPerFrame = 4;
const framesPerRead = 48_000;
/** −60 dBFS: what is quieter is silence. */
const quietest = 32_768 / 1_000;

/**
 * Where the sound of a raw file (16-bit, stereo) begins and ends, in frames: the first and last above −60 dBFS. A file of nothing but silence
 * is sound from end to end.
 */
export async function findSound(path: string): Promise<{ frames: number; from: number; to: number }> {
  await using file = await open(path);
  const frames = Math.floor((await file.stat()).size / bytesPerFrame);
  const from = await findFirst(file, frames);
  if (from === undefined) return { frames, from: 0, to: frames };
  return { frames, from, to: await findLast(file, frames) };
}

async function findFirst(file: FileHandle, frames: number): Promise<number | undefined> {
  for (let start = 0; start < frames; start += framesPerRead) {
    const index = (await read(file, start, Math.min(frames, start + framesPerRead))).findIndex(isLoud);
    if (index >= 0) return start + (index >> 1);
  }
  return undefined;
}

async function findLast(file: FileHandle, frames: number): Promise<number> {
  for (let end = frames; end > 0; end -= framesPerRead) {
    const start = Math.max(0, end - framesPerRead);
    const index = (await read(file, start, end)).findLastIndex(isLoud);
    if (index >= 0) return start + (index >> 1) + 1;
  }
  return frames;
}

const isLoud = (sample: number) => Math.abs(sample) > quietest;

async function read(file: FileHandle, from: number, to: number): Promise<Int16Array> {
  const samples = new Int16Array(2 * (to - from));
  await file.read(new Uint8Array(samples.buffer), 0, samples.byteLength, from * bytesPerFrame);
  return samples;
}
