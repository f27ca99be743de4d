import { expect, test } from "vitest";
import { secondsUntil } from "../../../client/audio/create-sleep.ts";

test("a sound ends at an instant, or at a place in it as fast as it is heard", () => {
  expect(secondsUntil({ at: 61_000 }, 1_000, 0, 1)).toBe(60);
  expect(secondsUntil({ place: 90 }, 0, 30, 1.5)).toBe(40);
  expect(secondsUntil({ place: 10 }, 0, 30, 1)).toBeLessThan(0);
});
