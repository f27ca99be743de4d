import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import { fileTypeFromFile } from "file-type";
import { narrower, reaches } from "../../../schemas/consent.ts";
import type { AccountId, ChannelId, JobId, PodcastImportId } from "../../../schemas/ids.ts";
import { mostImportedEpisodes, type ImportStart, type VoicesAnswer } from "../../../schemas/podcast-imports.ts";
import type { PodcastImport } from "../../../schemas/podcast-imports.ts";
import type { Actor } from "../../access/actor.ts";
import { Refusal } from "../../errors.ts";
import { openJobs } from "../../jobs/open-jobs.ts";
import { openAudit } from "../../store/audit.ts";
import { openChannels } from "../../store/channels.ts";
import { openEpisodes } from "../../store/episodes.ts";
import { openPodcastImports, type KeptImport } from "../../store/podcast-imports.ts";
import { makeTurns } from "../make-turns.ts";
import type { Archive } from "../open-archive.ts";
import { makeFileHashes } from "./file-hashes.ts";
import { fileKind, isHidden } from "./file-kinds.ts";
import { fromAddress } from "./from-address.ts";
import { importJob } from "./import-job.ts";
import { importDirectory, pathWithin } from "./import-directory.ts";
import type { ImportParts } from "./import-parts.ts";
import type { PodcastPlan } from "./plan-feed.ts";
import { planFolder } from "./plan-folder.ts";
import { sourceDirectory } from "./read-beside.ts";
import { largestFeedBytes, readFeed } from "./read-feed.ts";
import { tellImport } from "./tell-import.ts";
import { unpackZip } from "./unpack-zip.ts";

/** Podcasts from elsewhere: looked at first, then brought into a channel by a work of a line of its own, so that no show waits for them. */
export type Imports = AsyncDisposable & {
  /** Looks at a feed on the Internet. Throws `podcast_import.address_refused`, `…unreachable`, `…not_feed`, `…nothing`, `…too_many`. */
  fromFeed(channelId: ChannelId, url: string): Promise<PodcastImport>;
  /** The folders that the station's disk offers, by name. */
  listFolders(): Promise<string[]>;
  /** Looks at one of them. */
  fromFolder(channelId: ChannelId, folder: string): Promise<PodcastImport>;
  /** Begins an import of files that are sent one after the other. */
  fromFiles(channelId: ChannelId): Promise<PodcastImport>;
  /** Takes a file, or what is in a ZIP, along; `path` is moved away. */
  addFile(id: PodcastImportId, name: string, path: string): Promise<PodcastImport>;
  tell(id: PodcastImportId): Promise<PodcastImport>;
  /** The newest first. */
  listOf(channelId: ChannelId): Promise<PodcastImport[]>;
  /** Brings it in; without an answer about the voices as drafts. */
  start(id: PodcastImportId, order: ImportStart, by: AccountId): Promise<PodcastImport>;
  /** Somebody answers for the voices: what came goes out as far as that. A narrower answer takes it back as far. */
  answer(id: PodcastImportId, answer: VoicesAnswer, by: StaffActor): Promise<PodcastImport>;
  /** Lets go of one that nobody started, or stops it; what came stays. */
  stop(id: PodcastImportId): Promise<void>;
  /** Goes on with what was stopped, or failed. */
  retry(id: PodcastImportId): Promise<PodcastImport>;
};

type StaffActor = Extract<Actor, { accountId: unknown }>;

type Parts = ImportParts & {
  archive: Pick<Archive, "publish" | "change">;
  onFailure: (jobId: JobId, error: unknown) => void;
  onBug?: (error: unknown) => void;
};

const feedTimeoutMs = 60_000;

/** Opens it and takes up what a former process left. */
export async function openImports(parts: Parts): Promise<Imports> {
  const { database, mediaDirectory, offeredDirectory, fetchPublic, onFailure, onBug, clock } = parts;
  const imports = openPodcastImports(database, clock);
  const handlers = { "import-podcast": importJob(parts) };
  const jobs = await openJobs({ database, handlers, onFailure, ...(onBug && { onBug }), concurrency: 1 });
  const fileHash = makeFileHashes();
  // What is sent and what is begun wait for each other: a started import takes no file along any more.
  const inTurn = makeTurns();
  const tell = async (id: PodcastImportId) => tellImport({ database, jobs }, await imports.require(id));

  async function look(kept: KeptImport, plan: PodcastPlan) {
    const { title, description, coverSource, episodes } = plan;
    if (episodes.length > mostImportedEpisodes) throw new Refusal("podcast_import.too_many");
    await imports.setWords(kept.id, { title, description, coverSource });
    const isKnown = await knownAmong(kept, plan);
    await imports.plan(
      kept,
      episodes.map((episode, index) => ({ ...episode, isKnown: isKnown[index]! })),
    );
  }

  async function knownAmong(kept: KeptImport, { episodes }: PodcastPlan): Promise<boolean[]> {
    const answers: boolean[] = [];
    for (const { guid, soundSource, byteLength } of episodes) {
      const path = kept.source === "feed" ? undefined : pathWithin(sourceDirectory(parts, kept), soundSource);
      const isLikely = byteLength !== null && (await imports.hasLength(kept.channelId, byteLength));
      const soundHash = isLikely && path !== undefined ? await fileHash(path).catch(() => null) : null;
      answers.push(await imports.isKnown(kept.channelId, { guid, soundSource, soundHash }));
    }
    return answers;
  }

  /** Made whole or not at all. */
  async function create(
    channelId: ChannelId,
    source: "feed" | "folder",
    address: string,
    plan: () => Promise<PodcastPlan>,
  ) {
    const found = await plan();
    if (found.episodes.length === 0) throw new Refusal("podcast_import.nothing");
    const id = await imports.create(channelId, source, address);
    try {
      await look(await imports.require(id), found);
    } catch (error) {
      await imports.remove(id);
      throw error;
    }
    return tell(id);
  }

  async function requirePreview(id: PodcastImportId): Promise<KeptImport> {
    const kept = await imports.require(id);
    if (kept.jobId !== null) throw new Refusal("podcast_import.started");
    return kept;
  }

  async function queue(kept: KeptImport) {
    const { classroomId } = await openChannels(database).require(kept.channelId);
    await imports.setJob(kept.id, await jobs.enqueue("import-podcast", { importId: kept.id }, classroomId));
    return tell(kept.id);
  }

  async function listFolders(): Promise<string[]> {
    if (offeredDirectory === undefined) return [];
    const entries = await readdir(offeredDirectory, { withFileTypes: true }).catch(() => []);
    return entries.flatMap((entry) => (entry.isDirectory() && !isHidden(entry.name) ? [entry.name] : [])).sort();
  }

  return {
    fromFeed: (channelId, url) =>
      create(channelId, "feed", url, async () => {
        const fetched = await fetchPublic(url, { maxBytes: largestFeedBytes, timeoutMs: feedTimeoutMs });
        return fromAddress(await readFeed(await buffer(fetched.body)), fetched.url);
      }),
    listFolders,
    fromFolder: async (channelId, folder) => {
      const isOffered = (await listFolders()).includes(folder);
      if (!isOffered || offeredDirectory === undefined) throw new Refusal("podcast_import.not_found");
      return create(channelId, "folder", folder, () => planFolder(join(offeredDirectory, folder)));
    },
    fromFiles: async (channelId) => tell(await imports.create(channelId, "files", null)),
    addFile: (id, name, path) =>
      inTurn(id, async () => {
        const kept = await requirePreview(id);
        const folder = sourceDirectory(parts, kept);
        await mkdir(folder, { recursive: true });
        await takeFile(folder, name, path);
        await look(kept, await planFolder(folder));
        return tell(id);
      }),
    tell,
    listOf: async (channelId) => Promise.all((await imports.listOf(channelId)).map(({ id }) => tell(id))),
    start: (id, { answer, isChannelToo }, by) =>
      inTurn(id, async () => {
        const kept = await requirePreview(id);
        const waiting = (await imports.itemsOf(id)).filter(({ state }) => state === "waiting");
        if (waiting.length === 0) throw new Refusal("podcast_import.nothing");
        await imports.setChannelToo(id, isChannelToo);
        if (answer !== null) await noteAnswer(parts, kept, answer, by);
        return queue(kept);
      }),
    answer: async (id, answer, by) => {
      const kept = await imports.require(id);
      await noteAnswer(parts, kept, answer, by.accountId);
      await followAnswer(parts, kept, answer, by);
      return tell(id);
    },
    stop: (id) =>
      inTurn(id, async () => {
        const { jobId } = await imports.require(id);
        if (jobId !== null) {
          await jobs.cancel(jobId);
          return;
        }
        await imports.remove(id);
        await rm(importDirectory(mediaDirectory, id), { recursive: true, force: true });
      }),
    retry: async (id) => {
      const kept = await imports.require(id);
      const { state, episodes } = await tell(id);
      const isOver = state === "failed" || state === "cancelled" || state === "done";
      const isWhole = episodes.every((episode) => episode.state === "done" || episode.state === "known");
      if (!isOver || isWhole) throw new Refusal("job.not_failed");
      await imports.waitAgain(id);
      return queue(kept);
    },
    [Symbol.asyncDispose]: () => jobs[Symbol.asyncDispose](),
  };
}

async function takeFile(folder: string, name: string, path: string): Promise<void> {
  if ((await fileTypeFromFile(path))?.mime === "application/zip") return unpackZip(path, folder);
  const own = basename(name.replaceAll("\\", "/"));
  const to = pathWithin(folder, own);
  if (fileKind(own) === undefined || isHidden(own) || to === undefined) throw new Refusal("podcast_import.not_sound");
  await mkdir(dirname(to), { recursive: true });
  await rename(path, to);
}

async function noteAnswer({ database, clock }: Parts, kept: KeptImport, answer: VoicesAnswer, by: AccountId) {
  await openPodcastImports(database, clock).answer(kept.id, answer, by);
  const act = { actor: `account:${by}`, act: "podcast.voicesAnswered", target: `channel:${kept.channelId}` };
  await openAudit(database, clock).write({ ...act, detail: answer.reach });
}

async function followAnswer({ database, archive }: Parts, kept: KeptImport, { reach }: VoicesAnswer, by: StaffActor) {
  const episodes = openEpisodes(database);
  const { visibility } = await openChannels(database).require(kept.channelId);
  for (const id of await openPodcastImports(database).episodesOf(kept.id)) {
    const { state, visibility: own } = await episodes.require(id);
    const isTooWide = !reaches(reach, narrower(visibility, own));
    if (isTooWide) await archive.change(id, { visibility: reach }, by);
    // Only the first answer publishes: what was taken back since stays back.
    if (state === "rendered" && kept.answeredBy === null) await archive.publish(id, by);
  }
}
