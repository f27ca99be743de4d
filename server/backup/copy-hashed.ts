import { createHash } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import { dirname } from "node:path";

const pieceBytes = 1 << 20;

/** What a file held when it was read. */
export type Fingerprint = { byteLength: number; sha256: string };

async function read(path: string, take: (bytes: Buffer) => Promise<unknown>): Promise<Fingerprint> {
  const hash = createHash("sha256");
  let byteLength = 0;
  await using file = await open(path, "r");
  for await (const bytes of file.createReadStream({ highWaterMark: pieceBytes, autoClose: false })) {
    hash.update(bytes as Buffer);
    byteLength += (bytes as Buffer).length;
    await take(bytes as Buffer);
  }
  return { byteLength, sha256: hash.digest("hex") };
}

/** The fingerprint of a file. */
export const fingerprint = (path: string): Promise<Fingerprint> => read(path, () => Promise.resolve());

/** Copies a file as far as it goes at that moment, for the station's user only, and waits until the disk has it. Gives the fingerprint of the copy. */
export async function copyHashed(from: string, to: string): Promise<Fingerprint> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await rm(to, { force: true });
  await using copy = await open(to, "wx", 0o600);
  const found = await read(from, (bytes) => copy.writeFile(bytes));
  await copy.sync();
  return found;
}
