import { expect, test } from "vitest";
import { chapterAt } from "../../../client/audio/chapter-at.ts";
import { keepSpeed, nextSpeed, readSpeed } from "../../../client/audio/speeds.ts";

const chapters = [
  { startSeconds: 0, title: "Générique" },
  { startSeconds: 24, title: "L’école vide" },
  { startSeconds: 160, title: "Le gardien" },
];

test("the chapter that is heard is the last one that has begun", () => {
  expect(chapterAt(chapters, 0)?.title).toBe("Générique");
  expect(chapterAt(chapters, 23.9)?.title).toBe("Générique");
  expect(chapterAt(chapters, 24)?.title).toBe("L’école vide");
  expect(chapterAt(chapters, 999)?.title).toBe("Le gardien");
});

test("seeking to a chapter lands in it even when the browser rounds down", () => {
  expect(chapterAt(chapters, 159.98)?.title).toBe("Le gardien");
});

test("an episode that begins before its first chapter is in none", () => {
  expect(chapterAt(chapters.slice(1), 5)).toBeUndefined();
});

test("the speed key goes round and comes back to the usual speed", () => {
  const heard = [1];
  for (let press = 0; press < 5; press += 1) heard.push(nextSpeed(heard.at(-1) ?? 1));
  expect(heard).toEqual([1, 1.25, 1.5, 2, 0.75, 1]);
});

test("a device listens at the speed that was chosen on it last, and at the usual one where nobody chose", () => {
  const shelf = new Map<string, string>();
  const storage = {
    getItem: (key: string) => shelf.get(key) ?? null,
    setItem: (key: string, value: string) => void shelf.set(key, value),
  };
  expect(readSpeed(storage)).toBe(1);
  keepSpeed(storage, 1.5);
  expect(readSpeed(storage)).toBe(1.5);
  for (const key of shelf.keys()) shelf.set(key, "17");
  expect(readSpeed(storage)).toBe(1);
});
