import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { mostImportedEpisodes } from "../../../schemas/podcast-imports.ts";
import { isAddress } from "./import-directory.ts";
import { fileKind, isHidden } from "./file-kinds.ts";
import type { PlannedEpisode, PodcastPlan } from "./plan-feed.ts";
import { largestFeedBytes, readFeed } from "./read-feed.ts";

type Listed = { name: string; byteLength: number; modifiedAt: number };

/** What a folder offers: by the feed that lies in it, else by its files' names. No link is followed. */
export async function planFolder(folder: string): Promise<PodcastPlan> {
  const files = await filesBelow(folder);
  const sounds = files.filter(({ name }) => fileKind(name) === "sound");
  const plan = await planByFeed(folder, files);
  if (plan !== undefined) return plan;
  const names = new Set(files.map(({ name }) => name));
  const episodes = sounds.map((sound) => episodeOf(sound, names));
  return { title: "", description: "", coverSource: coverOf(files), episodes: inOrder(episodes) };
}

async function filesBelow(folder: string): Promise<Listed[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const names = paths.map((path) => path.slice(folder.length + 1).replaceAll("\\", "/"));
  const told = names.filter((name) => !isHidden(name) && fileKind(name) !== undefined);
  // One more than may be imported shows that there are too many.
  const some = told.toSorted((a, b) => a.localeCompare(b, "fr", { numeric: true })).slice(0, 6 * mostImportedEpisodes);
  return Promise.all(
    some.map(async (name) => {
      const { size, mtimeMs } = await stat(join(folder, name));
      return { name, byteLength: size, modifiedAt: mtimeMs };
    }),
  );
}

/** The first document at the folder's top that is a feed with sounds; what it names and lies beside it is taken from here. */
async function planByFeed(folder: string, files: readonly Listed[]): Promise<PodcastPlan | undefined> {
  const documents = files.filter(({ name }) => fileKind(name) === "feed" && !name.includes("/"));
  for (const { name, byteLength } of documents.filter((file) => file.byteLength <= largestFeedBytes).slice(0, 3)) {
    if (byteLength === 0) continue;
    const plan = await readFeed(await readFile(join(folder, name))).catch(() => undefined);
    const taken = plan && takenFrom(plan, files);
    if (taken !== undefined && taken.episodes.length > 0) return taken;
  }
  return undefined;
}

function takenFrom(plan: PodcastPlan, files: readonly Listed[]): PodcastPlan {
  const find = fileFinder(sourcesOf(plan), files);
  const nameOf = (source: string | null) =>
    source === null ? null : (find(source)?.name ?? (isAddress(source) ? source : null));
  return {
    ...plan,
    coverSource: nameOf(plan.coverSource),
    episodes: plan.episodes.flatMap((episode): PlannedEpisode[] => {
      const file = find(episode.soundSource);
      const { words } = episode;
      const sources = { coverSource: nameOf(words.coverSource), chaptersSource: nameOf(words.chaptersSource) };
      const told = { ...episode, words: { ...words, ...sources } };
      if (file !== undefined) return [{ ...told, soundSource: file.name, byteLength: file.byteLength }];
      return isAddress(episode.soundSource) ? [told] : [];
    }),
  };
}

const sourcesOf = ({ coverSource, episodes }: PodcastPlan): string[] =>
  [
    coverSource,
    ...episodes.flatMap(({ soundSource, words }) => [soundSource, words.coverSource, words.chaptersSource]),
  ].filter((source) => source !== null);

/** Ends of a path that are looked at: `c`, `b/c`, `a/b/c`. Longer ones tell no more files apart. */
const mostNames = 4;

const endsOf = (path: string): string[] => {
  const names = path.split("/").slice(-mostNames);
  return names.map((_, index) => names.slice(index).join("/"));
};

/** A source's file: the very one that its path names, else that which ends like it as far as any does, when no other file and no other source ends so. */
function fileFinder(sources: readonly string[], files: readonly Listed[]) {
  const whole = new Map(files.map((file) => [file.name, file]));
  const named = Map.groupBy(
    files.flatMap((file) => endsOf(file.name).map((end) => ({ file, end }))),
    ({ end }) => end,
  );
  const asked = Map.groupBy([...new Set(sources.map(pathOf))].flatMap(endsOf), (end) => end);
  return (source: string): Listed | undefined => {
    const path = pathOf(source);
    const end = endsOf(path).find((each) => named.has(each)) ?? "";
    const [first, ...others] = named.get(end) ?? [];
    const isSure = others.length === 0 && asked.get(end)?.length === 1;
    return whole.get(path) ?? (isSure ? first?.file : undefined);
  };
}

function pathOf(source: string): string {
  const path = isAddress(source) ? (URL.parse(source)?.pathname ?? "") : source;
  try {
    return decodeURIComponent(path).replace(/^[./]+/, "");
  } catch {
    return path;
  }
}

const dated = /^(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?!\d)[\s_.-]*/;
const numbered = /^(?:(?:episode|épisode|ep|n°)[\s_.-]*)?(\d{1,3})(?!\d)[\s_.-]+/i;

function episodeOf({ name, byteLength, modifiedAt }: Listed, names: ReadonlySet<string>): PlannedEpisode {
  const bare = basename(name, extname(name)).normalize();
  const [, year, month, day] = dated.exec(bare) ?? [];
  const at = year === undefined ? Number.NaN : Date.parse(`${year}-${month}-${day}T12:00:00Z`);
  const undated = Number.isNaN(at) ? bare : bare.replace(dated, "");
  const number = Number(numbered.exec(undated)?.[1] ?? 0);
  const rest = undated.replace(numbered, "").replaceAll("_", " ").trim();
  const stem = name.slice(0, -extname(name).length);
  const beside = (...endings: string[]) =>
    endings.map((ending) => stem + ending).find((each) => names.has(each)) ?? null;
  return {
    guid: null,
    soundSource: name,
    byteLength: byteLength > 0 ? byteLength : null,
    words: {
      title: (rest || bare || "Sans titre").slice(0, 120).toWellFormed(),
      description: "",
      publishedAt: new Date(Number.isNaN(at) ? modifiedAt : at).toISOString(),
      season: null,
      number: number > 0 ? number : null,
      isExplicit: false,
      chapters: [],
      soundbites: [],
      licence: null,
      chaptersSource: beside(".chapters.json", ".json"),
      coverSource: beside(".jpg", ".jpeg", ".png", ".webp"),
    },
  };
}

const coverOf = (files: readonly Listed[]) =>
  files.find(({ name }) => /^(cover|pochette|folder|podcast)\.(jpe?g|png|webp)$/i.test(name))?.name ?? null;

// By date, and by name where files came together.
const inOrder = (episodes: PlannedEpisode[]) =>
  episodes
    .toSorted((a, b) =>
      (a.words.publishedAt ?? "").slice(0, 10).localeCompare((b.words.publishedAt ?? "").slice(0, 10)),
    )
    .slice(0, mostImportedEpisodes + 1);
