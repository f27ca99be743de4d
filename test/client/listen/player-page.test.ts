import { expect, test } from "vitest";
import { appLinks, feedUrlOf } from "../../../client/listen/feed-links.ts";
import { moveOf } from "../../../client/listen/player-keys.ts";
import { downloadOf, trackOf } from "../../../client/listen/track-of.ts";
import type { Episode } from "../../../schemas/episodes.ts";

const press = (key: string, more: { ctrlKey?: boolean; inside?: string } = {}) =>
  moveOf({
    key,
    ctrlKey: more.ctrlKey ?? false,
    metaKey: false,
    altKey: false,
    target: { closest: () => more.inside ?? null } as unknown as EventTarget,
  });

test("space plays and pauses, arrows jump fifteen seconds", () => {
  expect(press(" ")).toEqual({ kind: "toggle" });
  expect(press("ArrowLeft")).toEqual({ kind: "jump", seconds: -15 });
  expect(press("ArrowRight")).toEqual({ kind: "jump", seconds: 15 });
  expect(press("a")).toBeUndefined();
});

test("a key that the focus needs, or that goes with a modifier, is left alone", () => {
  expect(press(" ", { inside: "button" })).toBeUndefined();
  expect(press("ArrowRight", { ctrlKey: true })).toBeUndefined();
});

const episode = {
  id: "e",
  title: "Le préau la nuit",
  coverUrl: "/media/covers/episodes/e/1.jpg",
  durationSeconds: 484,
  enclosures: [
    { format: "mp3", mimeType: "audio/mpeg", byteLength: 7_000_000, bitrate: 128_000, url: "/a.mp3" },
    { format: "opus", mimeType: "audio/ogg; codecs=opus", byteLength: 3_000_000, bitrate: 64_000, url: "/a.opus" },
  ],
} as unknown as Episode;

test("the lightest file is tried first, the MP3 is the one to keep", () => {
  expect(trackOf(episode, "Radio Hirondelle").sources.map(({ url }) => url)).toEqual(["/a.opus", "/a.mp3"]);
  expect(downloadOf(episode)?.url).toBe("/a.mp3");
});

test("a feed is handed to the apps on the device and to no other site", () => {
  const links = appLinks(feedUrlOf("https://radio.ecole.fr", "/feeds/radio-hirondelle"));
  expect(links.map(({ href }) => href)).toContain("podcast://radio.ecole.fr/feeds/radio-hirondelle.xml");
  expect(links.every(({ href }) => !href.startsWith("http"))).toBe(true);
});
