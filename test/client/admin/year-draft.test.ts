import { expect, test } from "vitest";
import type { ClassroomId, PupilId } from "../../../schemas/ids.ts";
import { beginYear, changeOf, comingNames, type Leaving } from "../../../client/admin/year-draft.ts";

const classOf = (name: string, ...firstNames: string[]): Leaving => {
  const id = name as ClassroomId;
  const classroom = { id, schoolId: "s", name, schoolYear: "2026-2027", code: "", codeExpiresAt: "" };
  const pupils = firstNames.map((firstName) => ({ id: firstName as PupilId, classroomId: id, firstName }));
  return { classroom, pupils } as unknown as Leaving;
};
const leaving = [classOf("CM2", "Awa", "Jules"), classOf("CM1", "Zoé", "Tom")];
const [cm2, cm1] = ["CM2", "CM1"] as ClassroomId[] as [ClassroomId, ClassroomId];

test("a year begins with every class archived, in the year after the last", () => {
  const draft = beginYear(leaving);
  expect(changeOf(draft, leaving)).toEqual({
    schoolYear: "2027-2028",
    channels: "asTheyAre",
    classrooms: [
      { fate: "archived", classroomId: cm2 },
      { fate: "archived", classroomId: cm1 },
    ],
    moves: [],
  });
});

test("a class goes on under its next name; pupils go together, and some of them apart", () => {
  const draft = beginYear(leaving);
  draft.fresh = ["6e A"];
  draft.classes[cm1] = { fate: "kept", name: " CM2 ", to: "", apart: { ["Tom" as PupilId]: "6e A" } };
  draft.classes[cm2] = { fate: "archived", name: "CM2", to: "6e A", apart: { ["Jules" as PupilId]: "CM2" } };
  expect(comingNames(draft)).toEqual(["CM2", "6e A"]);
  const change = changeOf(draft, leaving);
  expect(change.classrooms[1]).toEqual({ fate: "kept", classroomId: cm1, name: "CM2" });
  expect(change.moves).toEqual([
    { to: "6e A", pupilIds: ["Awa", "Tom"] },
    { to: "CM2", pupilIds: ["Jules"] },
  ]);
});

test("a place that is no class of the new year any more is staying", () => {
  const draft = beginYear(leaving);
  draft.classes[cm2]!.to = "6e A";
  expect(changeOf(draft, leaving).moves).toEqual([]);
});
