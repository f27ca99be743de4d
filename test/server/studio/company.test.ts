import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { PupilId } from "../../../schemas/ids.ts";
import { Strip } from "../../../schemas/studio.ts";
import { companyWith, speakersOf } from "../../../server/studio/company.ts";
import { kenza } from "../../support/strip.ts";

const pupils = "ABCDEFGH"
  .split("")
  .map((name) => ({ pupilId: PupilId.parse(randomUUID()), name, bird: "merle" as const, colour: 1 }));
const words = (company: ReturnType<typeof companyWith>) =>
  company.map(({ name, isSpeaking }) => (isSpeaking ? name : name.toLowerCase())).join("");

test("whose tablet it is stays named, whoever speaks; the longest silent give way to others", () => {
  const [owner, ...others] = pupils;
  let company = companyWith([], [owner!]);
  for (const each of others) company = companyWith(company, [each]);
  expect(words(company)).toBe("acdefgH");
  // Six others at once: all of them, and the owner, who is silent.
  company = companyWith(company, others.slice(0, 6));
  expect(words(company)[0]).toBe("a");
  expect(speakersOf({ company })).toHaveLength(6);
  expect(Strip.shape.company.safeParse(company).success).toBe(true);
  expect(Strip.safeParse({ ...kenza, company }).success).toBe(true);
});
