import { expect, test, vi } from "vitest";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { openMailServer } from "../../support/mail-server.ts";

const password = "trombone sous la pluie";
const tokenIn = (text: string) => /bienvenue#([\w-]+)/.exec(text)![1]!;

test("whoever lost their password gets a link by e-mail that works once; an address nobody has gets none, and nobody is told", async () => {
  await using mail = await openMailServer();
  await using doors = await openDoors({ mail: mail.settings });
  const { teacher, school } = await doors.seedSchool();
  const browser = doors.browser();
  expect(await (await browser.get("/api/sign-in-ways")).json()).toMatchObject({ sendsMail: true });
  const ask = async (email: string) => {
    const answer = await browser.post("/api/password-requests", { email });
    return [answer.status, await answer.text()];
  };
  expect(await ask("nobody@ecole.test")).toEqual([202, ""]);
  expect(await ask(teacher.email.toUpperCase())).toEqual([202, ""]);
  await vi.waitFor(() => expect(mail.letters).toHaveLength(1));
  const [letter] = mail.letters;
  expect(letter!.to).toBe(teacher.email);
  expect(letter!.text).toContain(`Bonjour ${teacher.displayName},`);
  const token = tokenIn(letter!.text);
  expect(tokenIn(letter!.html)).toBe(token);
  const accepted = await browser.post("/api/staff-links/accept", { token, password });
  expect(await accepted.json()).toMatchObject({ account: { id: teacher.id }, school: { name: school.name } });
  await doors.browser().signIn(teacher.email, password);
  expect(doors.bugs).toEqual([]);
});

test("a letter fetches nothing, tells nobody that it was read, and the queue forgets whom it was for", async () => {
  await using mail = await openMailServer();
  await using doors = await openDoors({ mail: mail.settings });
  const { teacher } = await doors.seedSchool();
  await doors.browser().post("/api/password-requests", { email: teacher.email });
  await doors.browser().post("/api/password-requests", { email: "nobody@ecole.test" });
  await vi.waitFor(() => expect(mail.letters).toHaveLength(1));
  const { html, source } = mail.letters[0]!;
  expect(html).not.toMatch(/<img|<link|<style|src=|url\(/);
  expect(html.match(/https?:\/\/[^/"<]+/g)).toEqual(["http://antenne.test", "http://antenne.test"]);
  expect(source).toContain("Auto-Submitted: auto-generated");
  const waiting = () => doors.database.selectFrom("job").selectAll().execute();
  await vi.waitFor(async () => expect(await waiting()).toEqual([]));
});

test("an invitation goes out by e-mail too, and whichever link is used, the other one is for nothing", async () => {
  await using mail = await openMailServer();
  await using doors = await openDoors({ mail: mail.settings });
  const admin = await doors.asAdmin(await doors.seedSchool());
  const invitation = { email: "petit@ecole.test", role: "teacher", classroomIds: [] };
  const handed = (await (await admin.post("/api/staff-invitations", invitation)).json()) as { url: string };
  expect(handed).toMatchObject({ isMailed: true });
  await vi.waitFor(() => expect(mail.letters).toHaveLength(1));
  const accept = (token: string) =>
    doors.browser().post("/api/staff-links/accept", { token, displayName: "Mme Petit", password });
  const mailed = tokenIn(mail.letters[0]!.text);
  expect(mailed).not.toBe(tokenIn(handed.url));
  expect((await accept(mailed)).status).toBe(201);
  expect(await refusalIn(await accept(tokenIn(handed.url)))).toEqual([404, "staff_link.unknown"]);
});

test("an admin is told of no letter to a colleague whose account is shut, for none is written", async () => {
  await using mail = await openMailServer();
  await using doors = await openDoors({ mail: mail.settings });
  const school = await doors.seedSchool();
  const admin = await doors.asAdmin(school);
  const renew = async (): Promise<unknown> =>
    (await admin.post(`/api/staff/${school.teacher.id}/password-links`)).json();
  expect(await renew()).toMatchObject({ isMailed: true });
  await admin.patch(`/api/staff/${school.teacher.id}`, { isActive: false });
  expect(await renew()).toMatchObject({ isMailed: false });
});

test("without a mail server a lost password is the admin's to help with, and invitations are handed on", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const browser = doors.browser();
  expect(await (await browser.get("/api/sign-in-ways")).json()).toMatchObject({ sendsMail: false });
  const asked = await browser.post("/api/password-requests", { email: school.teacher.email });
  expect(await refusalIn(asked)).toEqual([409, "mail.off"]);
  const admin = await doors.asAdmin(school);
  const lost = await admin.post(`/api/staff/${school.teacher.id}/password-links`);
  expect(await lost.json()).toMatchObject({ isMailed: false });
});

test("a letter box is not filled, whether it is somebody's or not, and one address does not write to the whole school", async () => {
  await using mail = await openMailServer();
  await using doors = await openDoors({ mail: mail.settings });
  const { teacher } = await doors.seedSchool();
  const ask = async (email: string, from: string) => {
    const headers = { "content-type": "application/json", "x-forwarded-for": from };
    return (await doors.browser().send("POST", "/api/password-requests", JSON.stringify({ email }), headers)).status;
  };
  for (const email of [teacher.email, "nobody@ecole.test"]) {
    const answers = [await ask(email, "192.0.2.1"), await ask(email, "192.0.2.2"), await ask(email, "192.0.2.3")];
    expect([...answers, await ask(email, "192.0.2.4")]).toEqual([202, 202, 202, 429]);
  }
  const many = [];
  for (let index = 0; index < 11; index += 1) many.push(await ask(`p${index}@ecole.test`, "192.0.2.9"));
  expect(many.indexOf(429)).toBe(10);
});
