import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { Act, type JournalPage } from "../../../schemas/journal.ts";
import { journal } from "../../../server/store/migrations/0024-journal.ts";
import { sourceFiles } from "../../../scripts/source-files.ts";
import { refusalIn, type ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";

const read = async (admin: ApiClient, query = "") =>
  (await admin.get(`/api/journal?${query}`)).json() as Promise<JournalPage>;
const actsOf = ({ lines }: JournalPage) => lines.map(({ act }) => act);

async function openBusySchool() {
  await using opening = new AsyncDisposableStack();
  const doors = opening.use(await openDoors());
  const school = await doors.seedSchool();
  const [teacher, admin] = [await doors.asTeacher(school), await doors.asAdmin(school)];
  const code = () => teacher.post(`/api/classrooms/${school.classroom.id}/class-codes`);
  const open = opening.move();
  return { doors, school, teacher, admin, code, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

test("an admin reads what was done, by whom, to whom, in which class, the newest first", async () => {
  await using busy = await openBusySchool();
  const { school, teacher, admin, code } = busy;
  await code();
  await teacher.patch(`/api/channels/${school.channel.id}`, { visibility: "family" });
  const { lines, next } = await read(admin);
  expect(lines).toMatchObject([
    {
      ...{ act: "channel.visibility", words: ["class", "family"], classroomName: "CM2" },
      who: { kind: "account", name: "Mme Lefort" },
      what: { kind: "channel", name: "Radio Hirondelle" },
    },
    { act: "classCode.renewed", what: { kind: "classroom", name: "CM2" } },
  ]);
  expect(next).toBeNull();
});

test("acts are chosen by day, by act, by person and by class, and read page by page", async () => {
  await using busy = await openBusySchool();
  const { doors, school, teacher, admin, code } = busy;
  for (let count = 0; count < 60; count += 1) await code();
  doors.clock.now += 86_400_000;
  await teacher.patch(`/api/channels/${school.channel.id}`, { visibility: "family" });
  const first = await read(admin);
  const second = await read(admin, `before=${first.next!}`);
  expect([first.lines.length, second.lines.length, second.next]).toEqual([50, 11, null]);
  expect(actsOf(await read(admin, "from=2026-11-18"))).toEqual(["channel.visibility"]);
  expect(actsOf(await read(admin, "to=2026-11-17&act=channel.visibility"))).toEqual([]);
  expect(actsOf(await read(admin, "act=channel.visibility"))).toEqual(["channel.visibility"]);
  expect((await read(admin, `accountId=${school.admin.id}`)).lines).toEqual([]);
  expect((await read(admin, `classroomId=${school.classroom.id}&accountId=${school.teacher.id}`)).lines).toHaveLength(
    50,
  );
  expect(await refusalIn(await admin.get("/api/journal?act=anything"))).toEqual([400, "request.malformed"]);
});

test("another school's acts are nobody's business, and a teacher reads no journal", async () => {
  await using busy = await openBusySchool();
  const { doors, teacher, code } = busy;
  await code();
  const elsewhere = await doors.asAdmin(await doors.seedSchool());
  expect(await read(elsewhere)).toEqual({ lines: [], next: null });
  expect(await refusalIn(await teacher.get("/api/journal"))).toEqual([403, "session.forbidden"]);
});

test("of an erased pupil the act stays, without the name, where their class was", async () => {
  await using busy = await openBusySchool();
  const { school, teacher, admin } = busy;
  const { id, firstName } = school.pupils[0];
  await teacher.post(`/api/pupils/${id}/consents`, { scope: "class", givenBy: "Sa mère", givenOn: "2026-11-16" });
  expect((await read(admin)).lines[0]).toMatchObject({ what: { kind: "pupil", name: firstName }, words: ["class"] });
  await teacher.delete(`/api/pupils/${id}`);
  const after = await read(admin);
  expect(after.lines).toMatchObject([
    { act: "pupil.erased", what: { kind: "pupil", name: null } },
    { act: "consent.recorded", what: { kind: "pupil", name: null }, classroomName: "CM2" },
  ]);
  expect(JSON.stringify(after)).not.toContain(firstName);
});

test("no line is changed, and none is removed before its time", async () => {
  await using busy = await openBusySchool();
  const { doors, code } = busy;
  await code();
  const attempt = (statement: string) => sql.raw(statement).execute(doors.database);
  await expect(attempt(`UPDATE audit SET actor = 'account:nobody'`)).rejects.toThrow("append-only");
  await expect(attempt(`UPDATE audit SET schoolId = NULL`)).rejects.toThrow("append-only");
  await expect(attempt(`DELETE FROM audit`)).rejects.toThrow("append-only");
});

test("a station that kept its acts without school and class is told both when it is brought up to date", async () => {
  await using busy = await openBusySchool();
  const { doors, school, teacher, admin, code } = busy;
  await doors.seedSchool();
  await code();
  await teacher.patch(`/api/channels/${school.channel.id}`, { visibility: "family" });
  await admin.post(`/api/staff/${school.teacher.id}/password-links`);
  await teacher.delete(`/api/pupils/${school.pupils[0].id}`);
  const before = await read(admin);
  const former = [
    "DROP INDEX auditOfSchool",
    "ALTER TABLE audit DROP COLUMN schoolId",
    "ALTER TABLE audit DROP COLUMN classroomId",
  ];
  for (const statement of former) await sql.raw(statement).execute(doors.database);
  await journal.up(doors.database);
  const after = await read(admin);
  expect(actsOf(after)).toEqual(actsOf(before));
  expect(after.lines.slice(2)).toEqual(before.lines.slice(2));
});

test("every act that the station writes down is one that the journal has a sentence for", () => {
  const written = /(?:\bact: |\bnote\([^"]{0,60}|\bwrite\([^"]{0,60}|\bactOn\([^"]{0,60})"([a-zA-Z]+\.[a-zA-Z]+)"/g;
  const sources = sourceFiles(".", ["server"]).map((file) => readFileSync(file, "utf8"));
  const acts = sources.flatMap((source) => [...source.matchAll(written)].map(([, act]) => act!));
  const known: readonly string[] = Act.options;
  const say = "name them in schemas/journal.ts, and say them in client/i18n";
  expect(acts.length).toBeGreaterThan(35);
  expect(
    acts.filter((act) => !known.includes(act)),
    say,
  ).toEqual([]);
  expect(known.filter((act) => !sources.some((source) => source.includes(`"${act}"`)))).toEqual([]);
});

test("a day that nobody means, as while a year is typed, finds what lies after it, or nothing", async () => {
  await using busy = await openBusySchool();
  await busy.code();
  for (const from of ["0002-01-01", "0202-11-17", "1900-01-01"]) {
    expect(actsOf(await read(busy.admin, `from=${from}`))).toEqual(["classCode.renewed"]);
    expect(actsOf(await read(busy.admin, `to=${from}`))).toEqual([]);
  }
  expect(actsOf(await read(busy.admin, "to=9999-12-31"))).toEqual(["classCode.renewed"]);
  expect(busy.doors.bugs).toEqual([]);
});
