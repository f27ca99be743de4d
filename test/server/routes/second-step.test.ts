import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { expect, test } from "vitest";
import { makeSeal } from "../../../server/access/sealing.ts";
import { refusalIn, type ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { staffPassword } from "../../support/school.ts";

const stepMs = 30_000;

/** A teacher whose app shows codes, at a station whose time can be moved. */
async function openPaired() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const { secret, url } = await begin(teacher);
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const codeNow = (shiftMs = 0) => totp.generate({ timestamp: doors.clock.now + shiftMs });
  const confirmed = await teacher.put("/api/account/second-step", { code: codeNow() });
  const { codes } = (await confirmed.json()) as { codes: string[] };
  const signIn = (code?: string, password = staffPassword) =>
    doors.browser().post("/api/sessions", { email: school.teacher.email, password, ...(code && { code }) });
  const dispose = () => doors[Symbol.asyncDispose]();
  return { doors, school, teacher, secret, url, codes, codeNow, signIn, [Symbol.asyncDispose]: dispose };
}

async function begin(teacher: ApiClient) {
  const answer = await teacher.post("/api/account/second-step", { password: staffPassword });
  return (await answer.json()) as { url: string; secret: string };
}

test("with a second step the password alone does not let in, nor a wrong code; the app's code does", async () => {
  await using paired = await openPaired();
  const { doors, codeNow, signIn, url } = paired;
  expect(url).toMatch(/^otpauth:\/\/totp\/Antenne/);
  expect(await refusalIn(await signIn())).toEqual([403, "session.second_step_missing"]);
  // Who does not know the password learns nothing of it.
  expect(await refusalIn(await signIn(undefined, "a guess"))).toEqual([401, "session.bad_credentials"]);
  doors.clock.now += 2 * stepMs;
  const wrong = codeNow() === "000000" ? "000001" : "000000";
  expect(await refusalIn(await signIn(wrong))).toEqual([403, "session.second_step_wrong"]);
  expect((await signIn(`${codeNow().slice(0, 3)} ${codeNow().slice(3)}`)).status).toBe(201);
});

test("a code serves once, also for two who send it at once, and not before its time or after", async () => {
  await using paired = await openPaired();
  const { doors, codeNow, signIn } = paired;
  // The code that set it up has served.
  expect(await refusalIn(await signIn(codeNow()))).toEqual([403, "session.second_step_wrong"]);
  doors.clock.now += 2 * stepMs;
  const code = codeNow();
  const answers = await Promise.all([signIn(code), signIn(code)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 403]);
  doors.clock.now += 10 * stepMs;
  expect((await signIn(codeNow(-3 * stepMs))).status).toBe(403);
  expect((await signIn(codeNow(3 * stepMs))).status).toBe(403);
  expect((await signIn(codeNow(-stepMs))).status).toBe(201);
});

test("six digits are not guessed: after five wrong ones even the right one waits", async () => {
  await using paired = await openPaired();
  const { doors, codeNow, signIn } = paired;
  doors.clock.now += 2 * stepMs;
  const right = codeNow();
  const wrong = ["000000", "111111", "222222", "333333", "444444", "555555"]
    .filter((each) => each !== right)
    .slice(0, 5);
  for (const code of wrong) expect((await signIn(code)).status).toBe(403);
  expect(await refusalIn(await signIn(right))).toEqual([429, "request.too_many"]);
});

test("under another key of the station no code of the app fits, and a recovery code still lets in", async () => {
  await using paired = await openPaired();
  const { doors, secret, codes, codeNow, signIn } = paired;
  const sealedSecret = makeSeal(randomBytes(32), "second step").close(secret);
  await doors.database.updateTable("secondStep").set({ sealedSecret }).execute();
  doors.clock.now += 2 * stepMs;
  expect(await refusalIn(await signIn(codeNow()))).toEqual([403, "session.second_step_wrong"]);
  expect((await signIn(codes[0])).status).toBe(201);
  expect(doors.bugs).toEqual([]);
});

test("each of ten recovery codes stands in once, and the page tells how many are left", async () => {
  await using paired = await openPaired();
  const { doors, teacher, codes, signIn } = paired;
  expect(new Set(codes).size).toBe(10);
  expect((await signIn(codes[3]!.toLowerCase().replaceAll("-", " "))).status).toBe(201);
  expect(await refusalIn(await signIn(codes[3]))).toEqual([403, "session.second_step_wrong"]);
  expect(await (await teacher.get("/api/account")).json()).toMatchObject({ hasSecondStep: true, recoveryCodesLeft: 9 });
  const kept = JSON.stringify(await doors.database.selectFrom("recoveryCode").selectAll().execute());
  for (const code of codes) expect(kept).not.toContain(code.replaceAll("-", ""));
});

test("the database has the secret under seal only, and what was tampered with does not open", async () => {
  await using paired = await openPaired();
  const rows = JSON.stringify(await paired.doors.database.selectFrom("secondStep").selectAll().execute());
  expect(rows).not.toContain(paired.secret);
  const key = Buffer.alloc(32, 7);
  const sealed = makeSeal(key, "a use").close("a secret");
  expect(makeSeal(key, "a use").open(sealed)).toBe("a secret");
  expect(() => makeSeal(key, "another use").open(sealed)).toThrow();
  expect(() => makeSeal(Buffer.alloc(32, 8), "a use").open(sealed)).toThrow();
});

test("it begins and stops with the password only, and holds from the first code on", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const stranger = await teacher.post("/api/account/second-step", { password: "of somebody at my tablet" });
  expect(await refusalIn(stranger)).toEqual([403, "password.wrong"]);
  expect(await refusalIn(await teacher.put("/api/account/second-step", { code: "123456" }))).toEqual([
    ...[409, "second_step.not_begun"],
  ]);
  const { secret } = await begin(teacher);
  await doors.asTeacher(school);
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: doors.clock.now });
  expect((await teacher.put("/api/account/second-step", { code })).status).toBe(200);
  const again = await teacher.post("/api/account/second-step", { password: staffPassword });
  expect(await refusalIn(again)).toEqual([409, "second_step.there"]);
  const removals = "/api/account/second-step/removals";
  expect(await refusalIn(await teacher.post(removals, { password: "a guess" }))).toEqual([403, "password.wrong"]);
  await expect(doors.asTeacher(school)).rejects.toThrow("second_step_missing");
  expect((await teacher.post(removals, { password: staffPassword })).status).toBe(204);
  await doors.asTeacher(school);
  const acts = (await doors.store.audit.listOf(`account:${school.teacher.id}`)).map(({ act }) => act);
  expect(acts).toEqual(["account.secondStepRemoved", "account.secondStepAdded"]);
});

test("a link for a lost password asks for the code too, and is not used up by its absence; an admin helps who lost their app", async () => {
  await using paired = await openPaired();
  const { doors, school, codes } = paired;
  const admin = await doors.asAdmin(school);
  const lost = (await (await admin.post(`/api/staff/${school.teacher.id}/password-links`)).json()) as { url: string };
  const token = lost.url.split("#")[1];
  const accept = (fields: object = {}) =>
    doors.browser().post("/api/staff-links/accept", { token, password: "trombone sous la pluie", ...fields });
  expect(await refusalIn(await accept())).toEqual([403, "session.second_step_missing"]);
  expect(await refusalIn(await accept({ code: "not-a-code" }))).toEqual([403, "session.second_step_wrong"]);
  expect((await accept({ code: codes[0] })).status).toBe(201);
  const path = `/api/staff/${school.teacher.id}/second-step`;
  const other = await doors.asAdmin(await doors.seedSchool());
  expect(await refusalIn(await other.delete(path))).toEqual([404, "account.not_found"]);
  const listed = async () => (await (await admin.get("/api/staff")).json()) as object[];
  expect(await listed()).toMatchObject([{ hasSecondStep: false }, { hasSecondStep: true }]);
  expect((await admin.delete(path)).status).toBe(204);
  await doors.browser().signIn(school.teacher.email, "trombone sous la pluie");
  expect(await doors.store.audit.listOf(`account:${school.teacher.id}`)).toMatchObject([
    { act: "staff.secondStepRemoved" },
    {},
    {},
  ]);
});
