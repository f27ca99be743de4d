import { expect, test } from "vitest";
import { nextAvatar } from "../../../schemas/next-avatar.ts";
import { faultOf, sortNames } from "../../../client/ui/pupil-names.ts";
import { schoolYearAt } from "../../../client/ui/school-year.ts";

test("a first name is kept, with its accents, hyphen or apostrophe", () => {
  for (const name of ["Aya", "Noé", "Jean-Luc", "N’Golo", "Zoé "]) expect(faultOf(name, [])).toBeUndefined();
});

test("a surname is refused, and each other fault by its name", () => {
  expect(faultOf("Kenza Diallo", [])).toBe("refusedSpace");
  expect(faultOf("K3nza", [])).toBe("refusedSigns");
  expect(faultOf("Maximilienalexandrebaptiste", [])).toBe("refusedLong");
  expect(faultOf("  ", [])).toBe("nameMissing");
  expect(faultOf("noe", ["Noé"])).toBe("refusedTwice");
});

test("a pasted list is sorted: names in, surnames and doubles out with their reason, blank lines ignored", () => {
  const { kept, refused } = sortNames("Aya\n\nPaul Martin\r\nLina, Aya;Zoé", ["Noé"]);
  expect(kept).toEqual(["Aya", "Lina", "Zoé"]);
  expect(refused).toEqual([
    { name: "Paul Martin", fault: "refusedSpace" },
    { name: "Aya", fault: "refusedTwice" },
  ]);
});

test("twenty-eight pupils all have another avatar, and the first twelve another bird", () => {
  const avatars: ReturnType<typeof nextAvatar>[] = [];
  for (let pupil = 0; pupil < 28; pupil += 1) avatars.push(nextAvatar(avatars));
  expect(new Set(avatars.map(({ bird, colour }) => `${bird} ${colour}`)).size).toBe(28);
  expect(new Set(avatars.slice(0, 12).map(({ bird }) => bird)).size).toBe(12);
});

test("the school year turns in August", () => {
  expect(schoolYearAt(new Date(2026, 6, 31))).toBe("2025-2026");
  expect(schoolYearAt(new Date(2026, 7, 1))).toBe("2026-2027");
});
