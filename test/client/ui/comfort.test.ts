import { expect, test } from "vitest";
import { readComfort, usualComfort } from "../../../client/ui/comfort.ts";

test("a reader's comfort is found again, what is missing is as usual", () => {
  expect(readComfort('{"theme":"dark"}')).toEqual({ ...usualComfort, theme: "dark" });
});

test("a damaged memory is as usual", () => {
  expect(readComfort("{")).toEqual(usualComfort);
  expect(readComfort(null)).toEqual(usualComfort);
});
