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
