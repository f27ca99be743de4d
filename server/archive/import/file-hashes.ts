import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";

/** More than any import has; then all are read again. */
const mostKnown = 10_000;

/** SHA-256 of a file, in hexadecimal. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

/** The same, read once as long as the file is of that size and day: for files that are looked at again with each one that joins them. */
export function makeFileHashes(): typeof hashOf {
  const known = new Map<string, Promise<string>>();
  return async (path) => {
    const { size, mtimeMs } = await stat(path);
    const key = `${path}\0${size}\0${mtimeMs}`;
    if (known.size >= mostKnown) known.clear();
    const found = known.get(key) ?? hashOf(path);
    known.set(key, found);
    return found.catch((error: unknown) => {
      known.delete(key);
      throw error;
    });
  };
}
