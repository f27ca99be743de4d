import { expect, test, vi } from "vitest";
import type { OwnSession } from "../../schemas/account.ts";
import { openStudioPage } from "../support/studio-page.ts";
import { openTestStation } from "../support/station.ts";

test("a session that is ended from another device, and a colleague who is deactivated, lose the desk too", async () => {
  await using station = await openTestStation();
  const [here, elsewhere] = [await station.asTeacher(), await station.asTeacher()];
  const pageOf = (cookie: string | undefined) => openStudioPage(station.url, { cookie: cookie! });
  using desk = await pageOf(elsewhere.cookie);
  using own = await pageOf(here.cookie);
  const sessions = (await (await here.get("/api/account/sessions")).json()) as OwnSession[];
  const other = sessions.find(({ isHere }) => !isHere)!;
  await here.delete(`/api/account/sessions/${other.id}`);
  await vi.waitFor(() => expect(desk.socket.connected).toBe(false));
  expect(own.socket.connected).toBe(true);
  const admin = await station.asAdmin();
  await admin.patch(`/api/staff/${station.school.teacher.id}`, { isActive: false });
  await vi.waitFor(() => expect(own.socket.connected).toBe(false));
  await expect(pageOf(here.cookie)).rejects.toThrow("session.missing");
});

test("a colleague who is taken off a class leaves its studio with an open microphone, and one who stays notices nothing", async () => {
  await using station = await openTestStation();
  const { school } = station;
  const [admin, teacher] = [await station.asAdmin(), await station.asTeacher()];
  const teach = (...accountIds: string[]) =>
    admin.put(`/api/classrooms/${school.classroom.id}/teachers`, { accountIds });
  const cookie = teacher.cookie!;
  using desk = await openStudioPage(station.url, { cookie });
  const { routerRtpCapabilities } = await desk.join(school.show.id);
  await desk.speakUp(routerRtpCapabilities);
  await teach(school.teacher.id, school.admin.id);
  await desk.must("setMicrophone", { state: "mutedByOwner" });
  await teach(school.admin.id);
  await vi.waitFor(() => expect(desk.socket.connected).toBe(false));
  using again = await openStudioPage(station.url, { cookie });
  expect(await again.ask("join", { showId: school.show.id })).toEqual({ ok: false, error: "session.forbidden" });
});
