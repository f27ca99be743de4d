import { expect, test, vi } from "vitest";
import { ManualClock } from "../../support/manual-clock.ts";
import { toneCart } from "../../support/known-cart.ts";
import { scratch } from "../../support/scratch.ts";
import { openStudioHouse } from "../../support/studio-house.ts";

test("what plays on air is written down with its moment, what plays in rehearsal is not; chained sounds too", async () => {
  using files = scratch();
  const clock = new ManualClock();
  const bed = toneCart(files, { kind: "bed" });
  const second = toneCart(files, {}, 30);
  const first = toneCart(files, { nextCartId: second.cart.id }, 0.5);
  await using house = await openStudioHouse({ clock, carts: [bed, first, second] });
  using desk = await house.connectAs("teacher");
  const { routerRtpCapabilities } = await desk.join(house.showId);
  const studio = await house.studios.studioOf(house.showId);
  const playing = () => studio.carts.playing().map(({ cartId }) => cartId);
  await desk.speakUp(routerRtpCapabilities);
  await desk.must("playCart", { cartId: first.cart.id });
  await vi.waitFor(() => expect(playing()).toEqual([second.cart.id]));
  await desk.must("stopCart", { cartId: second.cart.id });
  await desk.must("playCart", { cartId: bed.cart.id });
  await desk.must("goOnAir", {});
  clock.advance(3_000);
  await vi.waitFor(() => expect(studio.transmission.state).toBe("onAir"));
  clock.advance(2_000);
  await desk.must("playCart", { cartId: first.cart.id });
  await vi.waitFor(() => expect(house.played.map(({ cartId }) => cartId)).toContain(second.cart.id));
  expect(house.played).toEqual([
    { cartId: bed.cart.id, atSeconds: 0 },
    { cartId: first.cart.id, atSeconds: 2 },
    { cartId: second.cart.id, atSeconds: 2 },
  ]);
});

test("a pupil at the desk plays what is for pupils, and is told so of the rest", async () => {
  using files = scratch();
  const [jingle, theme] = [toneCart(files), toneCart(files, { isForPupils: false })];
  await using house = await openStudioHouse({ carts: [jingle, theme] });
  using desk = await house.connectAs("teacher");
  using pupil = await house.connectAs(0);
  await desk.join(house.showId);
  const { stripId } = await pupil.join(house.showId);
  await desk.must("lendDesk", { stripId, parts: ["carts"] });
  await pupil.must("playCart", { cartId: jingle.cart.id });
  expect(await pupil.ask("playCart", { cartId: theme.cart.id })).toEqual({ ok: false, error: "cart.not_for_pupils" });
  await desk.must("playCart", { cartId: theme.cart.id });
  expect(await pupil.ask("stopCart", { cartId: theme.cart.id })).toEqual({ ok: false, error: "cart.not_for_pupils" });
});
