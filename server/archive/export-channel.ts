import { join } from "node:path";
import { makeZip } from "client-zip";
import { formatChapters } from "../../media/render/episode-tags.ts";
import type { Channel } from "../../schemas/channels.ts";
import type { Episode } from "../../schemas/episodes.ts";
import type { ChannelId } from "../../schemas/ids.ts";
import { openChannels } from "../store/channels.ts";
import { openEpisodes } from "../store/episodes.ts";
import type { Database } from "../store/open-database.ts";
import { openTranscripts } from "../store/transcripts.ts";
import { channelFeed } from "./channel-feed.ts";
import type { Covers } from "./covers.ts";
import { renderingDirectory } from "./rendering-directory.ts";
import { openZipFiles, type ZipFile } from "./zip-files.ts";

type Parts = { database: Database; covers: Covers; mediaDirectory: string; clock?: (() => number) | undefined };
type Carried = { episode: Episode; folder: string };

/**
 * All that a channel holds as a ZIP, made while it is read: its feed with what it names beside it, drafts too, and a page of data. It can be brought over
 * again as it is. Throws `channel.not_found`.
 */
export async function exportChannel(parts: Parts, id: ChannelId, origin: string): Promise<ReadableStream<Uint8Array>> {
  const channel = await openChannels(parts.database).require(id);
  const episodes = await openEpisodes(parts.database).listAll(id);
  const carried = episodes.filter(({ enclosures }) => enclosures.length > 0).map(place);
  return makeZip(filesOf(parts, { channel, carried, origin }));
}

// Named by their place: a title may name somebody.
const place = (episode: Episode): Carried => ({
  episode,
  folder: `${episode.state === "published" ? "episodes" : "brouillons"}/s${episode.season}-e${episode.number}-${episode.id.slice(-4)}`,
});

type Whole = { channel: Channel; carried: readonly Carried[]; origin: string };

async function* filesOf(parts: Parts, whole: Whole): AsyncGenerator<ZipFile> {
  const { database, covers, mediaDirectory, clock = Date.now } = parts;
  const { channel, carried } = whole;
  const lastModified = new Date(clock());
  const written = (name: string, input: string): ZipFile => ({ name, lastModified, input });
  using files = openZipFiles();
  const copied = (name: string, path: string): ZipFile => ({ name, lastModified, input: files.read(path) });
  yield written("fil.xml", feedOf(parts, whole));
  yield written("donnees.json", JSON.stringify(dataOf(whole), undefined, 2));
  yield copied("pochette.jpg", await covers.pathOf(channel));
  for (const { episode, folder } of carried) {
    const rendering = await openEpisodes(database).filesOf(episode.id);
    const directory = renderingDirectory(mediaDirectory, episode.id, rendering.version);
    for (const { name } of rendering.files) yield copied(`${folder}/${name}`, join(directory, name));
    yield copied(`${folder}/pochette.jpg`, await covers.episodePath(channel, episode));
    if (episode.chapters.length > 0) yield written(`${folder}/chapters.json`, formatChapters(episode));
    const text = await openTranscripts(database).find(episode.id);
    if (text !== undefined && !text.isWithheld)
      yield written(`${folder}/texte.${text.isTimed ? "vtt" : "txt"}`, text.text);
  }
}

/** The feed as subscribers get it, with addresses that lead to the files beside it. */
function feedOf({ clock = Date.now }: Parts, { channel, carried, origin }: Whole): string {
  const published = carried.filter(({ episode }) => episode.state === "published").map(beside);
  const times = { airings: [], sisters: [], persons: {}, now: clock(), changedAt: clock() };
  // Wherever it is put next: what was not for everybody stays out of the directories of podcasts.
  const isPublic = channel.visibility === "public";
  const xml = channelFeed({ ...times, channel, episodes: published, origin, base: origin, isPublic });
  return xml.replaceAll(
    `${origin}/media/covers/channels/${channel.id}/${channel.coverVersion}.jpg`,
    `${origin}/pochette.jpg`,
  );
}

const beside = ({ episode, folder }: Carried): Episode => ({
  ...episode,
  coverUrl: `/${folder}/pochette.jpg`,
  enclosures: episode.enclosures.map((file) => ({ ...file, url: `/${folder}/${file.url.split("/").at(-1)}` })),
  transcript: null,
});

function dataOf({ channel, carried }: Whole) {
  const { title, description, author, language, visibility, licence } = channel;
  const episodes = carried.map(({ folder, episode }) => ({
    ...{ folder, title: episode.title, description: episode.description, guid: episode.guid, state: episode.state },
    ...{ season: episode.season, number: episode.number, visibility: episode.visibility },
    ...{ soundbites: episode.soundbites, licence: episode.licence },
    ...{ recordedAt: episode.recordedAt, publishedAt: episode.publishedAt, isExplicit: episode.isExplicit },
    ...{ durationSeconds: episode.durationSeconds, loudness: episode.loudness, chapters: episode.chapters },
    soundCredits: episode.soundCredits,
  }));
  return { channel: { title, description, author, language, visibility, licence }, episodes };
}
