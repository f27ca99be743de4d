import { expect, test } from "vitest";
import { audienceSizeOf } from "../../../schemas/live.ts";
import { Audience } from "../../../server/studio/audience.ts";

test("players are counted by the word that each was given, and whoever writes words of their own makes no crowd", () => {
  let now = 0;
  const audience = new Audience(() => now);
  for (const word of ["one", "two", "one"]) audience.see("192.0.2.1", word);
  audience.see("192.0.2.2", "one");
  expect(audience.count).toBe(3);
  for (let number = 0; number < 5_000; number++) audience.see("198.51.100.9", `${number}`);
  expect(audience.count).toBe(33);
  // A classroom's tablets that come after others are gone are counted again.
  now += 13_000;
  for (let number = 0; number < 25; number++) audience.see("198.51.100.9", `tablet ${number}`);
  expect(audience.count).toBe(25);
  now += 13_000;
  expect(audience.count).toBe(0);
});

test("listeners are told that a few listen, and not that one does", () => {
  expect([0, 1, 4, 5, 23].map(audienceSizeOf)).toEqual([0, "few", "few", 5, 23]);
});
