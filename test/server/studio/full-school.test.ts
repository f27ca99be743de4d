import { expect, test } from "vitest";
import { openQuotas } from "../../../server/store/quotas.ts";
import { openStudioHouse } from "../../support/studio-house.ts";

test("a school at its limit rehearses but does not go on air, until the limit is raised", async () => {
  await using house = await openStudioHouse();
  const quotas = openQuotas(house.database);
  await quotas.set(house.school.school.id, 0);
  using desk = await house.connectAs("teacher");
  const { routerRtpCapabilities } = await desk.join(house.showId);
  await desk.speakUp(routerRtpCapabilities);
  expect(await desk.ask("goOnAir", {})).toEqual({ ok: false, error: "school.full" });
  expect(house.started).toEqual([]);
  await quotas.set(house.school.school.id, null);
  expect((await desk.ask("goOnAir", {})).ok).toBe(true);
});
