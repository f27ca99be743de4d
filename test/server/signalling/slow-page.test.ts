import { expect, test, vi } from "vitest";
import type { StripId } from "../../../schemas/ids.ts";
import type { Announcement } from "../../../schemas/signalling.ts";
import type { StudioPage } from "../../support/studio-page.ts";
import { openStudioHouse } from "../../support/studio-house.ts";

/** Moves a fader down dB by dB; each step has been told to the desk before the next. */
async function ride(desk: StudioPage, stripId: StripId, from: number, to: number) {
  const gainTold = () =>
    desk
      .all("studioChanged")
      .at(-1)
      ?.strips.find(({ id }) => id === stripId)?.gainDb;
  for (let gainDb = from; gainDb >= to; gainDb -= 1) {
    await desk.must("setStrip", { stripId, gainDb });
    await vi.waitFor(() => expect(gainTold()).toBe(gainDb));
  }
}

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
  await ride(desk, stripId, -1, -5);
  expect(gains).toEqual([-1]);
  acknowledge!();
  await vi.waitFor(() => expect(gains).toEqual([-1, -5]));
  acknowledge!();
  await ride(desk, stripId, -6, -6);
  await vi.waitFor(() => expect(gains).toEqual([-1, -5, -6]));
  expect(house.bugs).toEqual([]);
});

test("a slow page that is let go of has the newest change first", async () => {
  await using house = await openStudioHouse();
  using desk = await house.connectAs("teacher");
  using pupil = await house.connectAs(0);
  await desk.join(house.showId);
  const { stripId } = await pupil.join(house.showId);
  const gains: (number | undefined)[] = [];
  pupil.socket.offAny();
  pupil.socket.on("studioChanged", ({ strips }: Announcement<"studioChanged">) => {
    gains.push(strips.find(({ id }) => id === stripId)?.gainDb);
  });
  await ride(desk, stripId, -1, -3);
  await vi.waitFor(() => expect(gains).toEqual([-1]));
  const gone = new Promise((resolve) => pupil.socket.once("disconnect", resolve));
  house.signalling.letComeAnew(({ role }) => role === "pupil");
  await gone;
  expect(gains).toEqual([-1, -3]);
});
