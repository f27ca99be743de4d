import type { Insertable, Updateable } from "kysely";
import { z } from "zod";
import { Visibility } from "../../schemas/channels.ts";
import { ErrorCode } from "../../schemas/errors.ts";
import { ChannelId, EpisodeId, JobId, PodcastImportId, type AccountId } from "../../schemas/ids.ts";
import { ImportedState, ImportedWords, ImportSource, type VoicesAnswer } from "../../schemas/podcast-imports.ts";
import { Refusal } from "../errors.ts";
import { newId } from "./new-id.ts";
import type { Database } from "./open-database.ts";
import type { Tables } from "./tables/tables.ts";

const flag = z.union([z.literal(0), z.literal(1)]).transform(Boolean);

const Import = z.object({
  id: PodcastImportId,
  channelId: ChannelId,
  source: ImportSource,
  address: z.string().nullable(),
  title: z.string(),
  description: z.string(),
  coverSource: z.string().nullable(),
  isChannelToo: flag,
  jobId: JobId.nullable(),
  reach: Visibility,
  answeredBy: z.string().nullable(),
  answeredAt: z.number().nullable(),
});
/** An import as it is kept. */
export type KeptImport = z.infer<typeof Import>;

const Item = z.object({
  id: z.number(),
  guid: z.string().nullable(),
  soundSource: z.string(),
  soundHash: z.string().nullable(),
  byteLength: z.number().nullable(),
  title: z.string(),
  publishedAt: z.number().nullable(),
  words: z.string(),
  state: ImportedState,
  error: ErrorCode.nullable(),
  plannedEpisodeId: EpisodeId,
  episodeId: EpisodeId.nullable(),
});
/** An episode of an import as it is kept. */
export type KeptItem = z.infer<typeof Item>;

/** An episode that is to be imported, before it has a row. */
export type NewItem = {
  guid: string | null;
  soundSource: string;
  byteLength: number | null;
  words: ImportedWords;
  isKnown: boolean;
};

/** What of an item tells whether its channel has it. */
export type Trace = { guid: string | null; soundSource: string; soundHash: string | null };

/** The words of an item that is not there yet. */
export const wordsOf = ({ words }: KeptItem): ImportedWords => ImportedWords.parse(JSON.parse(words));

/** Nothing is kept twice: an episode that is there has its words itself. */
const noWords = "{}";

const VoicesAnswered = z.object({ reach: Visibility, answeredBy: z.string().nullable(), channelReach: Visibility });
/** Who answered for an import's voices, how far they may be heard, and how far its channel goes. */
export type VoicesAnswered = z.infer<typeof VoicesAnswered>;

async function answerOf(database: Database, id: PodcastImportId): Promise<VoicesAnswered> {
  const row = await database
    .selectFrom("podcastImport")
    .innerJoin("channel", "channel.id", "podcastImport.channelId")
    .select(["podcastImport.reach", "podcastImport.answeredBy", "channel.visibility as channelReach"])
    .where("podcastImport.id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal("podcast_import.not_found");
  return VoicesAnswered.parse(row);
}

/** Podcasts on their way into channels, and what of them is there. */
export function openPodcastImports(database: Database, clock: () => number = Date.now) {
  const rows = () => database.selectFrom("podcastImport").selectAll();
  const set = async (id: PodcastImportId, values: Updateable<Tables["podcastImport"]>) => {
    await database.updateTable("podcastImport").set(values).where("id", "=", id).execute();
  };
  const items = () => database.selectFrom("importedItem").selectAll().orderBy("id");

  async function find(id: string): Promise<KeptImport | undefined> {
    const row = await rows().where("id", "=", id).executeTakeFirst();
    return row && Import.parse(row);
  }

  /** Whether a channel has what leaves such a trace: by its guid, by its sound's address, or by the sound itself. */
  async function isKnown(channelId: ChannelId, { guid, soundSource, soundHash }: Trace): Promise<boolean> {
    const known = database.selectFrom("importedItem").select("id").where("channelId", "=", channelId);
    const there = known
      .where("episodeId", "is not", null)
      .where((of) =>
        of.or([
          ...(guid === null ? [] : [of("guid", "=", guid)]),
          ...(soundHash === null ? [] : [of("soundHash", "=", soundHash)]),
          ...(/^https?:/i.test(soundSource) ? [of("soundSource", "=", soundSource)] : []),
        ]),
      );
    if (guid !== null && (await hasEpisode(channelId, guid))) return true;
    return (await there.executeTakeFirst()) !== undefined;
  }

  async function hasEpisode(channelId: ChannelId, guid: string): Promise<boolean> {
    const episodes = database.selectFrom("episode").select("id").where("channelId", "=", channelId);
    const found = episodes.where((of) => of.or([of("guid", "=", guid), of("id", "=", guid)]));
    return (await found.executeTakeFirst()) !== undefined;
  }

  return {
    find,
    require: async (id: string): Promise<KeptImport> => {
      const found = await find(id);
      if (found === undefined) throw new Refusal("podcast_import.not_found");
      return found;
    },
    /** The newest first. */
    listOf: async (channelId: ChannelId): Promise<KeptImport[]> =>
      (await rows().where("channelId", "=", channelId).orderBy("id", "desc").execute()).map((row) => Import.parse(row)),
    create: async (channelId: ChannelId, source: ImportSource, address: string | null): Promise<PodcastImportId> => {
      const id = newId(PodcastImportId);
      const empty = { title: "", description: "", createdAt: clock() };
      await database
        .insertInto("podcastImport")
        .values({ id, channelId, source, address, ...empty })
        .execute();
      return id;
    },
    setWords: (id: PodcastImportId, words: Pick<KeptImport, "title" | "description" | "coverSource">) => set(id, words),
    setJob: (id: PodcastImportId, jobId: JobId) => set(id, { jobId }),
    setChannelToo: (id: PodcastImportId, isChannelToo: boolean) => set(id, { isChannelToo: isChannelToo ? 1 : 0 }),
    /** Somebody answers for the voices; the newest answer counts. */
    answer: (id: PodcastImportId, { reach, words }: VoicesAnswer, answeredBy: AccountId) =>
      set(id, { reach, answer: words, answeredBy, answeredAt: clock() }),
    remove: async (id: PodcastImportId) => {
      await database.deleteFrom("podcastImport").where("id", "=", id).execute();
    },
    /** Lets go of what nobody started, and of the words of what never came, from before an instant. */
    forgetBefore: async (before: number) => {
      const old = database.selectFrom("podcastImport").select("id").where("createdAt", "<", before);
      const undone = database.deleteFrom("importedItem").where("importId", "in", old);
      await undone.where("state", "in", ["waiting", "failed"]).execute();
      const unused = database.deleteFrom("podcastImport").where("jobId", "is", null);
      await unused.where("createdAt", "<", before).execute();
    },
    isKnown,
    /** Whether a channel has a sound of this length that was imported: only then is a file worth reading to tell. */
    hasLength: async (channelId: ChannelId, byteLength: number): Promise<boolean> => {
      const known = database.selectFrom("importedItem").select("id").where("channelId", "=", channelId);
      const found = known.where("episodeId", "is not", null).where("byteLength", "=", byteLength);
      return (await found.executeTakeFirst()) !== undefined;
    },
    itemsOf: async (importId: PodcastImportId): Promise<KeptItem[]> =>
      (await items().where("importId", "=", importId).execute()).map((row) => Item.parse(row)),
    /** Puts a plan's episodes in the place of what was planned before. */
    plan: async ({ id, channelId }: Pick<KeptImport, "id" | "channelId">, planned: readonly NewItem[]) => {
      const values = planned.map(({ words, isKnown: known, ...item }): Insertable<Tables["importedItem"]> => ({
        ...{ importId: id, channelId, ...item, title: words.title, state: known ? "known" : "waiting" },
        publishedAt: words.publishedAt === null ? null : Date.parse(words.publishedAt),
        words: known ? noWords : JSON.stringify(words),
        plannedEpisodeId: newId(EpisodeId),
      }));
      await database.transaction().execute(async (within) => {
        await within.deleteFrom("importedItem").where("importId", "=", id).execute();
        for (let at = 0; at < values.length; at += 100)
          await within
            .insertInto("importedItem")
            .values(values.slice(at, at + 100))
            .execute();
      });
    },
    /** What became of an item without an episode. */
    settle: async (id: number, state: "known" | "failed" | "waiting", error: ErrorCode | null = null) => {
      const values = { state, error, ...(state === "known" ? { words: noWords } : {}) };
      await database.updateTable("importedItem").set(values).where("id", "=", id).execute();
    },
    /** Those that failed may be tried again. */
    waitAgain: async (importId: PodcastImportId) => {
      const failed = database.updateTable("importedItem").set({ state: "waiting", error: null });
      await failed.where("importId", "=", importId).where("state", "=", "failed").execute();
    },
    /** The episode of an item is there: its row, by the answer as it stands at this moment, and this come together or not at all. Gives the answer. */
    finish: (
      item: { id: number; title: string; importId: PodcastImportId },
      sound: { soundHash: string; byteLength: number },
      episodeBy: (answer: VoicesAnswered) => Insertable<Tables["episode"]>,
    ): Promise<VoicesAnswered> =>
      database.transaction().execute(async (within) => {
        const answer = await answerOf(within, item.importId);
        const episode = episodeBy(answer);
        await within.insertInto("episode").values(episode).execute();
        const end = { state: "done", error: null, episodeId: episode.id, title: item.title };
        const done = { ...end, ...sound, words: noWords };
        await within.updateTable("importedItem").set(done).where("id", "=", item.id).execute();
        return answer;
      }),
    /** The episodes that came with an import. */
    episodesOf: async (importId: PodcastImportId): Promise<EpisodeId[]> => {
      const found = database.selectFrom("episode").select("id").where("importId", "=", importId);
      return (await found.orderBy("recordedAt").execute()).map(({ id }) => EpisodeId.parse(id));
    },
    /** How far the voices of an imported episode may be heard; `undefined` for one of the class's own. */
    reachOf: async (episodeId: EpisodeId): Promise<Visibility | undefined> => {
      const found = database
        .selectFrom("podcastImport")
        .innerJoin("episode", "episode.importId", "podcastImport.id")
        .select("podcastImport.reach")
        .where("episode.id", "=", episodeId);
      const row = await found.executeTakeFirst();
      return row && Visibility.parse(row.reach);
    },
    /** What of a channel is published and was imported: how far each may go, and how far it goes of its own. */
    publishedIn: async (channelId: ChannelId) => {
      const found = database
        .selectFrom("podcastImport")
        .innerJoin("episode", "episode.importId", "podcastImport.id")
        .select(["podcastImport.reach", "episode.visibility as own"])
        .where("episode.channelId", "=", channelId)
        .where("episode.state", "=", "published");
      return (await found.distinct().execute()).map((row) => Published.parse(row));
    },
  };
}
const Published = z.object({ reach: Visibility, own: Visibility.nullable() });
/** See {@link openPodcastImports}. */
export type PodcastImports = ReturnType<typeof openPodcastImports>;
