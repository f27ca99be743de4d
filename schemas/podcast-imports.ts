import { z } from "zod";
import { Visibility } from "./channels.ts";
import { Chapter } from "./episodes.ts";
import { ErrorCode } from "./errors.ts";
import { ChannelId, EpisodeId, PodcastImportId } from "./ids.ts";
import { Licence } from "./licences.ts";
import { Description, text, Title } from "./people.ts";
import { Soundbites } from "./soundbites.ts";

/** Most episodes that one import may bring. */
export const mostImportedEpisodes = 2_000;

/** Largest sound file that is taken, in bytes. */
export const largestImportedBytes = 1_000_000_000;

/** Largest file that is sent at once, in bytes: an archive of a whole podcast. */
export const largestArchiveBytes = 8_000_000_000;

/** Longest episode that is taken, in seconds: six hours. */
export const longestImportedSeconds = 21_600;

/** What is known of an episode before its sound is there, as the import keeps it. */
export const ImportedWords = z.strictObject({
  title: Title,
  description: Description,
  /** When it had been published; `null` where nobody says. */
  publishedAt: z.iso.datetime().nullable(),
  season: z.int().min(1).max(99).nullable(),
  number: z.int().min(1).max(9_999).nullable(),
  isExplicit: z.boolean(),
  chapters: z.array(Chapter).max(200),
  soundbites: Soundbites.default([]),
  /** On what terms it came; `null` where nobody says, or on terms that the station does not know. */
  licence: Licence.nullable().default(null),
  /** Where its chapters and its cover lie: an address, or a name in the folder. */
  chaptersSource: z.string().nullable(),
  coverSource: z.string().nullable(),
});
/** See {@link ImportedWords}. */
export type ImportedWords = z.infer<typeof ImportedWords>;

/** Where an episode of an import stands: `known` is in the channel already. */
export const ImportedState = z.enum(["waiting", "done", "known", "failed"]);
/** See {@link ImportedState}. */
export type ImportedState = z.infer<typeof ImportedState>;

/** An episode of an import, as its page shows it. */
export const ImportedEpisode = z.strictObject({
  title: Title,
  publishedAt: z.iso.datetime().nullable(),
  /** As the source says it; `null` where it does not. */
  byteLength: z.int().positive().nullable(),
  state: ImportedState,
  error: ErrorCode.nullable(),
  episodeId: EpisodeId.nullable(),
});
/** See {@link ImportedEpisode}. */
export type ImportedEpisode = z.infer<typeof ImportedEpisode>;

/** Where a podcast comes from: a feed’s address, files that are sent, or a folder on the station’s disk. */
export const ImportSource = z.enum(["feed", "files", "folder"]);
/** See {@link ImportSource}. */
export type ImportSource = z.infer<typeof ImportSource>;

/** Where an import stands; `preview` waits for the teacher’s word, `cancelled` and `failed` can be taken up again. */
export const ImportState = z.enum(["preview", "waiting", "running", "done", "failed", "cancelled"]);
/** See {@link ImportState}. */
export type ImportState = z.infer<typeof ImportState>;

/** A podcast on its way into a channel. */
export const PodcastImport = z.strictObject({
  id: PodcastImportId,
  channelId: ChannelId,
  source: ImportSource,
  /** What the podcast is called where it comes from; empty when nobody says. */
  title: z.string(),
  description: z.string(),
  state: ImportState,
  /** Share done, 0 to 1. */
  progress: z.number().min(0).max(1),
  error: ErrorCode.nullable(),
  /** How far the voices in it may be heard, as somebody answered for; the class, until then. */
  reach: Visibility,
  isConfirmed: z.boolean(),
  episodes: z.array(ImportedEpisode),
});
/** See {@link PodcastImport}. */
export type PodcastImport = z.infer<typeof PodcastImport>;

/** Who answers that the voices may be heard, how far, and in which words. */
export const VoicesAnswer = z.strictObject({
  reach: Visibility,
  /** Such as "The families signed in September 2024"; without anybody's name. */
  words: text.trim().min(12).max(400),
});
/** See {@link VoicesAnswer}. */
export type VoicesAnswer = z.infer<typeof VoicesAnswer>;

/** Body of `POST /api/channels/:id/feed-imports`. */
export const PodcastAddress = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2_000) });
/** See {@link PodcastAddress}. */
export type PodcastAddress = z.infer<typeof PodcastAddress>;

/** Body of `POST /api/channels/:id/folder-imports`: one of the folders that the station offers. */
export const FolderName = z.strictObject({ folder: z.string().min(1).max(200) });
/** See {@link FolderName}. */
export type FolderName = z.infer<typeof FolderName>;

/** Body of `POST /api/podcast-imports/:id/start`. Without an answer about the voices all episodes come as drafts. */
export const ImportStart = z.strictObject({
  answer: VoicesAnswer.nullable(),
  /** Whether the channel takes the podcast's title, description and cover too. */
  isChannelToo: z.boolean(),
});
/** See {@link ImportStart}. */
export type ImportStart = z.infer<typeof ImportStart>;
