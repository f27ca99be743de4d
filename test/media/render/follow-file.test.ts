import { appendFileSync, writeFileSync } from "node:fs";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { followFile } from "../../../media/render/follow-file.ts";
import { scratch } from "../../support/scratch.ts";

async function textOf(following: AsyncIterable<Buffer>): Promise<string> {
  const parts = (await Readable.from(following).toArray()) as Buffer[];
  return Buffer.concat(parts).toString();
}

test("a file is read to its end while it is written, even when it appears late", async () => {
  using folder = scratch();
  const path = folder.file("growing");
  const { promise: written, resolve } = Promise.withResolvers<void>();
  const following = followFile(path, written);
  const first = following.next();
  writeFileSync(path, "one ");
  expect(await first).toEqual({ done: false, value: Buffer.from("one ") });
  const rest = textOf(following);
  appendFileSync(path, "two ");
  appendFileSync(path, "three");
  resolve();
  expect(await rest).toBe("two three");
});

test("a file that was whole before is read whole", async () => {
  using folder = scratch();
  writeFileSync(folder.file("done"), "all");
  expect(await textOf(followFile(folder.file("done"), Promise.resolve()))).toBe("all");
});

test("a writer that fails before its first byte ends the reading, without an error of its own", async () => {
  using folder = scratch();
  const failed = Promise.reject(new Error("no encoder"));
  expect(await textOf(followFile(folder.file("absent"), failed))).toBe("");
});
