import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Everything that the files below a directory hold, one after the other. */
export async function bytesIn(directory: string): Promise<Buffer> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Buffer.concat(await Promise.all(files.map((path) => readFile(path))));
}

/** The files below a directory that hold some bytes. */
export async function filesWith(directory: string, bytes: Buffer): Promise<string[]> {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(paths.map(async (path) => ((await readFile(path)).includes(bytes) ? [path] : [])));
  return found.flat();
}
