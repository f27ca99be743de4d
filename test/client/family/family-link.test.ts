import { expect, test } from "vitest";
import { familyLink, takeToken } from "../../../client/family-link.ts";

test("a slip's link carries its token where browsers send it to nobody", () => {
  const { pathname, search, hash } = new URL(familyLink("https://radio.example", "aB3-_"));
  expect([pathname, search, hash]).toEqual(["/famille", "", "#aB3-_"]);
});

test("the page takes the token out of its address, and keeps the rest of its history", () => {
  const replaced: unknown[] = [];
  const past = { state: { depth: 1 }, replaceState: (...given: unknown[]) => void replaced.push(given) };
  expect(takeToken({ hash: "#aB3-_", pathname: "/famille" }, past)).toBe("aB3-_");
  expect(replaced).toEqual([[{ depth: 1 }, "", "/famille"]]);
  expect(takeToken({ hash: "", pathname: "/famille" }, past)).toBeUndefined();
  expect(replaced).toHaveLength(1);
});
