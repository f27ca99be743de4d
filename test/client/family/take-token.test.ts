import { expect, test } from "vitest";
import { takeToken } from "../../../client/take-token.ts";

test("the page takes the token out of its address, and keeps the rest of its history", () => {
  const replaced: unknown[] = [];
  const past = { state: { depth: 1 }, replaceState: (...given: unknown[]) => void replaced.push(given) };
  expect(takeToken({ hash: "#aB3-_", pathname: "/famille" }, past)).toBe("aB3-_");
  expect(replaced).toEqual([[{ depth: 1 }, "", "/famille"]]);
  expect(takeToken({ hash: "", pathname: "/famille" }, past)).toBeUndefined();
  expect(replaced).toHaveLength(1);
});
