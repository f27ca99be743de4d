import { expect, test } from "vitest";
import { plainText } from "../../../../server/archive/import/plain-text.ts";

test("a description of nothing but blanks is read at once, and lines lose theirs at both ends", () => {
  expect(plainText("a \t\n  b\n\n\n\n c")).toBe("a\nb\n\nc");
  const begun = performance.now();
  expect(plainText(`x${" ".repeat(59_990)}x`)).toHaveLength(59_992);
  expect(performance.now() - begun).toBeLessThan(200);
});
