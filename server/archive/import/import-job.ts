import { createWriteStream } from "node:fs";
import { mkdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { PodcastImportId } from "../../../schemas/ids.ts";
import { largestImportedBytes } from "../../../schemas/podcast-imports.ts";
import { Refusal } from "../../errors.ts";
import { jobErrorCode } from "../../jobs/job-error-code.ts";
import type { JobHandler } from "../../jobs/run-job.ts";
import { openAudit } from "../../store/audit.ts";
import { openChannels } from "../../store/channels.ts";
import { openPodcastImports, type KeptImport, type KeptItem } from "../../store/podcast-imports.ts";
import { hashOf } from "./file-hashes.ts";
import { importDirectory, isAddress, pathWithin, workDirectory } from "./import-directory.ts";
import type { ImportParts, ImportWork } from "./import-parts.ts";
import { makeEpisode } from "./make-episode.ts";
import { largestImageBytes, readBeside, sourceDirectory } from "./read-beside.ts";

/** What an import needs to know, as the queue keeps it. */
export const ImportPayload = z.strictObject({ importId: PodcastImportId });

const soundTimeoutMs = 3_600_000;

/**
 * The handler of `import-podcast`: one episode after the other, each there as a whole or not at all, so that a work that is begun again goes on
 * where the former one was. What fails of an episode is told at that episode, and the others come.
 */
export function importJob(parts: ImportParts): JobHandler {
  const imports = openPodcastImports(parts.database, parts.clock);

  async function take(kept: KeptImport, item: KeptItem, work: ImportWork): Promise<void> {
    const { channelId } = kept;
    if (await imports.isKnown(channelId, { ...item, soundHash: null })) return imports.settle(item.id, "known");
    const sound = await soundOf(parts, kept, item, work.signal);
    if (await imports.isKnown(channelId, { ...item, soundHash: sound.hash })) return imports.settle(item.id, "known");
    await makeEpisode(parts, { kept, item, sound }, work);
  }

  async function tryOne(kept: KeptImport, item: KeptItem, work: ImportWork): Promise<void> {
    try {
      await take(kept, item, work);
    } catch (error) {
      work.signal.throwIfAborted();
      const code = jobErrorCode(error);
      // A full disk, or a mistake of ours, would hit the next one too.
      if (["server.failed", "disk.full", "ffmpeg.missing"].includes(code)) throw error;
      await imports.settle(item.id, "failed", code);
    }
  }

  return async (payload, { signal, onProgress }) => {
    const { importId } = ImportPayload.parse(payload);
    const kept = await imports.find(importId);
    if (kept === undefined) return;
    if (kept.isChannelToo) await takeOverChannel(parts, kept, signal);
    // Once: what somebody corrects since stays when this is begun again.
    await imports.setChannelToo(importId, false);
    const items = await imports.itemsOf(importId);
    for (const [index, item] of items.entries()) {
      signal.throwIfAborted();
      const reach = (share: number) => {
        onProgress((index + share) / items.length);
      };
      if (item.state === "waiting") await tryOne(kept, item, { signal, onProgress: reach });
      await rm(workDirectory(parts.mediaDirectory, importId), { recursive: true, force: true });
      reach(1);
    }
    const hasFailed = (await imports.itemsOf(importId)).some(({ state }) => state === "failed");
    if (!hasFailed) await rm(importDirectory(parts.mediaDirectory, importId), { recursive: true, force: true });
    const actor = kept.answeredBy === null ? "system" : `account:${kept.answeredBy}`;
    await openAudit(parts.database, parts.clock).write({
      actor,
      act: "podcast.imported",
      target: `channel:${kept.channelId}`,
    });
  };
}

/** The sound file of an item with its SHA-256: fetched, or as it lies in the folder. */
async function soundOf(parts: ImportParts, kept: KeptImport, { soundSource }: KeptItem, signal: AbortSignal) {
  const { mediaDirectory, fetchPublic } = parts;
  if (!isAddress(soundSource)) {
    const path = pathWithin(sourceDirectory(parts, kept), soundSource);
    const found = path === undefined ? undefined : await stat(path).catch(() => undefined);
    if (path === undefined || found?.isFile() !== true) throw new Refusal("podcast_import.unreachable");
    if (found.size > largestImportedBytes) throw new Refusal("podcast_import.too_large");
    return { path, byteLength: found.size, hash: await hashOf(path) };
  }
  const work = workDirectory(mediaDirectory, kept.id);
  await mkdir(work, { recursive: true });
  const path = join(work, "sound");
  const { body } = await fetchPublic(soundSource, {
    maxBytes: largestImportedBytes,
    timeoutMs: soundTimeoutMs,
    signal,
  });
  await pipeline(body, createWriteStream(path));
  return { path, byteLength: (await stat(path)).size, hash: await hashOf(path) };
}

/** Title, description and cover of the podcast, where somebody wanted the channel to have them; done again, it changes nothing. */
async function takeOverChannel(parts: ImportParts, kept: KeptImport, signal: AbortSignal): Promise<void> {
  const channels = openChannels(parts.database, parts.clock);
  const { title, description } = kept;
  const words = { ...(title !== "" && { title }), ...(description !== "" && { description }) };
  await channels.change(kept.channelId, words);
  if (kept.coverSource === null) return;
  const image = await readBeside({ parts, kept, signal }, kept.coverSource, largestImageBytes);
  const prepared = image && (await parts.covers.prepareImported(kept.channelId, image).catch(() => undefined));
  await prepared?.keep(() => channels.changeCover(kept.channelId, true));
}
