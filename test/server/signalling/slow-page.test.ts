import { expect, test, vi } from "vitest";
import type { Announcement } from "../../../schemas/signalling.ts";
import { openStudioHouse } from "../../support/studio-house.ts";

test("a page that is slow has one change before it, and then the newest", async () => {
  await using house = await openStudioHouse();
  using desk = await house.connectAs("teacher");
  using pupil = await house.connectAs(0);
  await desk.join(house.showId);
  const { stripId } = await pupil.join(house.showId);
  const gains: (number | undefined)[] = [];
  let acknowledge: (() => void) | undefined;
  pupil.socket.offAny();
  pupil.socket.on("studioChanged", ({ strips }: Announcement<"studioChanged">, told: () => void) => {
    gains.push(strips.find(({ id }) => id === stripId)?.gainDb);
    acknowledge = told;
  });
  const ride = async (from: number, to: number) => {
    for (let gainDb = from; gainDb >= to; gainDb -= 1) {
      await desk.must("setStrip", { stripId, gainDb });
      await vi.waitFor(() =>
        expect(
          desk
            .all("studioChanged")
            .at(-1)
            ?.strips.find(({ id }) => id === stripId)?.gainDb,
        ).toBe(gainDb),
      );
    }
  };
  await ride(-1, -5);
  expect(gains).toEqual([-1]);
  acknowledge!();
  await vi.waitFor(() => expect(gains).toEqual([-1, -5]));
  acknowledge!();
  await ride(-6, -6);
  await vi.waitFor(() => expect(gains).toEqual([-1, -5, -6]));
  expect(house.bugs).toEqual([]);
});
