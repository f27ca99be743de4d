import { existsSync } from "node:fs";
import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { EpisodeTags } from "./episode-tags.ts";
import type { EncodedSound } from "./programme.ts";
import { fileNames, writeTagged } from "./write-tagged.ts";

/** A rendering whose credits changed: `from` stays as it is, `to` appears whole and must not be there before. */
export type RetagOrder = { from: string; to: string; durationSeconds: number; tags: EpisodeTags };

/** Writes an episode's files anew with other tags; the sound and the waveform are the same. */
export async function retagEpisode({ from, to, durationSeconds, tags }: RetagOrder): Promise<EncodedSound[]> {
  const directory = `${to}.partial`;
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  try {
    const low = join(from, fileNames.low);
    const lowPath = existsSync(low) ? low : undefined;
    const [mp3Path, opusPath] = [join(from, fileNames.mp3), join(from, fileNames.opus)];
    const sound = { mp3Path, opusPath, lowPath, durationSeconds };
    const files = await writeTagged(sound, tags, directory);
    await copyFile(join(from, "peaks.json"), join(directory, "peaks.json"));
    await rename(directory, to);
    return files.map((file) => ({ ...file, path: file.path.replace(directory, to) }));
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}
