import { rm, writeFile } from "node:fs/promises";
import { expect, test, vi } from "vitest";
import { backUp } from "../../../server/backup/back-up.ts";
import { openDailyBackup } from "../../../server/backup/daily-backup.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { ManualClock } from "../../support/manual-clock.ts";
import { scratch } from "../../support/scratch.ts";
import { openTestStation, prepareData } from "../../support/station.ts";

const minute = 60_000;
const hour = 60 * minute;

/** A station at 13:00 in Paris that backs itself up at three. */
async function openNight() {
  await using opening = new AsyncDisposableStack();
  const data = opening.use(await prepareData());
  const disk = opening.use(scratch());
  const directory = disk.file("backups");
  const clock = new ManualClock();
  const told = { made: 0, failed: 0 };
  const parts = { dataDirectory: data.directory, backup: { directory, hour: 3, keep: 3 }, clock, now: clock.now };
  const daily = opening.use(
    await openDailyBackup({ ...parts, onMade: () => (told.made += 1), onFailed: () => (told.failed += 1) }),
  );
  const open = opening.move();
  return { parts, daily, directory, clock, told, [Symbol.asyncDispose]: () => open.disposeAsync() };
}

test("a station backs itself up once a day, at its hour", async () => {
  await using at = await openNight();
  expect(at.daily.state()).toEqual({ state: "awaited" });
  at.clock.advance(13 * hour + 58 * minute);
  expect(at.daily.state()).toEqual({ state: "awaited" });
  at.clock.advance(2 * minute);
  await vi.waitFor(() => expect(at.told.made).toBe(1));
  expect(at.daily.state()).toEqual({ state: "well", madeAt: "2026-11-18T02:00:00.000Z" });
  at.clock.advance(23 * hour);
  expect(at.told).toEqual({ made: 1, failed: 0 });
  at.clock.advance(hour);
  await vi.waitFor(() => expect(at.told.made).toBe(2));
});

test("a machine that was off at that hour is backed up when it is on again, and an old backup is told", async () => {
  await using at = await openNight();
  at.clock.advance(14 * hour);
  await vi.waitFor(() => expect(at.told.made).toBe(1));
  await at.daily[Symbol.asyncDispose]();
  at.clock.advance(3 * 24 * hour + 5 * hour);
  await using next = await openDailyBackup({
    ...at.parts,
    onMade: () => (at.told.made += 1),
    onFailed: () => undefined,
  });
  expect(next.state()).toEqual({ state: "old", madeAt: "2026-11-18T02:00:00.000Z" });
  at.clock.advance(minute);
  await vi.waitFor(() => expect(at.told.made).toBe(2));
  expect(next.state()).toMatchObject({ state: "well" });
});

test("a disk that is not there is told, and tried again an hour later", async () => {
  await using at = await openNight();
  await writeFile(at.directory, "not a directory");
  at.clock.advance(14 * hour);
  await vi.waitFor(() => expect(at.told.failed).toBe(1));
  expect(at.daily.state()).toEqual({ state: "failed", fault: "place", madeAt: null });
  at.clock.advance(59 * minute);
  // As long as another try would have taken.
  const { dataDirectory } = at.parts;
  await expect(backUp({ dataDirectory, directory: at.directory, keep: 3 })).rejects.toMatchObject({ fault: "place" });
  await rm(at.directory);
  at.clock.advance(minute);
  await vi.waitFor(() => expect(at.told).toEqual({ made: 1, failed: 1 }));
  expect(at.daily.state()).toMatchObject({ state: "well" });
});

test("admins alone are told how the backup does", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  doors.backup.state = { state: "failed", fault: "space", madeAt: null };
  const [admin, teacher] = await Promise.all([doors.asAdmin(school), doors.asTeacher(school)]);
  expect(await (await admin.get("/api/backup")).json()).toEqual(doors.backup.state);
  expect((await refusalIn(await teacher.get("/api/backup")))[0]).toBe(403);
  expect((await refusalIn(await doors.browser().get("/api/backup")))[0]).toBe(401);
});

test("who watches the machine sees whether the station backs itself up", async () => {
  using disk = scratch();
  await using station = await openTestStation({ BACKUP_DIR: disk.file("backups") });
  const { parts } = (await (await station.browser().get("/healthz")).json()) as { parts: Record<string, unknown> };
  expect(parts.backup).toEqual({ isWell: true, detail: "awaited" });
});
