import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { heldBytes, run, titlesIn, type Peer, type PeerFeed } from "./peer.ts";

const python = "/usr/bin/python3";

/** A parser of Debian's Python, which prints titles and enclosures as it reads them. */
function parser(name: string, script: string): Peer {
  const read = (feed: PeerFeed) => run(python, ["-c", script, feed.url]);
  return {
    ...{ name, packages: [`python3-${name}`], command: python },
    steps: {
      list: async (feed) => titlesIn((await read(feed)).output, feed),
      enclosure: async (feed) => {
        const isThere = (await read(feed)).output.includes(feed.newest.url);
        return { isRight: isThere, said: isThere ? "the enclosure’s address" : "another address" };
      },
    },
    refused: { feed: async (feed) => titlesIn((await read(feed)).output, feed, false) },
  };
}

const feedparser = parser(
  "feedparser",
  `import sys, feedparser
for entry in feedparser.parse(sys.argv[1]).entries: print(entry.title, entry.enclosures[0].href)`,
);

const podcastparser = parser(
  "podcastparser",
  `import sys, urllib.request, podcastparser
for entry in podcastparser.parse(sys.argv[1], urllib.request.urlopen(sys.argv[1]))["episodes"]: print(entry["title"], entry["enclosures"][0]["url"])`,
);

/** gPodder's command line, with a home of its own. */
const gpo = (directory: string, ...args: string[]) =>
  run("gpo", args, {
    env: { GPODDER_HOME: join(directory, "home"), GPODDER_DOWNLOAD_DIR: join(directory, "episodes") },
  });

const gpodder: Peer = {
  ...{ name: "gPodder", packages: ["gpodder"], command: "gpo" },
  steps: {
    subscribe: async (feed, directory) => {
      const { output } = await gpo(directory, "subscribe", feed.url);
      await gpo(directory, "update");
      const { output: listed } = await gpo(directory, "list");
      const isThere = listed.includes(feed.url);
      return { isRight: isThere, said: isThere ? "in its list" : output.trim().slice(-80) };
    },
    list: async (feed, directory) => titlesIn((await gpo(directory, "episodes", feed.url)).output, feed),
    download: async (feed, directory) => {
      await gpo(directory, "download", feed.url);
      return heldBytes(directory, feed);
    },
  },
  refused: {
    feed: async (feed, directory) => {
      const { output } = await gpo(join(directory, "anew"), "subscribe", feed.url);
      return titlesIn(output, feed, false);
    },
  },
};

/** newsboat over one feed, with a cache of its own. */
async function newsboat(feed: PeerFeed, directory: string, ...commands: string[]) {
  const [urls, cache, config] = ["urls", "cache.db", "config"].map((name) => join(directory, name));
  writeFileSync(urls!, `${feed.url}\n`);
  writeFileSync(config!, `download-path "${directory}/episodes/"\n`);
  const own = ["-u", urls!, "-c", cache!, "-C", config!];
  return run("newsboat", [...own, "-x", ...commands], { env: { HOME: directory, TERM: "xterm" } });
}

const newsboatPeer: Peer = {
  ...{ name: "newsboat/podboat", packages: ["newsboat"], command: "newsboat" },
  steps: {
    list: async (feed, directory) => {
      const { output } = await newsboat(feed, directory, "reload", "print-unread");
      const count = Number(/(\d+) unread/.exec(output)?.[1] ?? 0);
      return { isRight: count === feed.titles.length, said: `${count} of ${feed.titles.length} articles` };
    },
    // podboat takes what newsboat put into its queue, on a terminal; it stays open, and is stopped.
    download: async (feed, directory) => {
      const [queue, config, episodes] = ["queue", "podboat", "episodes"].map((name) => join(directory, name));
      mkdirSync(episodes!, { recursive: true });
      writeFileSync(queue!, `${feed.newest.url} "${join(episodes!, "episode.mp3")}"\n`);
      writeFileSync(config!, `download-path "${episodes!}/"\n`);
      const terminal = ["-qec", `podboat -a -C ${config!} -q ${queue!}`, "/dev/null"];
      const stopped = run("script", terminal, { timeoutMs: 15_000, env: { HOME: directory, TERM: "xterm" } });
      for (let tries = 0; tries < 60 && !heldBytes(episodes!, feed).isRight; tries += 1) await wait(200);
      const seen = heldBytes(episodes!, feed);
      await stopped;
      return seen;
    },
  },
  refused: {
    feed: async (feed, directory) => {
      const { output } = await newsboat(feed, join(directory), "reload", "print-unread");
      const count = Number(/(\d+) unread/.exec(output)?.[1] ?? 0);
      return { isRight: count === 0, said: `${count} articles` };
    },
  },
};

const needsDesktop = "wants a desktop session (display and D-Bus), and has no way to be driven without one";

/** Clients that subscribe: parsers, catchers, readers. */
export const catchers: readonly Peer[] = [
  feedparser,
  podcastparser,
  gpodder,
  newsboatPeer,
  ...["rhythmbox", "liferea"].map((name) => ({
    ...{ name, packages: [name], command: name, cannot: () => needsDesktop, steps: {}, refused: {} },
  })),
];
