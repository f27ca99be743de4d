import { expect, test, vi } from "vitest";
import { refusalIn, type ApiClient } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { openMailServer } from "../../support/mail-server.ts";

const lost = async (browser: ApiClient): Promise<unknown> =>
  (await (await browser.get("/api/staff-letters/lost")).json()) as unknown;
const invitation = (email: string) => ({ email, role: "teacher", classroomIds: [] });

test("a letter whose address the mail server refuses is told to the admins of its school, until one has seen to it or another arrives there", async () => {
  const unknown = ["nobody@ecole.test"];
  await using mail = await openMailServer({ unknown });
  await using doors = await openDoors({ mail: mail.settings });
  const [school, other] = [await doors.seedSchool(), await doors.seedSchool()];
  const [admin, stranger, teacher] = [
    await doors.asAdmin(school),
    await doors.asAdmin(other),
    await doors.asTeacher(school),
  ];
  expect(await lost(admin)).toEqual({ letter: null });
  await admin.post("/api/staff-invitations", invitation(unknown[0]!));
  const failedAt = new Date(doors.clock.now).toISOString();
  const letter = { about: "invitation", email: unknown[0], reason: "refused", failedAt };
  await vi.waitFor(async () => expect(await lost(admin)).toEqual({ letter }));
  expect(await lost(stranger)).toEqual({ letter: null });
  expect(await refusalIn(await teacher.get("/api/staff-letters/lost"))).toEqual([403, "session.forbidden"]);
  expect((await admin.delete("/api/staff-letters/lost")).status).toBe(204);
  expect(await lost(admin)).toEqual({ letter: null });

  await doors.store.lostLetters.note(school.school.id, {
    about: "password",
    email: school.teacher.email,
    reason: "unreachable",
  });
  await doors.browser().post("/api/password-requests", { email: school.teacher.email });
  await vi.waitFor(async () => expect(await lost(admin)).toEqual({ letter: null }));
  expect(mail.letters).toHaveLength(1);
  expect(doors.bugs).toEqual([]);
});

test("a mail server that does not answer is told too, and nobody reads an address after thirty days", async () => {
  await using mail = await openMailServer();
  // Port 1 is nobody's.
  await using doors = await openDoors({ mail: { ...mail.settings, port: 1 } });
  const school = await doors.seedSchool();
  await doors.browser().post("/api/password-requests", { email: school.teacher.email });
  const find = () => doors.store.lostLetters.find(school.school.id);
  await vi.waitFor(async () => {
    expect(await find()).toMatchObject({ about: "password", email: school.teacher.email, reason: "unreachable" });
  });
  doors.clock.now += 30 * 24 * 3_600_000;
  expect(await find()).toBeUndefined();
  expect(await doors.database.selectFrom("lostLetter").selectAll().execute()).toEqual([]);
});
