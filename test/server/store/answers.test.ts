import { expect, test } from "vitest";
import { keepAnswers } from "../../../server/store/answers.ts";
import { openDoors } from "../../support/doors.ts";

test("the database is asked once for what a thousand segments need to know, and again after anything is written", async () => {
  await using doors = await openDoors();
  const { store, database } = doors;
  const { channel } = await doors.seedSchool();
  let asked = 0;
  const keep = keepAnswers<string>(database);
  const title = () =>
    keep("title", async () => {
      asked += 1;
      return (await store.channels.require(channel.id)).title;
    });
  for (let segment = 0; segment < 1_000; segment += 1) expect(await title()).toBe(channel.title);
  expect(asked).toBe(1);
  await store.channels.change(channel.id, { title: "Radio Merle" });
  expect(await title()).toBe("Radio Merle");
  expect(asked).toBe(2);
  await database
    .transaction()
    .execute((within) => within.updateTable("channel").set({ title: "Radio Geai" }).execute());
  expect(await title()).toBe("Radio Geai");
});

test("a question that failed is asked again", async () => {
  await using doors = await openDoors();
  const keep = keepAnswers<string>(doors.database);
  await expect(keep("title", () => Promise.reject(new Error("busy")))).rejects.toThrow("busy");
  expect(await keep("title", () => Promise.resolve("Radio Merle"))).toBe("Radio Merle");
});
