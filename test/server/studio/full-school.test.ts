import { expect, test } from "vitest";
import { openQuotas } from "../../../server/store/quotas.ts";
import { openStudioHouse } from "../../support/studio-house.ts";

test("a school or a class at its limit rehearses but does not go on air, until the limit is raised; a show that is on air goes on", async () => {
  await using house = await openStudioHouse();
  const quotas = openQuotas(house.database);
  await quotas.set({ schoolId: house.school.school.id }, 0);
  using desk = await house.connectAs("teacher");
  const { routerRtpCapabilities } = await desk.join(house.showId);
  await desk.speakUp(routerRtpCapabilities);
  expect(await desk.ask("goOnAir", {})).toEqual({ ok: false, error: "school.full" });
  await quotas.set({ schoolId: house.school.school.id }, null);
  await quotas.set({ classroomId: house.school.classroom.id }, 0);
  expect(await desk.ask("goOnAir", {})).toEqual({ ok: false, error: "classroom.no_room" });
  expect(house.started).toEqual([]);
  await quotas.set({ classroomId: house.school.classroom.id }, null);
  expect((await desk.ask("goOnAir", {})).ok).toBe(true);
});
