import { expect, test } from "vitest";
import { canBeKept, partOf } from "../../../client/worker/kept-sounds.ts";

const sound = () => new Response(new Blob(["0123456789"], { type: "audio/mpeg" }));
const told = async (range: string | null) => {
  const answer = await partOf(sound(), range);
  return [answer.status, answer.headers.get("content-range"), await answer.text()];
};

test("a kept sound is told in the parts that a player asks for", async () => {
  expect(await told(null)).toEqual([200, null, "0123456789"]);
  expect(await told("bytes=0-")).toEqual([206, "bytes 0-9/10", "0123456789"]);
  expect(await told("bytes=3-5")).toEqual([206, "bytes 3-5/10", "345"]);
  expect(await told("bytes=-4")).toEqual([206, "bytes 6-9/10", "6789"]);
  expect(await told("bytes=8-200")).toEqual([206, "bytes 8-9/10", "89"]);
  expect(await told("bytes=10-")).toEqual([416, "bytes */10", ""]);
});

test("only an episode's own files come from what is kept, and nothing behind a private address", () => {
  expect(canBeKept("/media/episodes/e/1/episode.opus")).toBe(true);
  expect(canBeKept("/media/transcripts/e/1.vtt")).toBe(true);
  for (const path of ["/prive/token/media/episodes/e/1/episode.mp3", "/live/radio.mp3", "/api/channels/radio"])
    expect([path, canBeKept(path)]).toEqual([path, false]);
});
