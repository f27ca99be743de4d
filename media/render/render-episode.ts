import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Loudness } from "../../schemas/episodes.ts";
import { encodeSound, type Encoding } from "./encode-sound.ts";
import type { EpisodeTags } from "./episode-tags.ts";
import { correctMastering, planMastering } from "./plan-mastering.ts";
import type { EncodedSound, Programme } from "./programme.ts";
import { writeTagged } from "./write-tagged.ts";

/** What is rendered, and to where. */
export type RenderOrder = {
  programme: Programme;
  /** Appears whole at the end, or not at all; must not be there before. */
  outputDirectory: string;
  /** Asked when the sound is ready, because the credits are typed while it renders. */
  readTags: () => Promise<EpisodeTags>;
};

/** How a rendering is watched and stopped. */
export type RenderOptions = { signal?: AbortSignal | undefined; onProgress?: ((share: number) => void) | undefined };

/** What a rendering made. */
export type Rendering = {
  enclosures: EncodedSound[];
  /** audiowaveform JSON. */
  peaksPath: string;
  durationSeconds: number;
  /** Measured on the encoded MP3 by ffmpeg, not by the meter that set the gain. */
  loudness: Loudness;
};

/** Share of the progress that encoding is; the rest is tags and renaming. */
const encodingShare = 0.97;

/**
 * Makes what listeners get of a finished recording: MP3, Opus, and Opus for little data, at −16 LUFS and at most −1 dBTP, with tags, and the waveform. Loudness
 * is set by one gain from the live measurement, checked on the encoded file and corrected once. Failed or aborted, it leaves nothing.
 */
export async function renderEpisode(order: RenderOrder, options: RenderOptions = {}): Promise<Rendering> {
  const { programme, outputDirectory, readTags } = order;
  const { durationSeconds } = programme;
  const directory = `${outputDirectory}.partial`;
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  try {
    const encoding = await encodeMastered(programme, directory, options);
    const enclosures = await writeTagged({ ...encoding, durationSeconds }, await readTags(), directory);
    await writeFile(join(directory, "peaks.json"), JSON.stringify(encoding.peaks));
    await Promise.all([rm(encoding.mp3Path), rm(encoding.opusPath), rm(encoding.lowPath)]);
    options.signal?.throwIfAborted();
    await rename(directory, outputDirectory);
    options.onProgress?.(1);
    return {
      enclosures: enclosures.map((file) => ({ ...file, path: file.path.replace(directory, outputDirectory) })),
      peaksPath: join(outputDirectory, "peaks.json"),
      durationSeconds,
      loudness: encoding.loudness,
    };
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

async function encodeMastered(programme: Programme, directory: string, options: RenderOptions): Promise<Encoding> {
  const { signal = new AbortController().signal, onProgress } = options;
  const onSeconds = (seconds: number) => onProgress?.(encodingShare * Math.min(1, seconds / programme.durationSeconds));
  const mastering = await planMastering(programme, { signal });
  const encoding = await encodeSound(programme, mastering, directory, { signal, onSeconds });
  const correction = correctMastering(mastering, encoding.loudness);
  // The second time the progress stands still rather than goes back.
  return correction === undefined
    ? encoding
    : encodeSound(programme, correction, directory, { signal, onSeconds: () => undefined });
}
