import type { Selectable } from "kysely";
import { z } from "zod";
import { Chapter, Enclosure, Episode } from "../../schemas/episodes.ts";
import { Soundbites } from "../../schemas/soundbites.ts";
import { creditsOf, SoundRights } from "../../schemas/sound-rights.ts";
import type { Tables } from "./tables/tables.ts";

/** An encoded file as its row keeps it: by its name in the folder of the rendering. */
export const EncodedFile = Enclosure.omit({ url: true }).extend({ name: z.string() });
/** See {@link EncodedFile}. */
export type EncodedFile = z.infer<typeof EncodedFile>;

const json = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .string()
    .transform((text) => JSON.parse(text) as unknown)
    .pipe(schema);
const EncodedFiles = json(z.array(EncodedFile));
const Chapters = json(z.array(Chapter));
const Extracts = json(Soundbites);
const Titles = json(z.array(z.string()));
const Sounds = json(z.array(z.strictObject({ title: z.string(), rights: json(SoundRights) })));

/** What a row of the query in `openEpisodes` holds: the episode, and what its cover's address needs of the channel. */
export type EpisodeRow = Selectable<Tables["episode"]> & {
  coverVersion: number;
  hasOwnCover: number;
  /** JSON array of title and rights of each cart that was heard. */
  sounds: string;
  /** Name of the text that may be read, with its version; NULL for none. */
  transcriptFile: string | null;
};

const instant = (at: number) => new Date(at).toISOString();

/** Below this address stand the files of one rendering, for ever. */
const addressOf = (row: EpisodeRow) => `/media/episodes/${row.id}/${row.version}`;

/** The address of a cover that an episode came with; it never changes. */
export const ownCoverUrl = ({ id }: { id: string }) => `/media/covers/episodes/${id}/0.jpg`;

/** Without a cover of the channel's own, one is drawn that carries the episode's number. */
function coverUrlOf(row: EpisodeRow): string {
  if (row.ownCover === 1) return ownCoverUrl(row);
  if (row.hasOwnCover === 1) return `/media/covers/channels/${row.channelId}/${row.coverVersion}.jpg`;
  return `/media/covers/episodes/${row.id}/${row.coverVersion}-${row.number}.jpg`;
}

function transcriptOf({ id, transcriptFile }: EpisodeRow): Episode["transcript"] {
  if (transcriptFile === null) return null;
  const mimeType = transcriptFile.endsWith(".vtt") ? "text/vtt" : "text/plain";
  return { url: `/media/transcripts/${id}/${transcriptFile}`, mimeType };
}

/** The row's files as they lie in the folder of its current rendering. */
export const filesOf = (row: EpisodeRow): EncodedFile[] => EncodedFiles.parse(row.enclosures);

/** The episode as the contract knows it. A row that no longer fits throws here, and nowhere later. */
export function toEpisode(row: EpisodeRow): Episode {
  const files = filesOf(row);
  const { id, channelId, showId, number, season, title, description, state, visibility, durationSeconds, renderJobId } =
    row;
  const isMeasured = row.integratedLufs !== null && row.truePeakDbtp !== null;
  return Episode.parse({
    ...{ id, channelId, showId, number, season, title, description, state, visibility, durationSeconds, renderJobId },
    guid: row.guid ?? row.id,
    isExplicit: row.isExplicit === 1,
    recordedAt: instant(row.recordedAt),
    publishedAt: row.publishedAt === null ? null : instant(row.publishedAt),
    chapters: Chapters.parse(row.chapters),
    soundbites: Extracts.parse(row.soundbites),
    lostSoundbites: Titles.parse(row.lostSoundbites),
    licence: row.licence,
    enclosures: files.map(({ name, ...file }) => ({ ...file, url: `${addressOf(row)}/${name}` })),
    loudness: isMeasured ? { integratedLufs: row.integratedLufs, truePeakDbtp: row.truePeakDbtp } : null,
    peaksUrl: files.length > 0 ? `${addressOf(row)}/peaks.json` : null,
    coverUrl: coverUrlOf(row),
    soundCredits: creditsOf(Sounds.parse(row.sounds)),
    transcript: transcriptOf(row),
  });
}

/** Episodes whose reading is remembered at once; with one more, all are read anew. */
const mostRead = 20_000;

/** Reads rows as {@link toEpisode} does, and gives the same object for a row that is the same as the last time under its name. */
export function makeEpisodeReader(): (row: EpisodeRow, name?: string) => Episode {
  const known = new Map<string, { key: string; episode: Episode }>();
  return (row, name = row.id) => {
    const key = JSON.stringify(row);
    const before = known.get(name);
    if (before?.key === key) return before.episode;
    if (known.size >= mostRead) known.clear();
    const episode = toEpisode(row);
    known.set(name, { key, episode });
    return episode;
  };
}
