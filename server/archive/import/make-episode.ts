import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { readImported, type ImportedSound } from "../../../media/render/read-imported.ts";
import type { SoundWords } from "../../../media/render/read-metadata.ts";
import { renderEpisode } from "../../../media/render/render-episode.ts";
import type { Channel } from "../../../schemas/channels.ts";
import { reaches } from "../../../schemas/consent.ts";
import type { Chapter } from "../../../schemas/episodes.ts";
import { Title } from "../../../schemas/people.ts";
import { endOf } from "../../../schemas/soundbite-span.ts";
import type { ImportedWords } from "../../../schemas/podcast-imports.ts";
import { openAudit } from "../../store/audit.ts";
import { openChannels } from "../../store/channels.ts";
import { openEpisodes, type Place } from "../../store/episodes.ts";
import { openPodcastImports, wordsOf } from "../../store/podcast-imports.ts";
import type { KeptImport, KeptItem, VoicesAnswered } from "../../store/podcast-imports.ts";
import { openToldNews } from "../../store/told-news.ts";
import { toEncodedFile } from "../encoded-file.ts";
import { renderingDirectory } from "../rendering-directory.ts";
import { chaptersInJson, importedChapters } from "./imported-chapters.ts";
import { workDirectory } from "./import-directory.ts";
import type { ImportParts, ImportWork } from "./import-parts.ts";
import { largestImageBytes, readBeside } from "./read-beside.ts";
import { plainText } from "./plain-text.ts";

type Order = { kept: KeptImport; item: KeptItem; sound: { path: string; byteLength: number; hash: string } };

const largestChaptersBytes = 1_000_000;
/** Share of the progress that decoding is; the rest is encoding. */
const decodingShare = 0.3;

/** Makes an episode of a sound from elsewhere: decoded and encoded as every show is, never served as it came. Its row and its item's end come together. */
export async function makeEpisode(parts: ImportParts, order: Order, work: ImportWork): Promise<void> {
  const { kept, item, sound } = order;
  const folder = workDirectory(parts.mediaDirectory, kept.id);
  await mkdir(folder, { recursive: true });
  const path = join(folder, "programme.flac");
  const onSeconds = () => {
    work.onProgress(decodingShare / 2);
  };
  const read = await readImported(sound.path, path, { signal: work.signal, onSeconds });
  work.onProgress(decodingShare);
  const channel = await openChannels(parts.database).require(kept.channelId);
  const words = told(wordsOf(item), read.words, kept.source === "feed" || item.guid !== null);
  const chapters = await chaptersFor(parts, kept, { words, read }, work.signal);
  const recordedAt = words.publishedAt === null ? (parts.clock ?? Date.now)() : Date.parse(words.publishedAt);
  const place = await openEpisodes(parts.database).placeFor(channel.id, recordedAt, placeIn(words));
  const episode = { ...words, chapters, recordedAt, place };
  const rendered = await render(parts, { ...order, channel, episode, read, path }, work);
  await keep(parts, { ...order, channel, episode, rendered });
}

const placeIn = ({ season, number }: ImportedWords): Partial<Place> => ({
  ...(season !== null && { season }),
  ...(number !== null && { number }),
});

/** A feed's words go before those in the file; without a feed, the file's go before its name's. */
function told(words: ImportedWords, inFile: SoundWords, isByFeed: boolean): ImportedWords {
  if (isByFeed) return words;
  const title = Title.safeParse((inFile.title ?? "").slice(0, 120)).data ?? words.title;
  const at = Date.parse(inFile.date ?? "");
  // A tag of a year only says less than a file's date.
  const isDay = (inFile.date ?? "").length >= 10 && Number.isFinite(at);
  const publishedAt = isDay ? new Date(at).toISOString() : words.publishedAt;
  const number = words.number ?? within(inFile.track, 9_999);
  const description = plainText(inFile.description ?? "").slice(0, 2_000);
  return { ...words, title, description, publishedAt, number, season: within(inFile.disc, 99) };
}

const within = (value: number | undefined, most: number): number | null =>
  value !== undefined && Number.isInteger(value) && value >= 1 && value <= most ? value : null;

type Told = { words: ImportedWords; read: ImportedSound };

/** The feed's chapters, those in the file beside it, those in the sound. */
async function chaptersFor(parts: ImportParts, kept: KeptImport, { words, read }: Told, signal: AbortSignal) {
  const inTime = (chapters: readonly Chapter[]) =>
    importedChapters(chapters.filter(({ startSeconds }) => startSeconds < read.durationSeconds));
  const file =
    words.chaptersSource === null
      ? undefined
      : await readBeside({ parts, kept, signal }, words.chaptersSource, largestChaptersBytes);
  const beside = file === undefined ? [] : inTime(chaptersInJson(file.toString("utf8")));
  const own = inTime(words.chapters);
  if (beside.length > 0) return beside;
  return own.length > 0 ? own : inTime(read.words.chapters);
}

type ToRender = Order & {
  channel: Channel;
  episode: ImportedWords & { recordedAt: number; place: Place };
  read: ImportedSound;
  path: string;
};

async function render(parts: ImportParts, order: ToRender, { signal, onProgress }: ImportWork) {
  const { kept, item, channel, episode, read, path } = order;
  const id = item.plannedEpisodeId;
  const outputDirectory = renderingDirectory(parts.mediaDirectory, id, 1);
  // What a process that died has left there.
  await rm(join(outputDirectory, ".."), { recursive: true, force: true });
  const fetched =
    episode.coverSource === null
      ? undefined
      : await readBeside({ parts, kept, signal }, episode.coverSource, largestImageBytes);
  const image = fetched ?? read.picture;
  const small = image && (await parts.covers.keepForEpisode(id, image).catch(() => undefined));
  const drawn = () => parts.covers.smallEpisodePath(channel, { id, number: episode.place.number, coverUrl: "" });
  const tags = {
    ...{ title: episode.title, description: episode.description, credits: [], language: channel.language },
    ...{ channelTitle: channel.title, author: channel.author, chapters: episode.chapters },
    ...{ episodeNumber: episode.place.number, season: episode.place.season },
    recordedAt: new Date(episode.recordedAt).toISOString(),
    coverPath: small ?? (await drawn()),
  };
  const programme = { path, durationSeconds: read.durationSeconds };
  const onShare = (share: number) => {
    onProgress(decodingShare + (1 - decodingShare) * share);
  };
  const options = { signal, onProgress: onShare };
  const rendering = await renderEpisode({ programme, outputDirectory, readTags: () => Promise.resolve(tags) }, options);
  return { ...rendering, hasCover: small !== undefined };
}

type ToKeep = Pick<ToRender, "kept" | "item" | "sound" | "episode" | "channel"> & {
  rendered: Awaited<ReturnType<typeof render>>;
};

async function keep(parts: ImportParts, order: ToKeep): Promise<void> {
  const { kept, item, sound, episode } = order;
  const { database, clock = Date.now } = parts;
  const { channelId } = kept;
  const id = item.plannedEpisodeId;
  await openToldNews(database, clock).passOver(id);
  const { hash: soundHash, byteLength } = sound;
  const { answeredBy } = await openPodcastImports(database, clock).finish(
    { id: item.id, title: episode.title, importId: kept.id },
    { soundHash, byteLength },
    (answer) => rowOf(order, answer, clock()),
  );
  if (answeredBy === null) return;
  await openChannels(database, clock).touch(channelId);
  const act = { actor: `account:${answeredBy}`, act: "episode.published", target: `episode:${id}` };
  await openAudit(database, clock).write({ ...act, within: `channel:${channelId}` });
}

function rowOf({ kept, item, channel, episode, rendered }: ToKeep, answer: VoicesAnswered, createdAt: number) {
  const isOut = answer.answeredBy !== null;
  const { guid, plannedEpisodeId: id } = item;
  return {
    ...{ id, channelId: kept.channelId, showId: null, recordingId: null, ...episode.place, guid, importId: kept.id },
    ...{ title: episode.title, description: episode.description, chapters: JSON.stringify(episode.chapters) },
    soundbites: JSON.stringify(episode.soundbites.filter((each) => endOf(each) <= rendered.durationSeconds)),
    licence: episode.licence === channel.licence ? null : episode.licence,
    isExplicit: episode.isExplicit ? 1 : 0,
    ownCover: rendered.hasCover ? 1 : 0,
    state: isOut ? "published" : "rendered",
    visibility: isOut && !reaches(answer.reach, answer.channelReach) ? answer.reach : null,
    ...{ recordedAt: episode.recordedAt, publishedAt: isOut ? episode.recordedAt : null, createdAt },
    ...{ durationSeconds: rendered.durationSeconds, version: 1, ...rendered.loudness },
    ...{ enclosures: JSON.stringify(rendered.enclosures.map(toEncodedFile)), renderJobId: null },
  } as const;
}
