import { expect, test, vi } from "vitest";
import { Levels, StudioSnapshot } from "../../../schemas/studio.ts";
import type { LoadableCart } from "../../../server/studio/cart-rack.ts";
import { toneCart } from "../../support/known-cart.ts";
import { scratch } from "../../support/scratch.ts";
import { speak } from "../../support/speak.ts";
import { openStudioHouse } from "../../support/studio-house.ts";

const cartIn = (directory: ReturnType<typeof scratch>, kind: "jingle" | "bed", seconds: number): LoadableCart =>
  toneCart(directory, { kind }, seconds);

test("meters go to the desk and to nobody else, fifteen times a second", async () => {
  await using house = await openStudioHouse();
  using desk = await house.connectAs("teacher");
  using pupil = await house.connectAs(0);
  await desk.join(house.showId);
  const { stripId, routerRtpCapabilities } = await pupil.join(house.showId);
  const producerId = await pupil.speakUp(routerRtpCapabilities);
  await using voices = new AsyncDisposableStack();
  voices.use(await speak(house.microphones.get(producerId)!, 440, -20));
  await vi.waitFor(() => expect(desk.all("levelsMeasured").at(-1)?.strips[stripId]?.rmsDbfs).toBeCloseTo(-20, 0));
  const [before, begun] = [desk.all("levelsMeasured").length, performance.now()];
  await vi.waitFor(() => expect(desk.all("levelsMeasured").length).toBeGreaterThan(before + 30));
  expect((performance.now() - begun) / 31).toBeLessThan(150);
  expect(Levels.safeParse(desk.all("levelsMeasured").at(-1)).success).toBe(true);
  expect(pupil.all("levelsMeasured")).toEqual([]);
});

test("a fader drag reaches everybody as few snapshots, of which the last is right", async () => {
  await using house = await openStudioHouse();
  using desk = await house.connectAs("teacher");
  using pupil = await house.connectAs(0);
  const { stripId } = await desk.join(house.showId);
  await pupil.join(house.showId);
  const before = pupil.all("studioChanged").length;
  const moves = Array.from({ length: 100 }, (_, step) => desk.must("setStrip", { stripId, gainDb: -step / 2 }));
  await Promise.all(moves);
  await vi.waitFor(() => {
    const strip = pupil
      .all("studioChanged")
      .at(-1)
      ?.strips.find(({ id }) => id === stripId);
    expect(strip?.gainDb).toBe(-49.5);
  });
  expect(pupil.all("studioChanged").length - before).toBeLessThan(50);
  const revisions = pupil.all("studioChanged").map(({ revision }) => revision);
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  expect(StudioSnapshot.safeParse(pupil.all("studioChanged").at(-1)).error).toBeUndefined();
});

test("a cart plays until its end, a bed until it is stopped, and a broken file spoils nothing", async () => {
  using files = scratch();
  const [jingle, bed] = [cartIn(files, "jingle", 1), cartIn(files, "bed", 1)];
  const broken = { ...cartIn(files, "jingle", 1), pcmPath: files.file("nowhere.s16") };
  await using house = await openStudioHouse({ carts: [jingle, bed, broken] });
  using desk = await house.connectAs("teacher");
  const { snapshot } = await desk.join(house.showId);
  expect(new Set(snapshot.carts)).toEqual(new Set([jingle.cart, bed.cart]));
  expect(house.bugs).toHaveLength(1);
  const playing = () =>
    desk
      .all("studioChanged")
      .at(-1)
      ?.playing.map(({ cartId, isLooping }) => [cartId, isLooping]);
  await desk.must("playCart", { cartId: bed.cart.id });
  await desk.must("playCart", { cartId: jingle.cart.id });
  await vi.waitFor(() => expect(playing()).toHaveLength(2));
  await vi.waitFor(() => expect(playing()).toEqual([[bed.cart.id, true]]));
  await desk.must("setCartsGain", { gainDb: -6 });
  await desk.must("stopCart", { cartId: bed.cart.id });
  await vi.waitFor(() => expect(desk.all("studioChanged").at(-1)).toMatchObject({ playing: [], cartsGainDb: -6 }));
  expect(await desk.ask("playCart", { cartId: broken.cart.id })).toEqual({ ok: false, error: "cart.not_found" });
});

test("a desk that reloads finds everything as it was", async () => {
  using files = scratch();
  const bed = cartIn(files, "bed", 1);
  await using house = await openStudioHouse({ carts: [bed] });
  const before = await house.connectAs("teacher");
  const { stripId } = await before.join(house.showId);
  await before.must("setStrip", { stripId, gainDb: -3, isOpen: true });
  await before.must("setStrip", { stripId, pan: -0.5, weightDb: 3, processing: { hasHighPass: true, trimDb: 4 } });
  await before.must("setStrip", { stripId, processing: { hasGate: true } });
  await before.must("setAutomix", { hasAutomix: true });
  await before.must("setDucking", { isOn: false, depthDb: 20, releaseMs: 500 });
  await before.must("cueStrip", { stripId, isCued: true });
  await before.must("setCartsGain", { gainDb: -12 });
  await before.must("playCart", { cartId: bed.cart.id });
  before.socket.close();
  using after = await house.connectAs("teacher");
  expect((await after.join(house.showId)).snapshot).toMatchObject({
    strips: [
      {
        ...{ id: stripId, gainDb: -3, isOpen: true, pan: -0.5, weightDb: 3, isCued: true },
        processing: { trimDb: 4, hasHighPass: true, hasGate: true, hasDenoiser: false, hasCompressor: false },
      },
    ],
    sound: { hasAutomix: true, ducking: { isOn: false, depthDb: 20, releaseMs: 500 } },
    playing: [{ cartId: bed.cart.id, isLooping: true }],
    cartsGainDb: -12,
  });
});

test("a strip takes the trim that its sound check suggests, until the desk has set its own", async () => {
  await using house = await openStudioHouse();
  using desk = await house.connectAs("teacher");
  using pupil = await house.connectAs(0);
  await desk.join(house.showId);
  const { stripId } = await pupil.join(house.showId);
  const studio = await house.studios.studioOf(house.showId);
  const trim = () => studio.snapshot().strips.find(({ id }) => id === stripId)?.processing.trimDb;
  await pupil.must("setMicrophone", { state: "open", suggestedTrimDb: 6 });
  expect(trim()).toBe(6);
  await pupil.must("setMicrophone", { state: "open", suggestedTrimDb: 3 });
  expect(trim()).toBe(3);
  await desk.must("setStrip", { stripId, processing: { trimDb: -2 } });
  await pupil.must("setMicrophone", { state: "open", suggestedTrimDb: 6 });
  expect(trim()).toBe(-2);
});
