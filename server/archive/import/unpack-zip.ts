import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { openPromise, type Entry, type ZipFile } from "yauzl";
import { largestArchiveBytes, largestImportedBytes, mostImportedEpisodes } from "../../../schemas/podcast-imports.ts";
import { Refusal } from "../../errors.ts";
import { fileKind, isHidden } from "./file-kinds.ts";

/** Sound hardly shrinks: what grows more than this many times is no podcast. */
const mostGrowth = 50;
/** A podcast has a few files beside each sound. */
const mostEntries = 5 * mostImportedEpisodes;

/**
 * Writes the sounds, images and texts of a ZIP below a folder, and nothing else that is in it. Throws `podcast_import.not_archive`, and
 * `podcast_import.too_large` for what grows beyond reason, by its own word or against it.
 */
export async function unpackZip(path: string, folder: string, signal?: AbortSignal): Promise<void> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true }).catch(notArchive);
  try {
    if (zip.entryCount > mostEntries) throw new Refusal("podcast_import.too_large");
    let bytes = 0;
    for await (const entry of zip.eachEntry()) {
      if (isHidden(entry.fileName) || fileKind(entry.fileName) === undefined) continue;
      bytes += entry.uncompressedSize;
      if (bytes > largestArchiveBytes) throw new Refusal("podcast_import.too_large");
      await unpack(zip, entry, folder, signal);
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Refusal || (error instanceof Error && "code" in error)) throw error;
    notArchive(error);
  } finally {
    zip.close();
  }
}

async function unpack(zip: ZipFile, entry: Entry, folder: string, signal: AbortSignal | undefined) {
  const { fileName, compressedSize, uncompressedSize } = entry;
  const isBomb = uncompressedSize > mostGrowth * (compressedSize + 10_000);
  if (uncompressedSize > largestImportedBytes || isBomb) throw new Refusal("podcast_import.too_large");
  // yauzl has refused names that lead out of the folder, and ends what is longer than it said.
  const to = join(folder, fileName);
  await mkdir(dirname(to), { recursive: true });
  const bytes = await zip.openReadStreamPromise(entry);
  await pipeline(bytes, createWriteStream(to), { signal });
}

function notArchive(error: unknown): never {
  throw new Refusal("podcast_import.not_archive", { cause: error });
}
