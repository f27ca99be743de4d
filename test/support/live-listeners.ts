import { writeFile } from "node:fs/promises";
import { vi } from "vitest";

/** A player of HLS: asks for the playlist as players do, and keeps all that it gets. */
export type HlsListener = { heard(): Promise<string[]>; playlists: string[]; stop(): Promise<void> };

/** Listens to one rendition until it ends or is stopped; `heard` writes what came to files, one for each run of the encoder, and names them. */
export function listenToHls(url: string, path: string, headers: Record<string, string> = {}): HlsListener {
  const parts = new Map<string, Buffer>();
  const playlists: string[] = [];
  const stop = new AbortController();
  const fetchBytes = async (address: string) => {
    const response = await fetch(address, { headers, signal: stop.signal });
    if (!response.ok) throw new Error(`${response.status} for ${address}`);
    return Buffer.from(await response.arrayBuffer());
  };
  const look = async () => {
    const playlist = (await fetchBytes(url)).toString("utf8");
    playlists.push(playlist);
    for (const [, name] of playlist.matchAll(/^(?:#EXT-X-MAP:URI=")?([^#"\n]+\.(?:mp4|m4s))"?$/gm)) {
      const address = new URL(name!, url).href;
      if (!parts.has(address)) parts.set(address, await fetchBytes(address));
    }
    return playlist.includes("#EXT-X-ENDLIST");
  };
  const listening = vi.waitFor(
    async () => {
      if (!stop.signal.aborted && !(await look())) throw new Error("the playlist goes on");
    },
    { timeout: 240_000, interval: 500 },
  );
  listening.catch(() => undefined);
  return {
    playlists,
    stop: () => {
      stop.abort();
      return listening;
    },
    heard: async () => {
      await listening;
      const runs: Buffer[][] = [];
      for (const [address, bytes] of parts) {
        if (/init-\d+\.mp4$/.test(address)) runs.push([]);
        runs.at(-1)?.push(bytes);
      }
      const paths = runs.map((_, index) => `${path}-${index + 1}.mp4`);
      await Promise.all(paths.map((name, index) => writeFile(name, Buffer.concat(runs[index]!))));
      return paths;
    },
  };
}

/** A radio on the MP3 mount: keeps its bytes, and its words apart from them. */
export async function listenToMp3(url: string, path: string, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const response = await fetch(url, { headers: { "Icy-MetaData": "1", ...headers }, signal: stop.signal });
  const chunks: Buffer[] = [];
  const reading = (async () => {
    for await (const chunk of response.body ?? []) chunks.push(Buffer.from(chunk as Uint8Array));
  })().catch((error: unknown) => {
    if (!stop.signal.aborted) throw error;
  });
  reading.catch(() => undefined);
  const parted = () => partWords(Buffer.concat(chunks), Number(response.headers.get("icy-metaint")));
  return {
    response,
    bytes: () => chunks.reduce((sum, { length }) => sum + length, 0),
    titles: () => parted().titles,
    stop: () => {
      stop.abort();
      return reading;
    },
    heard: async () => {
      await reading;
      await writeFile(path, parted().sound);
      return path;
    },
  };
}

function partWords(bytes: Buffer, interval: number): { sound: Buffer; titles: string[] } {
  const sound: Buffer[] = [];
  const titles: string[] = [];
  for (let at = 0; at < bytes.length;) {
    sound.push(bytes.subarray(at, at + interval));
    at += interval;
    if (at >= bytes.length) break;
    const length = bytes.readUInt8(at) * 16;
    const words = bytes.toString("utf8", at + 1, at + 1 + length).replace(/\0+$/, "");
    const title = /^StreamTitle='(.*)';$/.exec(words)?.[1];
    if (title !== undefined) titles.push(title);
    at += 1 + length;
  }
  return { sound: Buffer.concat(sound), titles };
}
