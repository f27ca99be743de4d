import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import type { Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { ChannelId, EpisodeId } from "../../schemas/ids.ts";
import { ownCoverUrl } from "../store/episode-row.ts";
import { coverSvg, previewPlace, previewSvg } from "./cover-svg.ts";
import { squareCover } from "./square-cover.ts";

/** Side of a drawn cover in pixels; Apple takes 1400 to 3000. */
const drawnSide = 1_600;
/** Side of the cover inside a sound file: every listener downloads it with every episode. */
const embeddedSide = 500;
/** Side of the cover on pages: 100 pixels of a page, on the finest screens. */
const pageSide = 320;
/** Smallest side of a cover that is imported: what was good enough elsewhere. */
const smallestImported = 200;

/** What of an episode tells which cover it has. */
export type Covered = Pick<Episode, "id" | "number" | "coverUrl">;

/** The channels' covers on disk: uploaded ones, and those drawn from bird, colour and number, drawn once. */
export type Covers = {
  /** Path of the square JPEG of a channel, or of one of its episodes by number. */
  pathOf(channel: Channel, episodeNumber?: number): Promise<string>;
  /** The channel's own, small enough for a page on a poor line; JPEG, which every telephone shows. */
  pagePathOf(channel: Channel): Promise<string>;
  /** Path of an episode's: the one it came with, else its channel's own, else one that carries its number. */
  episodePath(channel: Channel, episode: Covered): Promise<string>;
  /** The same, small enough to stand in a sound file. */
  smallEpisodePath(channel: Channel, episode: Covered): Promise<string>;
  /** Makes an image that an episode comes with square, and puts it beside the episode's files; tells the path of a small one. Refuses as `prepare` does. */
  keepForEpisode(id: EpisodeId, image: Uint8Array): Promise<string>;
  /** A JPEG of 1200 × 630, as sites and messengers show a link: the cover on the channel's colour. No text: a server has no promise of a font. */
  previewPathOf(channel: Channel, episodeNumber?: number): Promise<string>;
  /** Checks an uploaded image and makes it square. Throws `cover.not_image`, `cover.too_small` or `cover.too_large`. */
  prepare(channelId: ChannelId, image: Uint8Array): Promise<PreparedCover>;
  /** The same for a cover from elsewhere, which may be smaller. */
  prepareImported(channelId: ChannelId, image: Uint8Array): Promise<PreparedCover>;
};

/** An image that may become a channel's cover. */
export type PreparedCover = {
  /** Puts the image where the channel's next version finds it; `changeChannel` makes that version. */
  keep(changeChannel: () => Promise<Channel>): Promise<Channel>;
};

/** Opens the covers below the media directory. */
export function openCovers(mediaDirectory: string): Covers {
  const folderOf = (channelId: ChannelId) => join(mediaDirectory, "covers", channelId);
  const uploadedName = (version: number) => `own-${version}.jpg`;
  const nameOf = ({ hasOwnCover, coverVersion, bird, colour }: Channel, number: number | undefined) =>
    hasOwnCover && number === undefined ? uploadedName(coverVersion) : `drawn-${bird}-${colour}-${number ?? 0}.jpg`;

  async function pathOf(channel: Channel, number?: number): Promise<string> {
    const path = join(folderOf(channel.id), nameOf(channel, number));
    return keepOnce(path, async () => jpeg(Buffer.from(coverSvg(channel, number, drawnSide))));
  }

  const ownPath = (id: EpisodeId) => join(mediaDirectory, "episodes", id, "cover.jpg");

  function episodePath(channel: Channel, episode: Covered): Promise<string> {
    if (episode.coverUrl === ownCoverUrl(episode)) return Promise.resolve(ownPath(episode.id));
    return pathOf(channel, channel.hasOwnCover ? undefined : episode.number);
  }

  const prepared = (channelId: ChannelId, square: Buffer): PreparedCover => ({
    keep: async (changeChannel) => {
      const folder = folderOf(channelId);
      const waiting = join(folder, `upload-${crypto.randomUUID()}`);
      await mkdir(folder, { recursive: true });
      try {
        await writeFile(waiting, square);
        const channel = await changeChannel();
        await rename(waiting, join(folder, uploadedName(channel.coverVersion)));
        return channel;
      } finally {
        await rm(waiting, { force: true });
      }
    },
  });

  return {
    pathOf,
    pagePathOf: async (channel) => {
      const whole = await pathOf(channel);
      const shrink = async () =>
        sharp(await readFile(whole))
          .resize(pageSide)
          .jpeg({ quality: 70, mozjpeg: true });
      return keepOnce(whole.replace(/\.jpg$/, "-page.jpg"), async () => (await shrink()).toBuffer());
    },
    episodePath,
    smallEpisodePath: async (channel, episode) => small(await episodePath(channel, episode)),
    previewPathOf: async (channel, number) => {
      const whole = await pathOf(channel, channel.hasOwnCover ? undefined : number);
      const path = whole.replace(/\.jpg$/, `-preview-${channel.colour}.jpg`);
      return keepOnce(path, async () => previewJpeg(await readFile(whole), Buffer.from(previewSvg(channel))));
    },
    keepForEpisode: async (id, image) => {
      const square = await squareCover(image, smallestImported);
      await rm(ownPath(id), { force: true });
      await rm(smallName(ownPath(id)), { force: true });
      return small(await keepOnce(ownPath(id), () => Promise.resolve(square)));
    },
    prepare: async (channelId, image) => prepared(channelId, await squareCover(image)),
    prepareImported: async (channelId, image) => prepared(channelId, await squareCover(image, smallestImported)),
  };
}

const smallName = (path: string) => path.replace(/\.jpg$/, "-small.jpg");

const small = (whole: string): Promise<string> =>
  keepOnce(smallName(whole), async () => jpeg(await readFile(whole), embeddedSide));

async function keepOnce(path: string, make: () => Promise<Buffer>): Promise<string> {
  if ((await stat(path).catch(() => undefined)) !== undefined) return path;
  const half = `${path}.${crypto.randomUUID()}`;
  const bytes = await make();
  await mkdir(join(path, ".."), { recursive: true });
  await writeFile(half, bytes);
  await rename(half, path);
  return path;
}

/** The cover upon its ground. */
async function previewJpeg(cover: Buffer, ground: Buffer): Promise<Buffer> {
  const { side, left, top } = previewPlace;
  const input = await sharp(cover).resize(side).toBuffer();
  return sharp(ground).composite([{ input, left, top }]).toColourspace("srgb").jpeg({ quality: 85 }).toBuffer();
}

const jpeg = (image: Buffer, side?: number): Promise<Buffer> =>
  sharp(image).resize(side).flatten({ background: "#fff" }).toColourspace("srgb").jpeg({ quality: 85 }).toBuffer();
