import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { EpisodeId } from "../../../../schemas/ids.ts";
import { newId } from "../../../../server/store/new-id.ts";
import { openDoors } from "../../../support/doors.ts";
import { scratch } from "../../../support/scratch.ts";

const bytes = 1_000_000;
const order = { answer: null, isChannelToo: false };

/** Bytes that this process has read so far, from the disk or from its cache. */
const bytesRead = () => Number(/rchar: (\d+)/.exec(readFileSync("/proc/self/io", "utf8"))?.[1]);

test("a file of a podcast that is half here is read once, however many come after it; none comes after the start", async () => {
  using folder = scratch();
  await using doors = await openDoors();
  const { imports } = doors.newsroom;
  const { channel, teacher } = await doors.seedSchool();
  // A sound of the same length is in the channel: only then are files read to tell.
  const known = await imports.fromFiles(channel.id);
  const id = newId(EpisodeId);
  const of = { channelId: channel.id, title: "a" };
  const words = { description: "", chapters: "[]", enclosures: "[]", state: "rendered" };
  await doors.database
    .insertInto("episode")
    .values({ id, ...of, ...words, season: 1, number: 1, version: 1, recordedAt: 1, createdAt: 1 })
    .execute();
  const item = { importId: known.id, byteLength: bytes, state: "done", words: "{}", soundSource: "a.mp3" };
  await doors.database
    .insertInto("importedItem")
    .values({ ...of, ...item, episodeId: id, plannedEpisodeId: id })
    .execute();

  const begun = await imports.fromFiles(channel.id);
  const send = async (name: string) => {
    const path = folder.file("upload");
    writeFileSync(path, Buffer.alloc(bytes, name));
    return imports.addFile(begun.id, name, path);
  };
  for (let file = 0; file < 9; file++) await send(`${file}.mp3`);
  const before = bytesRead();
  expect((await send("9.mp3")).episodes).toHaveLength(10);
  expect(bytesRead() - before).toBeLessThan(2 * bytes);

  // One that comes while the import is begun is taken along or refused, and never in between.
  const [started, late] = await Promise.allSettled([imports.start(begun.id, order, teacher.id), send("late.mp3")]);
  expect(started.status).toBe("fulfilled");
  expect(late).toMatchObject({ status: "rejected", reason: { code: "podcast_import.started" } });
  await expect(imports.start(begun.id, order, teacher.id)).rejects.toMatchObject({ code: "podcast_import.started" });
  await imports.stop(begun.id).catch(() => undefined);
  expect((await imports.tell(begun.id)).episodes).toHaveLength(10);
});
