import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { isPasswordOf } from "../../../server/access/passwords.ts";

test("hundreds of passwords at once hold up no file, and what would wait too long is told to come again", async () => {
  await isPasswordOf(undefined, "so that nobody's is made");
  let judged = 0;
  const tries = Array.from({ length: 300 }, async (_, index) => {
    await isPasswordOf(undefined, `guess ${index}`);
    judged += 1;
  });
  const told = Promise.allSettled(tries);
  for (let read = 0; read < 5; read += 1) await readFile(import.meta.filename);
  // Of the sixty-two that are looked at, most still wait.
  expect(judged).toBeLessThan(30);
  const refused = (await told).filter(({ status }) => status === "rejected") as PromiseRejectedResult[];
  expect(judged).toBe(62);
  expect(new Set(refused.map(({ reason }) => (reason as { code: string }).code))).toEqual(
    new Set(["request.too_many"]),
  );
  expect(await isPasswordOf(undefined, "afterwards")).toBe(false);
});
