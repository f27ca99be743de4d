import { expect, test } from "vitest";
import { openAccess } from "../../../server/access/open-access.ts";
import { hashToken, newToken, sessionCookie } from "../../../server/access/session-token.ts";
import { makeSessionCheck } from "../../../server/signalling/make-session-check.ts";
import { openDatabase } from "../../../server/store/open-database.ts";
import { openStore } from "../../../server/store/open-store.ts";
import { seedSchool } from "../../support/school.ts";

test("a session that ended by itself does nothing more at the desk, and its socket goes", async () => {
  const database = await openDatabase(":memory:");
  const store = openStore(database, Date.now);
  const { teacher, school } = await seedSchool(store);
  let now = Date.now();
  const token = newToken();
  const holder = { role: "teacher", accountId: teacher.id, schoolId: school.id } as const;
  await store.sessions.create({ tokenHash: hashToken(token), holder, now, expiresAt: now + 60_000 });
  const access = openAccess({ database, clock: () => now });
  const cookie = `${sessionCookie(false)}=${token}`;
  let looks = 0;
  let isGone = false;
  const isStillHere = async () => {
    looks += 1;
    return (await access.actorOf(cookie)).role === "teacher";
  };
  const check = makeSessionCheck(
    isStillHere,
    () => (isGone = true),
    () => now,
  );
  for (let second = 0; second < 50; second += 1) {
    now += 1_000;
    await check();
  }
  expect([looks, isGone]).toEqual([5, false]);
  now += 20_000;
  await expect(check()).rejects.toMatchObject({ code: "session.expired" });
  expect(isGone).toBe(true);
  await database.destroy();
});
