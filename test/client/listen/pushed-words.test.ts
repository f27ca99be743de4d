import { expect, test } from "vitest";
import { pushedWords } from "../../../client/worker/pushed-words.ts";
import { FamilyLanguage } from "../../../schemas/families.ts";
import { NewsKind } from "../../../schemas/news.ts";

test("a notification names the radio and what there is, in the language of its reader", () => {
  const said = FamilyLanguage.options.flatMap((language) =>
    NewsKind.options.map((kind) => pushedWords({ kind, language, radio: "Radio Hirondelle" })),
  );
  expect(new Set(said).size).toBe(21);
  for (const sentence of said) expect(sentence).toContain("Radio Hirondelle");
  for (const sentence of said) expect(sentence).not.toContain("{{");
  expect(pushedWords({ kind: "live", language: "fr", radio: "Radio Pic" })).toBe("Radio Pic est en direct maintenant.");
});
