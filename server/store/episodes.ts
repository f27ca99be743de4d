import { sql, type ExpressionBuilder, type Updateable } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/sqlite";
import { EpisodeId, RecordingId, type ChannelId, type JobId, type ShowId } from "../../schemas/ids.ts";
import type { Chapter, Episode, EpisodeChange, Loudness } from "../../schemas/episodes.ts";
import type { Soundbite } from "../../schemas/soundbites.ts";
import { Refusal } from "../errors.ts";
import { longestDescription } from "../../schemas/people.ts";
import { keepAnswers } from "./answers.ts";
import { filesOf, makeEpisodeReader, toEpisode, type EncodedFile } from "./episode-row.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import { audibleReplays } from "./replays.ts";
import { seasonYear } from "./season-year.ts";
import type { Tables } from "./tables/tables.ts";

/** What a rendering made, as the episode keeps it. */
export type Rendering = { version: number; files: EncodedFile[]; durationSeconds: number; loudness: Loudness };

/** `<version>.vtt` or `<version>.txt` of the text that may be read: none while it waits to be looked at, see `openTranscripts`. */
const transcriptOf = (of: ExpressionBuilder<Tables, "episode">) =>
  of
    .selectFrom("transcript")
    .whereRef("transcript.episodeId", "=", "episode.id")
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom("leftOutVoice")
            .select("pupilId")
            .whereRef("leftOutVoice.episodeId", "=", "episode.id")
            .whereRef("leftOutVoice.leftOutAt", ">", "transcript.checkedAt"),
        ),
      ),
    )
    .select(sql<string>`transcript.version || iif(transcript.isTimed, '.vtt', '.txt')`.as("file"))
    .as("transcriptFile");

const inOrder = (soundbites: readonly Soundbite[]) =>
  JSON.stringify(soundbites.toSorted((one, other) => one.startSeconds - other.startSeconds));

const newestFirst = (one: Episode, other: Episode) => (other.publishedAt ?? "").localeCompare(one.publishedAt ?? "");

/** The words of an episode that is heard again elsewhere: whose it is stands below them, however long they are. */
export function withReplayCredit(description: string, credit: string): string {
  const line = `↻ ${credit}`;
  return `${description.slice(0, longestDescription - line.length - 2).trimEnd()}\n\n${line}`.trim();
}

/** Season and number. */
export type Place = Pick<Episode, "season" | "number">;

/** Finished programmes of the channels. */
export function openEpisodes(database: Database, clock: () => number = Date.now) {
  const keep = keepAnswers<Episode[]>(database);
  const read = makeEpisodeReader();
  const rows = () =>
    database
      .selectFrom("episode")
      .innerJoin("channel", "channel.id", "episode.channelId")
      .selectAll("episode")
      .select((of) => [
        "channel.coverVersion",
        "channel.hasOwnCover",
        jsonArrayFrom(
          of
            .selectFrom("cartPlay")
            .leftJoin("cart", "cart.id", "cartPlay.cartId")
            .whereRef("cartPlay.recordingId", "=", "episode.recordingId")
            .select((play) => [
              play.fn.coalesce("cart.title", "cartPlay.title").as("title"),
              play.fn.coalesce("cart.rights", "cartPlay.rights").as("rights"),
            ])
            .orderBy("cartPlay.id"),
        )
          .$castTo<string>()
          .as("sounds"),
        transcriptOf(of),
      ]);

  /** Episodes of other classes that are heard again in a channel, from the day on which they were taken, with credit. */
  async function replayedIn(channelId: ChannelId): Promise<Episode[]> {
    const replays = await audibleReplays(database, channelId)
      .select(["replay.episodeId", "replay.credit", "replay.replayedAt", "source.licence as licenceAtHome"])
      .execute();
    const ids = replays.map(({ episodeId }) => episodeId);
    const found = ids.length === 0 ? [] : await rows().where("episode.id", "in", ids).execute();
    return found.map((row) => {
      const { credit, replayedAt, licenceAtHome } = replays.find(({ episodeId }) => episodeId === row.id)!;
      const description = withReplayCredit(row.description, credit);
      // By what right it may be used is what its own radio says.
      const licence = row.licence ?? licenceAtHome;
      return read(
        { ...row, description, licence, publishedAt: replayedAt, renderJobId: null, lostSoundbites: "[]" },
        `${row.id} ${channelId}`,
      );
    });
  }

  async function requireRow(id: string) {
    const row = await rows().where("episode.id", "=", id).executeTakeFirst();
    if (row === undefined) throw new Refusal("episode.not_found");
    return row;
  }

  async function set(id: EpisodeId, values: Updateable<Tables["episode"]>) {
    await database.updateTable("episode").set(values).where("id", "=", id).execute();
  }

  /** A season is a school year; the channel's first one is 1, and numbers begin anew in each. */
  async function nextNumber(channelId: ChannelId, recordedAt: number) {
    const known = await database
      .selectFrom("episode")
      .select(["season", "number", "recordedAt"])
      .where("channelId", "=", channelId)
      .execute();
    const year = seasonYear(recordedAt);
    const anchor = known[0];
    const season = anchor ? Math.max(1, anchor.season + year - seasonYear(anchor.recordedAt)) : 1;
    const numbers = known.filter((episode) => episode.season === season).map(({ number }) => number);
    return { season, number: Math.max(0, ...numbers) + 1 };
  }

  return {
    require: async (id: string): Promise<Episode> => toEpisode(await requireRow(id)),
    find: async (id: string): Promise<Episode | undefined> => {
      const row = await rows().where("episode.id", "=", id).executeTakeFirst();
      return row && toEpisode(row);
    },
    /** What listeners get, newest first; without the work that renders it, which is for staff. An unchanged episode is the same object again. */
    listPublished: (channelId: ChannelId): Promise<Episode[]> => {
      const published = rows().where("channelId", "=", channelId).where("state", "=", "published");
      return keep(channelId, async () => {
        const found = await published.orderBy("publishedAt", "desc").orderBy("episode.id", "desc").execute();
        const own = found.map((row) => read({ ...row, renderJobId: null, lostSoundbites: "[]" }));
        const again = await replayedIn(channelId);
        return again.length === 0 ? own : [...own, ...again].sort(newestFirst);
      });
    },
    /** Drafts too, the last recorded first. */
    listAll: async (channelId: ChannelId): Promise<Episode[]> =>
      (await rows().where("channelId", "=", channelId).orderBy("recordedAt", "desc").execute()).map(toEpisode),
    findByJob: async (jobId: JobId): Promise<Episode | undefined> => {
      const row = await rows().where("renderJobId", "=", jobId).executeTakeFirst();
      return row && toEpisode(row);
    },
    /** The current rendering's number, its files, and the recording it was made from. */
    filesOf: async (id: EpisodeId) => {
      const row = await requireRow(id);
      return {
        version: row.version,
        files: filesOf(row),
        recordingId: RecordingId.nullable().parse(row.recordingId),
      };
    },
    /** Episodes that wait for a rendering, with the recording it is made from. */
    listRendering: async () => {
      const waiting = await rows().where("state", "=", "rendering").execute();
      return waiting.map((row) => ({
        episode: toEpisode(row),
        recordingId: RecordingId.nullable().parse(row.recordingId),
      }));
    },
    create: async (from: {
      channelId: ChannelId;
      showId: ShowId;
      recordingId: RecordingId;
      title: string;
      recordedAt: number;
      chapters?: readonly Chapter[];
    }) => {
      const place = await nextNumber(from.channelId, from.recordedAt);
      const id = newId(EpisodeId);
      const empty = { description: "", version: 0, enclosures: "[]", createdAt: clock() };
      const chapters = JSON.stringify(from.chapters ?? []);
      const row = { id, ...from, ...place, ...empty, chapters, state: "rendering" };
      await database.insertInto("episode").values(row).execute();
      return id;
    },
    /** Where an imported episode stands among the others: as it says, unless another one has that place. */
    placeFor: async (channelId: ChannelId, recordedAt: number, wanted: Partial<Place>): Promise<Place> => {
      const season = wanted.season ?? (await nextNumber(channelId, recordedAt)).season;
      const others = database.selectFrom("episode").select("number").where("channelId", "=", channelId);
      const numbers = (await others.where("season", "=", season).execute()).map(({ number }) => number);
      const isFree = wanted.number !== undefined && !numbers.includes(wanted.number);
      return { season, number: isFree ? wanted.number! : Math.max(0, ...numbers) + 1 };
    },
    /** Extracts stand in the order of the episode; who chooses them knows which ones are lost. */
    change: async (id: EpisodeId, { chapters, soundbites, ...change }: EpisodeChange): Promise<void> => {
      const values = {
        ...change,
        ...(chapters === undefined ? {} : { chapters: JSON.stringify(chapters) }),
        ...(soundbites === undefined ? {} : { soundbites: inOrder(soundbites), lostSoundbites: "[]" }),
      };
      if (Object.keys(values).length > 0) await set(id, values);
    },
    setState: (id: EpisodeId, state: Episode["state"]) => set(id, { state }),
    setJob: (id: EpisodeId, renderJobId: JobId | null) => set(id, { renderJobId }),
    setPublished: (id: EpisodeId, publishedAt: number | null) =>
      set(id, { publishedAt, publishedBefore: null, state: publishedAt === null ? "rendered" : "published" }),
    /** Takes it out of the feed until its next rendering; with a date it is to come back with that date. */
    setWithdrawn: (id: EpisodeId, publishedBefore: number | null) =>
      set(id, { publishedBefore, publishedAt: null, state: "rendering" }),
    /** It does not go before this day, however old it is. */
    keepUntil: (id: EpisodeId, day: string) => set(id, { keptUntil: day }),
    /** It is not to come back by itself. */
    stayOut: (id: EpisodeId) => set(id, { publishedBefore: null }),
    /** Episodes that are made anew and were not brought back to the feed. */
    listComingBack: async (): Promise<EpisodeId[]> => {
      const made = database.selectFrom("episode").select("id").where("state", "=", "rendered");
      return (await made.where("publishedBefore", "is not", null).execute()).map(({ id }) => EpisodeId.parse(id));
    },
    /** When an episode had been published that is to come back to the feed. */
    publishedBefore: async (id: EpisodeId): Promise<number | null> => (await requireRow(id)).publishedBefore,
    /** The files of a new version take the place of the former one's. */
    keepRendering: async (id: EpisodeId, { version, files, durationSeconds, loudness }: Rendering) => {
      await set(id, { version, enclosures: JSON.stringify(files), durationSeconds, ...loudness });
    },
    /** Extracts that are still in it after it was made anew, and the titles of those that are not. */
    keepSoundbites: (id: EpisodeId, kept: readonly Soundbite[], lost: readonly string[]) =>
      set(id, { soundbites: inOrder(kept), lostSoundbites: JSON.stringify(lost) }),
    /** Nothing of its former files is to be heard: there are none until the next rendering. */
    dropFiles: (id: EpisodeId) => set(id, { enclosures: "[]", integratedLufs: null, truePeakDbtp: null }),
    remove: async (id: EpisodeId) => {
      await database.deleteFrom("episode").where("id", "=", id).execute();
    },
  };
}
/** See {@link openEpisodes}. */
export type Episodes = ReturnType<typeof openEpisodes>;
