import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isMirrored } from "../../../server/backup/mirror.ts";
import { listenersName } from "../../../server/store/listeners-name.ts";
import { openCountedEpisode, rangeOf, type Ask } from "../../support/counted-episode.ts";
import { bytesIn, filesWith } from "../../support/files-with.ts";

type House = Awaited<ReturnType<typeof openCountedEpisode>>;
type Visit = (house: House, ask: Ask) => Promise<unknown>;

const browser = (word: number) =>
  `Mozilla/5.0 (Linux; Android 13; Telephone ${word}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Mobile Safari/537.36`;
const whole: Visit = (house, ask) => house.hear(ask);
const seconds =
  (from: number, to: number): Visit =>
  (house, ask) =>
    house.hear({ ...ask, headers: { ...ask.headers, ...rangeOf(from, to) } });
const inOrder =
  (...visits: Visit[]): Visit =>
  async (house, ask) => {
    for (const visit of visits) await visit(house, ask);
  };
const leaving =
  (seconds: number): Visit =>
  (house, ask) =>
    house.leave(ask, seconds);
const unheard =
  (part: Partial<Ask>): Visit =>
  (house, ask) =>
    house.ask({ ...ask, ...part });

/** What people and machines do with an episode, and how many listenings that is. */
const visits: readonly (readonly [truth: number, Visit])[] = [
  [1, whole],
  [1, inOrder(...Array.from({ length: 8 }, (_, index) => seconds(index * 15, index * 15 + 15)))],
  [1, inOrder(whole, whole)],
  [1, inOrder(seconds(0, 40), seconds(80, 105))],
  [1, inOrder(unheard({ headers: { range: "bytes=0-1" } }), whole)],
  [1, inOrder(unheard({ method: "HEAD" }), whole)],
  [0, seconds(0, 40)],
  [0, leaving(50)],
  [1, leaving(70)],
  [0, inOrder(seconds(0, 40), seconds(0, 40), seconds(10, 45))],
  [0, unheard({ method: "HEAD" })],
  [0, unheard({ headers: { "sec-purpose": "prefetch" } })],
  [0, unheard({ headers: { "x-moz": "prefetch" } })],
  [0, unheard({ userAgent: "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)" })],
  [0, unheard({ userAgent: "python-requests/2.31.0" })],
  [0, unheard({ userAgent: "PocketCasts/1.0 (Pocket Casts Feed Parser; +http://pocketcasts.com/)" })],
  [0, unheard({ userAgent: "atc/1.0 watchOS/10.0 model/Watch6,1" })],
  [0, unheard({ userAgent: "" })],
  [0, unheard({ headers: { range: "bytes=99999999-" } })],
  [0, unheard({ headers: { range: "bytes=0-1" } })],
];
const apps = [
  "AntennaPod/3.4.0",
  "Overcast/2024.8 (+http://overcast.fm/; iOS podcast app)",
  "gPodder/3.11",
  "mpv 0.35",
];

const day = Date.parse("2026-11-17T00:00:00+01:00");
const hour = 3_600_000;

test("a replayed day is counted as it was: ranges, retries, who leaves in the middle, robots, prefetch, HEAD, two phones of a home, midnight and a restart", async () => {
  await using house = await openCountedEpisode();
  const { clock } = house;
  const truth: Record<string, number> = { "2026-11-17": 0, "2026-11-18": 0 };
  const lines: string[] = [];
  const lineOf = (word: number) => {
    lines.push(`198.51.${100 + (word >> 8)}.${word & 255}`);
    return lines.at(-1)!;
  };
  const laggards = [7, 8, 9].map((word) => ({ line: `203.0.113.${word}`, userAgent: browser(word) }));
  const goTo = (at: number) => (clock.now = day + at);

  for (let word = 0; word < 360; word++) {
    goTo(8 * hour + word * 60_000);
    const [listenings, visit] = visits[word % visits.length]!;
    await visit(house, { line: lineOf(word), userAgent: word % 3 === 0 ? apps[word % apps.length]! : browser(word) });
    truth["2026-11-17"]! += listenings;
    // Somebody listens before the restart and after it, and is the same listener.
    if (word === 180) for (const late of laggards) await seconds(0, 40)(house, late);
    if (word === 200) await house.restart();
    if (word === 210) for (const late of laggards) await seconds(40, 80)(house, late);
    if (word === 211) await whole(house, { line: lines[0]!, userAgent: apps[0]! });
  }
  truth["2026-11-17"]! += laggards.length;

  for (const userAgent of [browser(1_001), browser(1_002), browser(1_001)])
    await whole(house, { line: "192.0.2.9", userAgent });
  truth["2026-11-17"]! += 2;
  // The telephones of one IPv6 line that are of one make cannot be told apart: IAB 2.1 cuts addresses to 64 bits.
  for (const line of ["2001:db8:7::1", "2001:db8:7::2"]) await whole(house, { line, userAgent: browser(1_003) });
  truth["2026-11-17"]! += 1;

  goTo(24 * hour - 120_000);
  await seconds(0, 50)(house, { line: "192.0.2.20", userAgent: browser(20) });
  await whole(house, { line: "192.0.2.21", userAgent: browser(21) });
  goTo(24 * hour + 120_000);
  await seconds(50, 120)(house, { line: "192.0.2.20", userAgent: browser(20) });
  await seconds(50, 120)(house, { line: "192.0.2.21", userAgent: browser(21) });
  await whole(house, { line: "192.0.2.22", userAgent: browser(22) });
  truth["2026-11-17"]! += 2;
  truth["2026-11-18"]! += 1;
  goTo(33 * hour);
  await whole(house, { line: lines[0]!, userAgent: apps[0]! });
  truth["2026-11-18"]! += 1;

  expect(await house.counted()).toEqual(truth);
  expect(house.bugs).toEqual([]);

  await house.restart();
  const onDisk = await bytesIn(house.directory);
  expect(onDisk.includes(house.id), "what is on the disk is read").toBe(true);
  for (const secret of [...lines, "203.0.113.", "192.0.2.", "2001:db8:7", "Telephone", ...apps])
    expect(onDisk.includes(secret), secret).toBe(false);
  for (const line of lines.slice(0, 20)) {
    for (const hash of ["md5", "sha1", "sha256"]) {
      const digest = createHash(hash).update(line).digest();
      for (const spelled of [digest, Buffer.from(digest.toString("hex")), Buffer.from(digest.toString("base64url"))])
        expect(onDisk.includes(spelled), line).toBe(false);
    }
  }
});

test("a process that is killed loses half a minute of counting, and counts nobody twice", async () => {
  await using house = await openCountedEpisode();
  const one = { line: "192.0.2.1", userAgent: browser(1) };
  await house.hear(one);
  expect(await house.counted()).toEqual({ "2026-11-17": 1 });
  await house.hear({ line: "192.0.2.2", userAgent: browser(2) });
  await house.kill();
  await house.hear(one);
  expect(await house.counted()).toEqual({ "2026-11-17": 1 });
});

test("the salt of a day is gone from the disk with it, and no backup has ever held it", async () => {
  await using house = await openCountedEpisode();
  const one = { line: "192.0.2.1", userAgent: browser(1) };
  await house.hear(one);
  await house.count.keep();
  const saltIn = async () => {
    const kept = JSON.parse(await readFile(join(house.directory, listenersName), "utf8")) as { salt: string }[];
    return kept.map(({ salt }) => salt);
  };
  const [first = ""] = await saltIn();
  expect(isMirrored(listenersName)).toBe(false);
  house.clock.now += 24 * hour;
  await house.count.keep();
  expect(await saltIn()).not.toContain(first);
  expect(await filesWith(house.directory, Buffer.from(first))).toEqual([]);
});
