import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { Refusal } from "../../errors.ts";
import type { KeptImport } from "../../store/podcast-imports.ts";
import { importDirectory, isAddress, pathWithin } from "./import-directory.ts";
import type { ImportParts } from "./import-parts.ts";

/** Largest image that is taken along, in bytes. */
export const largestImageBytes = 20_000_000;

const timeoutMs = 60_000;

/** Where the files of an import lie that are not fetched. */
export function sourceDirectory({ mediaDirectory, offeredDirectory }: ImportParts, kept: KeptImport): string {
  const { id, source, address } = kept;
  if (source !== "folder") return join(importDirectory(mediaDirectory, id), "files");
  const folder = offeredDirectory && address !== null ? pathWithin(offeredDirectory, address) : undefined;
  if (folder === undefined) throw new Refusal("podcast_import.unreachable");
  return folder;
}

type Of = { parts: ImportParts; kept: KeptImport; signal: AbortSignal };

/** A cover or chapters, whole in memory; `undefined` when there are none, or too large ones: an episode comes without them, too. */
export async function readBeside(
  { parts, kept, signal }: Of,
  source: string,
  maxBytes: number,
): Promise<Buffer | undefined> {
  try {
    if (isAddress(source)) {
      const { body } = await parts.fetchPublic(source, { maxBytes, timeoutMs, signal });
      return await buffer(body);
    }
    const path = pathWithin(sourceDirectory(parts, kept), source);
    return path !== undefined && (await stat(path)).size <= maxBytes ? await readFile(path) : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
