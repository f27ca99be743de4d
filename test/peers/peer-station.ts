import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import Parser from "rss-parser";
import { sha256, type PeerFeed } from "./peer.ts";

type Demo = { url: string; staffEmail: string; staffPassword: string; feedUrl: string };

/** The demonstration station on a port of this machine, with a sound on air, a public feed, and a private one that can be stopped. */
export async function openPeerStation() {
  const path = fileURLToPath(new URL("../../server/demo/main.ts", import.meta.url));
  const child = spawn(process.execPath, [path, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  const close = async () => {
    const gone = once(child, "exit");
    child.kill("SIGTERM");
    await gone;
  };
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith("{")) return { ...(await feedsOf(JSON.parse(line) as Demo)), [Symbol.asyncDispose]: close };
    }
    throw new Error("the station did not start");
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}

async function feedsOf({ url, staffEmail: email, staffPassword: password, feedUrl }: Demo) {
  const signedIn = await fetch(`${url}/api/sessions`, {
    ...{ method: "POST", body: JSON.stringify({ email, password }) },
    headers: { "content-type": "application/json", origin: url },
  });
  const cookie = signedIn.headers.getSetCookie()[0]!.split(";")[0]!;
  const ask = async (method: string, path: string, body?: object) => {
    const headers = { cookie, origin: url, "content-type": "application/json" };
    const answer = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status}`);
    return answer;
  };
  const told = async <Told>(path: string) => (await (await ask("GET", path)).json()) as Told;
  const [classroom] = await told<[{ id: string }]>("/api/classrooms");
  const ofClass = `/api/classrooms/${classroom.id}`;
  const { channels } = await told<{ channels: [{ id: string; slug: string }] }>(ofClass);
  const carts = await told<{ id: string; durationSeconds: number }[]>(`${ofClass}/carts`);
  const [{ id, slug }] = channels;
  const longest = carts.toSorted((one, other) => other.durationSeconds - one.durationSeconds)[0]!;
  await ask("PATCH", `/api/channels/${id}`, { interludeCartId: longest.id });
  const addresses = `${ofClass}/feed-addresses`;
  const made = await ask("POST", addresses, { device: "computer", isOwn: true });
  const own = (await made.json()) as { id: string; prefix: string };
  return {
    feeds: [
      await readFeed("public", feedUrl, `${url}/live/${slug}.mp3`),
      await readFeed("private", `${url}${own.prefix}/feeds/${slug}.xml`, `${url}${own.prefix}/live/${slug}.mp3`),
    ],
    /** The private address opens nothing any more. */
    stop: () => ask("DELETE", `${addresses}/${own.id}`),
  };
}

async function readFeed(name: string, url: string, liveUrl: string): Promise<PeerFeed> {
  const { items } = await new Parser().parseURL(url);
  const first = items[0] as { enclosure: { url: string }; itunes: { duration: string } };
  const sound = first.enclosure.url;
  const bytes = new Uint8Array(await (await fetch(sound)).arrayBuffer());
  const newest = { url: sound, sha256: sha256(bytes), seconds: Number(first.itunes.duration) };
  return { name, url, liveUrl, newest, titles: items.map(({ title }) => title ?? "") };
}
