import { expect, test } from "vitest";
import { openLiveHouse } from "../../support/live-house.ts";
import { steadyLevelAt as levelAt } from "../../support/steady-level.ts";

test("two who speak at once are both whole while they sit at two tables, and share one gain at the same one", async () => {
  await using at = await openLiveHouse({ delaySeconds: 0, cutSeconds: 3 });
  const { house, desk, deskStrip, pupilStrip } = at;
  await desk.must("setAutomix", { hasAutomix: true });
  await desk.must("shareTable", { stripIds: [deskStrip], table: "A" });
  await desk.must("shareTable", { stripIds: [pupilStrip], table: "B" });
  await desk.must("setStrip", { stripId: pupilStrip, isOpen: true });
  await at.goOnAir();
  await at.lasts(2);
  await desk.must("shareTable", { stripIds: [pupilStrip], table: "A" });
  await at.lasts(2);
  await desk.must("endShow", {});
  await at.reach("ended");

  const { programmePath, durationSeconds } = house.ended[0]!;
  const apart = { from: 0.4, seconds: 1.2 };
  const together = { from: durationSeconds - 1.4, seconds: 1.2 };
  for (const pitch of [440, 1_000]) {
    const lost = (await levelAt(pitch, programmePath, apart)) - (await levelAt(pitch, programmePath, together));
    expect(lost, `${pitch} Hz`).toBeCloseTo(3, 0);
  }
  expect(house.bugs).toEqual([]);
});
