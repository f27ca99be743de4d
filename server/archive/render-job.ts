import { readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { z } from "zod";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import type { EpisodeTags } from "../../media/render/episode-tags.ts";
import { renderEpisode } from "../../media/render/render-episode.ts";
import { EpisodeId } from "../../schemas/ids.ts";
import type { JobHandler } from "../jobs/run-job.ts";
import { openChannels } from "../store/channels.ts";
import { openEpisodes } from "../store/episodes.ts";
import type { Database } from "../store/open-database.ts";
import type { Covers } from "./covers.ts";
import { dropFormerVersions } from "./drop-former-versions.ts";
import { toEncodedFile } from "./encoded-file.ts";
import { episodeTags } from "./episode-tags.ts";
import { fittingSoundbites, type Waveform } from "./fitting-soundbites.ts";
import { isRenderingOf } from "./episode-turns.ts";
import { eraseFromRecording } from "./erase-from-recording.ts";
import { openRenderSource } from "./render-source.ts";
import { renderingDirectory } from "./rendering-directory.ts";
import { withRetagAfter } from "./retag.ts";

/** What a rendering needs to know, as the queue keeps it. `programmePath` is below the media directory. */
export const RenderPayload = z.strictObject({
  episodeId: EpisodeId,
  programmePath: z.string(),
  durationSeconds: z.number().positive(),
  muted: z
    .array(z.strictObject({ startSeconds: z.number().min(0), durationSeconds: z.number().positive() }))
    .default([]),
  integratedLufs: z.number().optional(),
  truePeakDbtp: z.number().optional(),
});
/** See {@link RenderPayload}. */
export type RenderPayload = z.input<typeof RenderPayload>;

type Order = z.output<typeof RenderPayload>;
type Work = Parameters<JobHandler>[1];

type Parts = {
  database: Database;
  covers: Covers;
  mediaDirectory: string;
  readRecording: (directory: string) => Promise<FinishedRecording>;
};

/** The handler of `render-episode`: from the programme's FLAC to the files that listeners get. */
export function renderJob(parts: Parts): JobHandler {
  const { database, mediaDirectory } = parts;
  const episodes = openEpisodes(database);

  async function render({ episodeId, programmePath, ...measured }: Order, { signal, onProgress }: Work) {
    const version = (await episodes.filesOf(episodeId)).version + 1;
    const outputDirectory = renderingDirectory(mediaDirectory, episodeId, version);
    // A former attempt that died after its last step may have left the folder.
    await rm(outputDirectory, { recursive: true, force: true });
    let written: EpisodeTags | undefined;
    const readTags = async () => (written = await episodeTags(parts, episodeId));
    const erased = await eraseFromRecording(parts, episodeId, signal);
    const isKnown = erased.strips.length === 0;
    const whole = {
      path: resolve(mediaDirectory, programmePath),
      ...measured,
      // Measured anew where somebody's voice was taken out since.
      ...(!isKnown && { integratedLufs: undefined, truePeakDbtp: undefined }),
    };
    await using source = await openRenderSource(parts, { episodeId, whole, outputDirectory }, { signal, onProgress });
    const { enclosures, loudness, durationSeconds } = await renderEpisode(
      { programme: source.programme, outputDirectory, readTags },
      { signal, onProgress: source.onProgress },
    );
    const files = enclosures.map(toEncodedFile);
    const { soundbites } = await episodes.require(episodeId);
    if (soundbites.length > 0) {
      const waveform = JSON.parse(await readFile(join(outputDirectory, "peaks.json"), "utf8")) as Waveform;
      const { kept, lost } = fittingSoundbites(soundbites, { durationSeconds, waveform });
      if (lost.length > 0)
        await episodes.keepSoundbites(
          episodeId,
          kept,
          lost.map(({ title }) => title),
        );
    }
    await episodes.keepRendering(episodeId, { version, files, loudness, durationSeconds });
    await source.fulfil();
    const { state, channelId } = await episodes.require(episodeId);
    if (state === "published") await openChannels(database).touch(channelId);
    else await episodes.setState(episodeId, "rendered");
    await dropFormerVersions(mediaDirectory, episodeId, version, source.isWhole && isKnown ? 1 : 0);
    await erased.settle();
    return written;
  }

  return async (payload, work) => {
    const order = RenderPayload.parse(payload);
    if (!(await isRenderingOf(episodes, order.episodeId, work.jobId))) return;
    // The credits may be typed on while the files are made.
    await withRetagAfter(parts, order.episodeId, () => render(order, work));
  };
}
