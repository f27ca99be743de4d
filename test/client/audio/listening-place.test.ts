import { expect, test } from "vitest";
import { keepPlace, readPlace } from "../../../client/audio/listening-place.ts";

function shelf(first: Record<string, string> = {}) {
  const kept = new Map(Object.entries(first));
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
}

test("each episode keeps its own place", () => {
  const device = shelf();
  keepPlace(device, "one", 61.26, 600);
  keepPlace(device, "two", 300, 600);
  expect(readPlace(device, "one", 600)).toBe(61.3);
  expect(readPlace(device, "two", 600)).toBe(300);
  expect(readPlace(device, "three", 600)).toBe(0);
});

test("an episode heard to its end begins again", () => {
  const device = shelf();
  keepPlace(device, "one", 300, 600);
  keepPlace(device, "one", 590, 600);
  expect(readPlace(device, "one", 600)).toBe(0);
});

test("the first seconds are not worth a place", () => {
  const device = shelf();
  keepPlace(device, "one", 3, 600);
  expect(readPlace(device, "one", 600)).toBe(0);
});

test("a new rendering that is shorter than the place begins again", () => {
  const device = shelf();
  keepPlace(device, "one", 300, 600);
  expect(readPlace(device, "one", 200)).toBe(0);
});

test("a damaged memory is no reason to be silent", () => {
  for (const damage of ["{", "7", '{"one":"x"}', "null"]) {
    expect(readPlace(shelf({ "antenne.places": damage }), "one", 600)).toBe(0);
  }
});

test("a full device still plays", () => {
  const full = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(() => keepPlace(full, "one", 60, 600)).not.toThrow();
});

test("two hundred places are kept, the oldest goes first", () => {
  const device = shelf();
  for (let episode = 0; episode < 201; episode += 1) keepPlace(device, `e${episode}`, 60, 600);
  expect(readPlace(device, "e0", 600)).toBe(0);
  expect(readPlace(device, "e1", 600)).toBe(60);
  expect(readPlace(device, "e200", 600)).toBe(60);
});
