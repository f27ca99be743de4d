import { expect, test } from "vitest";
import { makeHlsRecovery } from "../../../client/audio/live/hls-recovery.ts";
import { waysOf } from "../../../client/audio/live/live-source.ts";
import { makeStallWatch, type StallMove } from "../../../client/audio/live/stall-watch.ts";

const ways = (vendor: string, plays: string[], feeds: boolean) =>
  waysOf({ vendor, canPlay: (type) => plays.includes(type), canFeed: () => feeds });
const hls = "application/vnd.apple.mpegurl";

test("Safari plays HLS by itself, others by hls.js, and an MP3 is there for all", () => {
  expect(ways("Apple Computer, Inc.", [hls], true)).toEqual(["ownHls", "hls", "mp3"]);
  expect(ways("Google Inc.", [hls], true)).toEqual(["hls", "mp3"]);
  // Firefox names no vendor; without AAC it has the MP3.
  expect(ways("", [], true)).toEqual(["hls", "mp3"]);
  expect(ways("", [], false)).toEqual(["mp3"]);
});

/** Asks a watch twice a second where the sound stands; tells what it did, and when. */
function listenTo(positionAt: (seconds: number) => number, seconds: number, onReopen: () => void = () => undefined) {
  const watch = makeStallWatch(0);
  const moves: [number, StallMove][] = [];
  const quiet: number[] = [];
  for (let at = 0; at <= seconds; at += 0.5) {
    const move = watch.heard(positionAt(at), at * 1_000);
    if (move !== "none") moves.push([at, move]);
    if (watch.isQuiet(at * 1_000)) quiet.push(at);
    if (move === "reopen") {
      onReopen();
      watch.opened(at * 1_000);
    }
  }
  return { moves, quiet };
}

test("sound that goes forward is left alone", () => {
  const { moves, quiet } = listenTo((at) => (at < 2 ? 0 : 50 + at), 60);
  expect(moves).toEqual([]);
  expect(quiet.at(-1)).toBeLessThanOrEqual(2.5);
});

test("a gap is told within a second and a half, and asked about after four", () => {
  const { moves, quiet } = listenTo((at) => 50 + (at < 20 ? at : Math.max(20, at - 5)), 60);
  expect(moves).toEqual([[24, "nudge"]]);
  expect(quiet.find((at) => at > 3)).toBeLessThanOrEqual(21.5);
  expect(quiet.at(-1)).toBeLessThanOrEqual(25.5);
});

test("what never comes is begun anew again and again, less and less often, and never given up", () => {
  const { moves } = listenTo(() => 0, 240);
  const openings = moves.filter(([, move]) => move === "reopen").map(([at]) => at);
  const waits = openings.map((at, index) => at - (openings[index - 1] ?? 0));
  expect(waits.slice(0, 5)).toEqual([10, 10, 15, 20, 30]);
  expect(waits.slice(5).every((wait) => wait === 30)).toBe(true);
  expect(240 - openings.at(-1)!).toBeLessThan(31);
});

test("after ten even seconds the next trouble is met as quickly as the first", () => {
  let from = 0;
  const { moves } = listenTo(
    (at) => (at < 50 || (at > 65 && at < 90) ? 100 + at : from),
    125,
    () => (from += 1),
  );
  const openings = moves.filter(([at, move]) => move === "reopen" && at > 90).map(([at]) => at);
  expect(openings[0]! - 89.5).toBeLessThanOrEqual(10.5);
});

test("sound that cannot be played gets a new decoder, then the other codec, then a new source, which waits longer each time", () => {
  const recovery = makeHlsRecovery();
  const cures = [0, 100, 200, 300, 400].map((at) => recovery.ofMedia(at));
  expect(cures.map(({ cure }) => cure)).toEqual(["recover", "swap", "reload", "reload", "reload"]);
  expect(cures.map(({ waitMs }) => waitMs)).toEqual([0, 0, 1_000, 2_000, 4_000]);
  expect(recovery.ofMedia(15_500).cure, "after fifteen even seconds").toBe("recover");
});

test("a station that does not answer is asked again for ever, at most every fifteen seconds, and soon again after it did", () => {
  const recovery = makeHlsRecovery();
  const waits = Array.from({ length: 50 }, () => recovery.ofNetwork());
  expect(waits.slice(0, 6)).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
  expect(Math.max(...waits)).toBe(15_000);
  recovery.loaded();
  expect(recovery.ofNetwork()).toBe(1_000);
});
