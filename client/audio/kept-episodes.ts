import type { Episode } from "../../schemas/episodes.ts";
import type { ChannelPage } from "../../schemas/listening.ts";

/** Where sounds are kept for listening without a network; the service worker answers from there (client/worker/kept-sounds.ts). */
export const keptPlace = "antenne.kept";

/** A radio of which something is kept: its page with these episodes only, and the bytes that each of them takes. */
export type KeptRadio = { page: ChannelPage; bytes: Record<string, number> };

/** What a station says of a radio of which something is kept; `unknown` when it does not answer. */
export type ToldOfRadio = ChannelPage | "gone" | "unknown";

const addressOf = (slug: string) => `/kept/${slug}`;
const slugIn = (url: string) => /^\/kept\/(.+)$/.exec(new URL(url).pathname)?.[1];

/** Whether this browser can keep anything: over HTTPS, or on the machine itself. */
export const canKeep = (): boolean => isSecureContext && "caches" in globalThis && "serviceWorker" in navigator;

/** The files of an episode: the sound that this browser plays, the drawing of it, the text. */
const filesOf = (episode: Episode, soundUrl: string): string[] =>
  [soundUrl, episode.peaksUrl, episode.transcript?.url].filter((url) => typeof url === "string");

const everyFileOf = (episode: Episode): string[] => episode.enclosures.flatMap(({ url }) => filesOf(episode, url));

/**
 * The page as it may lie on a device: without the private address of the feed, which opens everything to whoever finds it, with nobody signed in, and without
 * names, which a family may take back.
 */
const withoutSecrets = (page: ChannelPage, episodes: Episode[]): ChannelPage => ({
  ...page,
  ...{ episodes, feed: null, persons: {}, isSignedIn: false, liveShow: null, nextShow: null },
});

/** What is kept of a radio; `undefined` when nothing is. */
export async function findKept(slug: string): Promise<KeptRadio | undefined> {
  if (!canKeep()) return undefined;
  const found = await caches.match(addressOf(slug), { cacheName: keptPlace });
  return found && ((await found.json()) as KeptRadio);
}

/** Everything that is kept on this device. */
export async function listKept(): Promise<KeptRadio[]> {
  if (!canKeep() || !(await caches.has(keptPlace))) return [];
  const cache = await caches.open(keptPlace);
  const slugs = (await cache.keys()).flatMap(({ url }) => slugIn(url) ?? []);
  return (await Promise.all(slugs.map(findKept))).filter((radio) => radio !== undefined);
}

async function write(slug: string, { page, bytes }: KeptRadio): Promise<void> {
  const cache = await caches.open(keptPlace);
  if (page.episodes.length === 0) await cache.delete(addressOf(slug));
  else await cache.put(addressOf(slug), Response.json({ page, bytes }));
}

/** Fetches a whole file, telling how much of it is here. */
async function fetchWhole(url: string, onShare: (share: number) => void, signal: AbortSignal): Promise<Blob> {
  const answer = await fetch(url, { signal });
  if (!answer.ok || answer.body === null) throw new Error(`${url} cannot be kept.`);
  const whole = Number(answer.headers.get("content-length") ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (const reader = answer.body.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
    if (whole > 0) onShare(Math.min(1, length / whole));
  }
  return new Blob(parts, { type: answer.headers.get("content-type") ?? "" });
}

const keepFile = async (cache: Cache, url: string, file: Blob) =>
  cache.put(url, new Response(file, { headers: { "Content-Type": file.type } }));

/** Keeps an episode with the sound at `soundUrl`; `onShare` hears how much is here, of 0 to 1. Nothing of it stays when it fails. */
export async function keepEpisode(
  page: ChannelPage,
  episode: Episode,
  { soundUrl, onShare, signal }: { soundUrl: string; onShare: (share: number) => void; signal: AbortSignal },
): Promise<void> {
  const cache = await caches.open(keptPlace);
  try {
    const sound = await fetchWhole(soundUrl, onShare, signal);
    await keepFile(cache, soundUrl, sound);
    for (const url of filesOf(episode, soundUrl).slice(1)) {
      await keepFile(cache, url, await fetchWhole(url, () => undefined, signal));
    }
    const known = await findKept(page.channel.slug);
    const others = (known?.page.episodes ?? []).filter(({ id }) => id !== episode.id);
    const bytes = { ...known?.bytes, [episode.id]: sound.size };
    // The sound that is here, and no other, is what a page without a network plays.
    const kept = { ...episode, enclosures: episode.enclosures.filter(({ url }) => url === soundUrl) };
    await write(page.channel.slug, { page: withoutSecrets(page, [kept, ...others]), bytes });
  } catch (error) {
    for (const url of filesOf(episode, soundUrl)) await cache.delete(url);
    throw error;
  }
}

/** Takes an episode from this device. */
export async function removeKept(slug: string, episodeId: string): Promise<void> {
  const known = await findKept(slug);
  if (known === undefined) return;
  const cache = await caches.open(keptPlace);
  const gone = known.page.episodes.filter(({ id }) => id === episodeId);
  for (const url of gone.flatMap(everyFileOf)) await cache.delete(url);
  const episodes = known.page.episodes.filter(({ id }) => id !== episodeId);
  await write(slug, { ...known, page: { ...known.page, episodes } });
}

/** Takes everything from this device. */
export async function clearKept(): Promise<void> {
  if (canKeep()) await caches.delete(keptPlace);
}

/** Takes from this device what a radio no longer tells: an episode that is withdrawn, or was made anew without a voice; all, when the radio is closed to it. */
export async function settleKept(slug: string, told: ToldOfRadio): Promise<void> {
  if (told === "unknown") return;
  const known = await findKept(slug);
  if (known === undefined) return;
  const still = told === "gone" ? [] : told.episodes;
  const sounds = new Set(still.flatMap(({ enclosures }) => enclosures.map(({ url }) => url)));
  const isSame = ({ enclosures }: Episode) => enclosures.every(({ url }) => sounds.has(url));
  for (const { id } of known.page.episodes.filter((each) => !isSame(each))) await removeKept(slug, id);
}

/** Asks the station about every radio of which something is kept, and takes away what it no longer tells. */
export async function settleAll(ask: (slug: string) => Promise<ToldOfRadio>): Promise<void> {
  for (const { page } of await listKept()) await settleKept(page.channel.slug, await ask(page.channel.slug));
}
