import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { RegionSchool, SchoolImportPlan } from "../../../schemas/region.ts";
import { hashPassword } from "../../../server/access/passwords.ts";
import { openDatabase } from "../../../server/store/open-database.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { addPupils, staffPassword } from "../../support/school.ts";
import { scratch } from "../../support/scratch.ts";

const email = "m.besson@region.test";

/** A station with a school, and somebody who keeps the region's. */
async function openRegion() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const schoolId = await doors.store.regionSchools.requireRegion();
  const passwordHash = await hashPassword(staffPassword);
  const account = { schoolId, email, displayName: "M. Besson", role: "region", passwordHash } as const;
  await doors.store.people.createAccount(account);
  const region = await doors.browser().signIn(email, staffPassword);
  const list = async () => (await (await region.get("/api/region/schools")).json()) as RegionSchool[];
  const change = (body: object) => region.patch(`/api/region/schools/${school.school.id}`, body);
  return { doors, school, region, list, change, [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose]() };
}

test("a region's admin sees every school with its figures, and none of persons below ten", async () => {
  await using at = await openRegion();
  const { doors, school } = at;
  expect(await at.list()).toMatchObject([
    { name: "École des Marronniers", isShut: false, hasAdmin: true, classrooms: 1, pupils: null, staff: null },
  ]);
  const names = ["Noé", "Inès", "Malo", "Rose", "Zoé", "Léo", "Anna"];
  await addPupils(doors.store, school.classroom.id, names.slice(0, 6));
  expect(await at.list()).toMatchObject([{ pupils: null }]);
  await addPupils(doors.store, school.classroom.id, names.slice(6));
  const [told] = await at.list();
  expect(told).toMatchObject({ pupils: 10, voices: null, episodes: 0, publishedSeconds: 0 });
  expect(JSON.stringify(told)).not.toMatch(/Awa|Noé|Lefort|CM2|Hirondelle/);
});

test("a school is made, and whoever is invited to lead it comes in by their link as its admin", async () => {
  await using at = await openRegion();
  const { doors, region } = at;
  const made = await region.post("/api/region/schools", { name: "École Jean Zay", city: "Bourges", uai: "0180001d" });
  const { id, uai, hasAdmin } = (await made.json()) as RegionSchool;
  expect([made.status, uai, hasAdmin]).toEqual([201, "0180001D", false]);
  const again = await region.post("/api/region/schools", { name: "Autre", city: "Bourges", uai: "0180001D" });
  expect(await refusalIn(again)).toEqual([409, "school.taken"]);
  const wrong = await region.post("/api/region/schools", { name: "Autre", city: "Bourges", uai: "0180001E" });
  expect(await refusalIn(wrong)).toEqual([400, "request.malformed"]);
  const invited = await region.post(`/api/region/schools/${id}/invitations`, { email: "direction@zay.test" });
  const token = new URL(((await invited.json()) as { url: string }).url).hash.slice(1);
  const head = doors.browser();
  const accepted = { token, displayName: "Mme Colin", password: staffPassword };
  expect(await (await head.post("/api/staff-links/accept", accepted)).json()).toMatchObject({
    account: { role: "admin" },
    school: { id, name: "École Jean Zay" },
  });
  expect((await head.post("/api/classrooms", { name: "CP", schoolYear: "2026-2027" })).status).toBe(201);
  expect((await at.list()).find((each) => each.id === id)).toMatchObject({ hasAdmin: true, classrooms: 1 });
});

test("in a shut school nobody is inside, nobody comes in, and nobody hears its radio, until it is opened again as it was", async () => {
  await using at = await openRegion();
  const { doors, school } = at;
  const [teacher, pupil] = [await doors.asTeacher(school), await doors.asPupil(school)];
  const radio = `/api/channels/${school.channel.slug}`;
  await teacher.patch(`/api/channels/${school.channel.id}`, { visibility: "public" });
  expect((await doors.browser().get(radio)).status).toBe(200);
  expect(await (await at.change({ isShut: true })).json()).toMatchObject({ isShut: true });
  expect(await refusalIn(await teacher.get("/api/classrooms"))).toEqual([401, "session.expired"]);
  expect((await pupil.get("/api/sessions/current")).status).toBe(401);
  expect(await refusalIn(await doors.browser().get(radio))).toEqual([404, "channel.not_found"]);
  expect(await (await doors.browser().get("/api/channels")).json()).toEqual([]);
  const signIn = { email: school.teacher.email, password: staffPassword };
  expect(await refusalIn(await doors.browser().post("/api/sessions", signIn))).toEqual([403, "school.shut"]);
  const door = await doors.browser().get(`/api/class-codes/${encodeURIComponent(school.classroom.code)}`);
  expect(await refusalIn(door)).toEqual([404, "class_code.unknown"]);
  await at.change({ isShut: false });
  expect((await teacher.get("/api/classrooms")).status).toBe(200);
  expect((await doors.browser().get(radio)).status).toBe(200);
  const acts = await doors.store.audit.listOf(`school:${school.school.id}`);
  expect(acts.map(({ act }) => act)).toEqual(["school.reopened", "school.shut"]);
});

test("a school that is on air is not shut, and a limit that the region sets is the school's", async () => {
  await using at = await openRegion();
  const { doors, school } = at;
  await doors.store.shows.setState(school.show.id, "live");
  expect(await refusalIn(await at.change({ isShut: true }))).toEqual([409, "show.still_live"]);
  await at.change({ quotaBytes: 5_000_000_000 });
  const admin = await doors.asAdmin(school);
  expect(await (await admin.get("/api/school/room")).json()).toMatchObject({ quotaBytes: 5_000_000_000 });
});

test("a list of schools says first what it would make, and is taken over once; the region's own tenant is no school", async () => {
  await using at = await openRegion();
  const schools = [
    ["0180001D", "École Jean Zay", "Bourges"],
    ["0180002E", "École du Centre", "Vierzon"],
  ];
  const ask = async (path: string, listed = schools) =>
    (await (await at.region.post(`/api/region/${path}`, { schools: listed })).json()) as SchoolImportPlan;
  const preview = await ask("school-import-previews");
  expect(preview).toMatchObject({ added: [{ uai: "0180001D" }, { uai: "0180002E" }], renamed: [], present: 0 });
  expect((await at.list()).length).toBe(1);
  expect(await ask("school-imports")).toEqual(preview);
  expect((await at.list()).map(({ city }) => city)).toEqual(["Bourges", "Vierzon", "Vierzon"]);
  const later = [schools[0]!, ["0180002E", "École George Sand", "Vierzon"]];
  expect(await ask("school-imports", later)).toMatchObject({
    added: [],
    renamed: [{ name: "École George Sand", before: "École du Centre" }],
    present: 1,
  });
  const twice = await at.region.post("/api/region/school-imports", { schools: [schools[0], schools[0]] });
  expect(await refusalIn(twice)).toEqual([400, "request.malformed"]);
});

test("whoever owns the machine makes the first region's admin, by a link that holds for a day and once", async () => {
  using directory = scratch();
  const run = (who: string) =>
    promisify(execFile)(process.execPath, ["server/region-admin.ts", who, "--data", directory.path]);
  const { stdout } = await run(email);
  expect(stdout).toMatch(/^http:\/\/localhost:8000\/bienvenue#[\w-]{43}\n/);
  const database = await openDatabase(directory.file("antenne.db"));
  await using doors = await openDoors({ database });
  const accepted = { token: stdout.split(/[#\n]/)[1], displayName: "M. Besson", password: staffPassword };
  const region = doors.browser();
  expect(await (await region.post("/api/staff-links/accept", accepted)).json()).toMatchObject({
    account: { role: "region", email },
  });
  expect(await refusalIn(await doors.browser().post("/api/staff-links/accept", accepted))).toEqual([
    404,
    "staff_link.unknown",
  ]);
  expect(await (await region.get("/api/region/schools")).json()).toEqual([]);
  expect(await refusalIn(await region.get("/api/classrooms"))).toEqual([403, "session.forbidden"]);
  expect(await refusalIn(await region.get("/api/staff"))).toEqual([403, "session.forbidden"]);
  await expect(run("nobody")).rejects.toMatchObject({ stderr: expect.stringContaining("usage") as string });
}, 60_000);
