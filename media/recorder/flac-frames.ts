import { open } from "node:fs/promises";

/** Frames a FLAC file says it holds (STREAMINFO, RFC 9639); `undefined` when its encoder died before it could say. */
export async function flacFrames(path: string): Promise<number | undefined> {
  await using file = await open(path, "r").catch(() => undefined);
  const { bytesRead = 0, buffer } = (await file?.read(Buffer.alloc(26), 0, 26, 0)) ?? {};
  if (buffer === undefined || bytesRead < 26 || buffer.toString("latin1", 0, 4) !== "fLaC") return undefined;
  const frames = (buffer.readUInt8(21) & 15) * 2 ** 32 + buffer.readUInt32BE(22);
  return frames === 0 ? undefined : frames;
}
