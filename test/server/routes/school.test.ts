import { describe, expect, test } from "vitest";
import type { ClassImportPlan } from "../../../schemas/class-import.ts";
import type { ClassroomOverview } from "../../../schemas/classroom-overview.ts";
import { FirstName } from "../../../schemas/people.ts";
import { namePupils } from "../../../server/store/name-pupils.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";

const schoolYear = "2026-2027";

/** Lines of a list: `Emma Dup` is Emma with the mark `Dup`. */
const lines = (...names: string[]) =>
  names.map((name, index) => {
    const [firstName = "", mark = ""] = name.split(" ");
    return { line: index + 2, firstName, mark };
  });

async function openOffice() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const admin = await doors.asAdmin(school);
  const list = async () => (await (await admin.get("/api/school/classrooms")).json()) as ClassroomOverview[];
  const pupilsOf = async (name: string) => {
    const classroom = (await list()).find((each) => each.name === name);
    return (await doors.store.people.pupilsOf(classroom!.id)).map(({ firstName }) => firstName);
  };
  const send = (path: string, ...classrooms: { name: string; pupils: ReturnType<typeof lines> }[]) =>
    admin.post(path, { schoolYear, classrooms });
  const planIn = async (answer: Response) => (await answer.json()) as ClassImportPlan;
  return {
    ...{ doors, school, admin, list, pupilsOf, send, planIn },
    [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose](),
  };
}

describe("a school's list is taken over", () => {
  test("classes and first names are there afterwards, each with an avatar of its own, and the audit has numbers only", async () => {
    await using office = await openOffice();
    const { send, planIn, doors, school } = office;
    const listed = [
      { name: "CM2", pupils: lines("Awa", "Noé") },
      { name: "CE1", pupils: lines("Zoé", "Tom") },
    ];
    const preview = await planIn(await send("/api/class-import-previews", ...listed));
    expect(preview).toEqual({
      classrooms: [
        { name: "CM2", isNew: false, added: ["Noé"], present: 1 },
        { name: "CE1", isNew: true, added: ["Zoé", "Tom"], present: 0 },
      ],
      faults: [],
    });
    expect((await office.list()).map(({ name }) => name)).toEqual(["CM2"]);
    expect(await planIn(await send("/api/class-imports", ...listed))).toEqual(preview);
    expect(await office.pupilsOf("CE1")).toEqual(["Tom", "Zoé"]);
    const made = (await office.list()).find(({ name }) => name === "CE1")!;
    const avatars = (await doors.store.people.pupilsOf(made.id)).map(({ bird, colour }) => `${bird} ${colour}`);
    expect(new Set(avatars).size).toBe(2);
    const [note] = await doors.store.audit.listOf(`school:${school.school.id}`);
    expect(note).toMatchObject({ act: "classrooms.imported", detail: "classrooms: 1, pupils: 3" });
  });

  test("twice is once, however the second list writes case, accents and spaces", async () => {
    await using office = await openOffice();
    const once = { name: "CE1 A", pupils: lines("Zoé", "Emma Dup", "Emma Mar") };
    await office.send("/api/class-imports", once);
    expect(await office.pupilsOf("CE1 A")).toEqual(["Emma D.", "Emma M.", "Zoé"]);
    const again = { name: "ce1  a", pupils: lines("ZOE", "emma DUP", "emma MAR") };
    const plan = await office.planIn(await office.send("/api/class-imports", again));
    expect(plan.classrooms).toEqual([{ name: "CE1 A", isNew: false, added: [], present: 3 }]);
    expect(await office.list()).toHaveLength(2);
    expect(await office.pupilsOf("CE1 A")).toHaveLength(3);
  });

  test("one line that cannot be taken over, and nothing is", async () => {
    await using office = await openOffice();
    const full = {
      name: "CM2",
      pupils: lines(...Array.from({ length: 58 }, (_, index) => `E${"x".repeat(index % 20)}${letter(index)}`)),
    };
    const fine = { name: "CE1", pupils: lines("Zoé") };
    const { faults } = await office.planIn(await office.send("/api/class-import-previews", fine, full));
    expect(faults).toMatchObject([{ fault: "full", classroom: "CM2" }]);
    expect(await refusalIn(await office.send("/api/class-imports", fine, full))).toEqual([409, "import.faulty"]);
    expect((await office.list()).map(({ name, pupils }) => [name, pupils])).toEqual([["CM2", 3]]);
  });

  test("surnames, formulas and a teacher do not come through this door", async () => {
    await using office = await openOffice();
    for (const firstName of ["Emma Dupont", "=1+1", "", "Emma DUPONT."]) {
      const sent = { name: "CE1", pupils: [{ line: 2, firstName, mark: "" }] };
      expect(await refusalIn(await office.send("/api/class-imports", sent))).toEqual([400, "request.malformed"]);
    }
    const long = { name: "CE1", pupils: [{ line: 2, firstName: "Emma", mark: "Dupont" }] };
    expect(await refusalIn(await office.send("/api/class-imports", long))).toEqual([400, "request.malformed"]);
    const teacher = await office.doors.asTeacher(office.school);
    const asked = await teacher.post("/api/class-imports", { schoolYear, classrooms: [] });
    expect(await refusalIn(asked)).toEqual([403, "session.forbidden"]);
  });
});

const letter = (index: number) =>
  String.fromCharCode(97 + (index % 26)) + String.fromCharCode(97 + Math.floor(index / 26));

describe("two of a class who are called alike", () => {
  const added = (rows: string[], existing: string[] = []) => namePupils(lines(...rows), existing);

  test("get as few letters of their surnames as tell them apart", () => {
    expect(added(["Emma Dup", "Emma Mar", "Emma Mon"])).toEqual([
      { line: 2, added: "Emma D." },
      { line: 3, added: "Emma Ma." },
      { line: 4, added: "Emma Mo." },
    ]);
    expect(added(["Emma Dup"])).toEqual([{ line: 2, added: "Emma" }]);
    expect(FirstName.safeParse("Emma Ma.").success).toBe(true);
  });

  test("are both named where nothing tells them apart", () => {
    const faults = [
      { line: 2, fault: "alike" },
      { line: 3, fault: "alike" },
    ];
    expect(added(["Emma", "Emma Dup"])).toEqual(faults);
    expect(added(["Emma Dup", "Emma Dup"])).toEqual(faults);
  });

  test("are not mistaken for somebody who is in the class already", () => {
    expect(added(["Emma Mar"], ["Emma D."])).toEqual([{ line: 2, added: "Emma M." }]);
    expect(added(["Emma Dup"], ["Emma D.", "Emma M."])).toEqual([{ line: 2, present: "Emma D." }]);
    expect(added(["Emma Dup", "Emma Mar"], ["Emma"])).toEqual([
      { line: 2, fault: "unmarked" },
      { line: 3, fault: "unmarked" },
    ]);
    expect(added(["Emma Mar", "Emma Mon"], ["Emma M."])).toEqual([
      { line: 2, fault: "unmarked" },
      { line: 3, fault: "unmarked" },
    ]);
  });
});

test("an admin says who teaches a class; somebody of another school never does, and a teacher cannot", async () => {
  await using office = await openOffice();
  const { admin, doors, school } = office;
  const address = `/api/classrooms/${school.classroom.id}/teachers`;
  expect((await admin.put(address, { accountIds: [school.admin.id] })).status).toBe(200);
  expect((await office.list())[0]).toMatchObject({ teacherIds: [school.admin.id], pupils: 3 });
  const teacher = await doors.asTeacher(school);
  expect(await refusalIn(await teacher.get(`/api/classrooms/${school.classroom.id}`))).toEqual([
    403,
    "session.forbidden",
  ]);
  expect(await refusalIn(await teacher.put(address, { accountIds: [] }))).toEqual([403, "session.forbidden"]);
  const other = await doors.seedSchool();
  const foreign = await admin.put(address, { accountIds: [other.teacher.id] });
  expect(await refusalIn(foreign)).toEqual([404, "account.not_found"]);
  const theirs = await admin.put(`/api/classrooms/${other.classroom.id}/teachers`, { accountIds: [] });
  expect(await refusalIn(theirs)).toEqual([404, "classroom.not_found"]);
  expect((await office.list()).map(({ name }) => name)).toEqual(["CM2"]);
});
