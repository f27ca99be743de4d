import { expect, test } from "vitest";
import { appLinks, deviceOf, feedPathIn, feedUrlOf, handOverUrlOf } from "../../../client/ui/feed-links.ts";
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
    { format: "low", mimeType: "audio/webm; codecs=opus", byteLength: 1_500_000, bitrate: 24_000, url: "/a.webm" },
  ],
} as unknown as Episode;

test("the lightest file is tried first, the one for little data by those who want little; the MP3 is the one to keep", () => {
  const files = (isForLittleData: boolean) =>
    trackOf(episode, "Radio Hirondelle", isForLittleData).sources.map(({ url }) => url);
  expect(files(false)).toEqual(["/a.opus", "/a.mp3"]);
  expect(files(true)).toEqual(["/a.webm", "/a.opus", "/a.mp3"]);
  expect(downloadOf(episode)?.url).toBe("/a.mp3");
  const kept = { ...episode, enclosures: episode.enclosures.filter(({ format }) => format === "low") };
  expect(trackOf(kept, "Radio Hirondelle", false).sources, "what a device kept is played").toHaveLength(1);
});

test("a feed is handed to the apps on the device and to no other site", () => {
  const links = appLinks(feedUrlOf("https://radio.ecole.fr", "/feeds/radio-hirondelle"));
  expect(links.map(({ href }) => href)).toContain("podcast://radio.ecole.fr/feeds/radio-hirondelle.xml");
  expect(links.every(({ href }) => !href.startsWith("http"))).toBe(true);
  const feed = "https://radio.ecole.fr/feeds/radio-hirondelle.xml";
  expect(links.find(({ name }) => name === "Overcast")?.href).toBe(
    `overcast://x-callback-url/add?url=${encodeURIComponent(feed)}`,
  );
  expect(links.find(({ name }) => name === "gPodder")?.href).toBe(`gpodder:${feed}`);
});

test("each device is offered the apps that run on it, an iPad that calls itself a Mac too", () => {
  const appsOn = (userAgent: string, maxTouchPoints = 5) => {
    const device = deviceOf({ userAgent, maxTouchPoints });
    return appLinks("https://radio.ecole.fr/feeds/x.xml")
      .filter(({ devices }) => devices.includes(device))
      .map(({ name }) => name);
  };
  expect(appsOn("Mozilla/5.0 (Linux; Android 15; Pixel 8)")).toEqual(["AntennaPod", "Pocket Casts", "Podcast Addict"]);
  const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
  expect(appsOn(mac)).toEqual(["Apple Podcasts", "Pocket Casts", "Overcast"]);
  expect(appsOn(mac, 0)).toEqual(["Apple Podcasts"]);
  expect(appsOn("Mozilla/5.0 (X11; Linux x86_64)", 0)).toEqual(["gPodder"]);
});

test("a QR code carries a feed behind the #, and nothing else is taken for one", () => {
  const path = `/prive/${"a".repeat(22)}/feeds/radio-hirondelle`;
  expect(feedPathIn(new URL(handOverUrlOf("https://radio.ecole.fr", path, "ar")).hash)).toBe(path);
  for (const hash of ["", "#", "#//evil.example/feeds/x", "#/feeds/x.xml", "#/prive/short/feeds/x", "#/api/feeds/x"])
    expect([hash, feedPathIn(hash)]).toEqual([hash, undefined]);
});
