import { readFile } from "node:fs/promises";

/** One page of an Ogg file, read here on its own so that the recorder's writer is not its own judge. */
export type ReadPage = { flags: number; granule: number; number: number; packets: Buffer[] };

/** Pages of an Ogg file whose packets do not cross pages. */
export function readOgg(bytes: Buffer): ReadPage[] {
  const pages: ReadPage[] = [];
  for (let at = 0; at < bytes.length;) {
    if (bytes.toString("latin1", at, at + 4) !== "OggS") throw new Error(`no page at ${at}`);
    const lacing = [...bytes.subarray(at + 27, at + 27 + (bytes[at + 26] ?? 0))];
    const packets = cutPackets(bytes.subarray(at + 27 + lacing.length), lacing);
    const [flags = 0, granule, number] = [
      bytes[at + 5],
      Number(bytes.readBigInt64LE(at + 6)),
      bytes.readUInt32LE(at + 18),
    ];
    pages.push({ flags, granule, number, packets });
    at += 27 + lacing.length + lacing.reduce((sum, length) => sum + length, 0);
  }
  return pages;
}

/** The sound packets of an Ogg/Opus file: all but its two headers. */
export async function opusPacketsOf(path: string): Promise<Buffer[]> {
  return readOgg(await readFile(path))
    .flatMap(({ packets }) => packets)
    .slice(2);
}

/** Samples an Ogg/Opus file on disk holds by now; 0 while it is not there. */
export async function samplesOnDisk(path: string): Promise<number> {
  const bytes = await readFile(path).catch(() => Buffer.alloc(0));
  return readOgg(bytes).at(-1)?.granule ?? 0;
}

function cutPackets(body: Buffer, lacing: readonly number[]): Buffer[] {
  const packets: Buffer[] = [];
  let [start, end] = [0, 0];
  for (const length of lacing) {
    end += length;
    if (length === 255) continue;
    packets.push(body.subarray(start, end));
    start = end;
  }
  return packets;
}
