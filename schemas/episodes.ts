import { z } from "zod";
import { Visibility } from "./channels.ts";
import { ChannelId, EpisodeId, JobId, ShowId } from "./ids.ts";
import { Licence } from "./licences.ts";
import { Description, Title } from "./people.ts";
import { SoundCredit } from "./sound-rights.ts";
import { Soundbites } from "./soundbites.ts";
import { TranscriptFile } from "./transcripts.ts";

/** A point of the episode that has a name; `startSeconds` is media time. */
export const Chapter = z.strictObject({ startSeconds: z.number().min(0), title: Title });
/** See {@link Chapter}. */
export type Chapter = z.infer<typeof Chapter>;

/** One encoded file of an episode. Its address is immutable: another rendering has another `version`. */
export const Enclosure = z.strictObject({
  /** `low` is voice for little data: mono, 24 kbit/s. */
  format: z.enum(["mp3", "opus", "low"]),
  mimeType: z.enum(["audio/mpeg", "audio/ogg; codecs=opus", "audio/ogg", "audio/webm; codecs=opus"]),
  byteLength: z.int().positive(),
  bitrate: z.int().positive(),
  url: z.string(),
});
/** See {@link Enclosure}. */
export type Enclosure = z.infer<typeof Enclosure>;

/** What was measured on the encoded MP3, with another meter than the one that set the gain (EBU R128). */
export const Loudness = z.strictObject({
  integratedLufs: z.number(),
  truePeakDbtp: z.number(),
});
/** See {@link Loudness}. */
export type Loudness = z.infer<typeof Loudness>;

/** Where an episode stands between Fin and the feed. */
export const EpisodeState = z.enum(["rendering", "failed", "rendered", "published"]);
/** See {@link EpisodeState}. */
export type EpisodeState = z.infer<typeof EpisodeState>;

/** A finished programme, published or about to be. */
export const Episode = z.strictObject({
  id: EpisodeId,
  channelId: ChannelId,
  showId: ShowId.nullable(),
  /** What subscribers' apps know it by; its id, or the one that it was imported with. */
  guid: z.string(),
  /** Whether its feed warns of its words; only imported ones ever do. */
  isExplicit: z.boolean(),
  number: z.int().positive(),
  season: z.int().positive(),
  title: Title,
  description: Description,
  state: EpisodeState,
  /** An audience of its own where the channel's is wider; `null` for the channel's. */
  visibility: Visibility.nullable(),
  /** Instant of the recording's first sound. */
  recordedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  durationSeconds: z.number().min(0).nullable(),
  chapters: z.array(Chapter).max(200),
  /** Extracts that the teacher chose, in the order of the episode. */
  soundbites: Soundbites,
  /** Titles of extracts that went when the episode was made anew, because their sound is not in it any more; for staff, until they choose again. */
  lostSoundbites: z.array(Title),
  /** A licence of its own; `null` for the channel's. */
  licence: Licence.nullable(),
  enclosures: z.array(Enclosure),
  loudness: Loudness.nullable(),
  /** Address of the waveform in the audiowaveform JSON format, once rendered. */
  peaksUrl: z.string().nullable(),
  coverUrl: z.string(),
  /** Authors whose licences ask to be named for the carts that were heard. */
  soundCredits: z.array(SoundCredit),
  /** What is said, to be read; `null` when nobody wrote it down. */
  transcript: TranscriptFile.nullable(),
  /** The rendering under way or the last one, for staff. */
  renderJobId: JobId.nullable(),
});
/** See {@link Episode}. */
export type Episode = z.infer<typeof Episode>;

/** Body of `PATCH /api/episodes/:id`: the credits the teacher types. */
export const EpisodeChange = z
  .strictObject({
    title: Title,
    description: Description,
    season: z.int().min(1).max(99),
    number: z.int().min(1).max(9_999),
    visibility: Visibility.nullable(),
    chapters: z.array(Chapter).max(200),
    soundbites: Soundbites,
    licence: Licence.nullable(),
  })
  .partial();
/** See {@link EpisodeChange}. */
export type EpisodeChange = z.infer<typeof EpisodeChange>;
