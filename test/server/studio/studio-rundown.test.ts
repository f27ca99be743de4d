import { expect, test, vi } from "vitest";
import type { RundownItem } from "../../../schemas/rundown.ts";
import { StudioSnapshot } from "../../../schemas/studio.ts";
import type { LoadableCart } from "../../../server/studio/cart-rack.ts";
import { toneCart } from "../../support/known-cart.ts";
import { ManualClock } from "../../support/manual-clock.ts";
import { rundownItem } from "../../support/rundown.ts";
import { scratch } from "../../support/scratch.ts";
import { openStudioHouse } from "../../support/studio-house.ts";

const cartIn = (directory: ReturnType<typeof scratch>, kind: "jingle" | "bed"): LoadableCart =>
  toneCart(directory, { kind }, 60);

/** A desk and two pupils in the studio of a show with a rundown, on a clock that stands. */
async function openShow(makeItems: (at: { pupils: [string, string] }) => RundownItem[], carts: LoadableCart[] = []) {
  await using opening = new AsyncDisposableStack();
  const clock = new ManualClock();
  const house = opening.use(await openStudioHouse({ clock, carts }));
  const { pupils, show, classroom } = house.school;
  for (const { cart } of carts) {
    await house.store.carts.add({ ...cart, classroomId: classroom.id });
  }
  const items = makeItems({ pupils: [pupils[0].id, pupils[1].id] });
  await house.store.rundowns.save(show.id, { revision: 0, items });
  const desk = opening.use(await house.connectAs("teacher"));
  const { routerRtpCapabilities } = await desk.join(show.id);
  await desk.speakUp(routerRtpCapabilities);
  const seats = [opening.use(await house.connectAs(0)), opening.use(await house.connectAs(1))];
  for (const seat of seats) await desk.must("bringIn", { stripId: (await seat.join(show.id)).stripId });
  const studio = await house.studios.studioOf(show.id);
  const goOnAir = async () => {
    await desk.must("goOnAir", {});
    clock.advance(3_000);
    await vi.waitFor(() => expect(studio.transmission.state).toBe("onAir"));
  };
  const open = opening.move();
  return {
    ...{ house, clock, desk, seats, studio, items, goOnAir, showId: show.id },
    /** Names of those whose microphones are open. */
    open: () => studio.snapshot().strips.flatMap(({ isOpen, name }) => (isOpen ? [name] : [])),
    playing: () => studio.snapshot().playing.map(({ cartId }) => cartId),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

const withMoves = (moves: Partial<RundownItem["moves"]>) => ({ ...rundownItem("").moves, ...moves });

test("going on air begins the rundown: the first speakers come in and are open at zero, and nobody else", async () => {
  const speak = withMoves({ microphones: "speakers" });
  await using at = await openShow(({ pupils }) => [
    rundownItem("Bonjour", { speakers: [pupils[0] as never], moves: speak }),
    rundownItem("Chronique", { speakers: [pupils[1] as never, "teacher"], moves: speak }),
    rundownItem("Tous", { speakers: ["everybody"], moves: speak }),
    rundownItem("Musique", { moves: withMoves({ microphones: "closed" }) }),
  ]);
  for (const { id, voice } of at.studio.snapshot().strips) {
    if (voice.kind === "pupil") await at.desk.must("sendBackstage", { stripId: id });
  }
  expect(at.open()).toEqual([]);
  await at.goOnAir();
  expect(at.open()).toEqual(["Awa"]);
  const next = () => at.desk.must("nextItem", { after: at.studio.rundown.state.current!.itemId });
  const backstage = () =>
    at.studio.snapshot().strips.flatMap(({ place, name }) => (place === "backstage" ? [name] : []));
  expect(backstage()).toEqual(["Jules"]);
  await next();
  expect(at.open().sort()).toEqual(["Jules", "Mme Lefort"]);
  await at.desk.must("sendBackstage", {
    stripId: at.studio.snapshot().strips.find(({ name }) => name === "Jules")!.id,
  });
  await next();
  expect(at.open().sort()).toEqual(["Awa", "Mme Lefort"]);
  await next();
  expect(at.open()).toEqual([]);
  const last = at.studio.rundown.state.current!.itemId;
  expect(await at.desk.ask("nextItem", { after: last })).toEqual({ ok: false, error: "rundown.at_end" });
});

test("after the opening tune the microphones are as the teacher had set them, where the rundown names nobody", async () => {
  await using at = await openShow(() => [
    rundownItem("Générique", { moves: withMoves({ microphones: "closed" }) }),
    rundownItem("Virgule", { moves: withMoves({ microphones: "closed" }) }),
    rundownItem("Présentation", { moves: withMoves({ microphones: "speakers" }) }),
    rundownItem("Pause", { moves: withMoves({ microphones: "closed" }) }),
    rundownItem("Le métier", { moves: withMoves({ microphones: "speakers" }) }),
  ]);
  const next = () => at.desk.must("nextItem", { after: at.studio.rundown.state.current!.itemId });
  const awa = at.studio.snapshot().strips.find(({ name }) => name === "Awa")!.id;
  await at.desk.must("setStrip", { stripId: awa, isOpen: true });
  const before = at.open().sort();
  expect(before).toContain("Awa");
  await at.goOnAir();
  expect(at.open()).toEqual([]);
  await next();
  expect(at.open()).toEqual([]);
  await next();
  expect(at.open().sort()).toEqual(before);
  await next();
  await at.desk.must("muteAll", {});
  await next();
  expect(at.open(), "Tout fermer holds").toEqual([]);
});

test("who was sent backstage during the jingle, or was open in rehearsal only, is not opened after it", async () => {
  await using at = await openShow(() => [
    rundownItem("Générique", { moves: withMoves({ microphones: "closed" }) }),
    rundownItem("Présentation", { moves: withMoves({ microphones: "speakers" }) }),
  ]);
  const next = () => at.desk.must("nextItem", { after: at.studio.rundown.state.current?.itemId ?? null });
  const [awa, jules] = ["Awa", "Jules"].map((own) => at.studio.snapshot().strips.find(({ name }) => name === own)!.id);
  for (const stripId of [awa!, jules!]) await at.desk.must("setStrip", { stripId, isOpen: true });
  await next();
  // The show begins: what was open in rehearsal is forgotten.
  await at.desk.must("setStrip", { stripId: jules!, isOpen: true });
  await at.goOnAir();
  expect(at.open()).toEqual([]);
  await at.desk.must("sendBackstage", { stripId: jules! });
  await at.desk.must("bringIn", { stripId: jules! });
  await next();
  expect(at.open()).toEqual([]);
});

test("whose tablet reloads while the desk moves on comes back as the rundown wants it", async () => {
  await using at = await openShow(({ pupils }) => [
    rundownItem("Générique", { moves: withMoves({ microphones: "closed" }) }),
    rundownItem("Bonjour", { speakers: [pupils[0] as never], moves: withMoves({ microphones: "speakers" }) }),
  ]);
  await at.goOnAir();
  const away = () => at.studio.snapshot().strips.flatMap(({ name, peerId }) => (peerId === null ? [name] : []));
  for (const seat of at.seats) seat.socket.close();
  await vi.waitFor(() => expect(away()).toEqual(["Awa", "Jules"]));
  await at.desk.must("nextItem", { after: at.items[0]!.id });
  expect(at.open()).toEqual(["Awa"]);
});

test("an item fires its sounds, changes the bed, and sets the faders; taken up again, it fires nothing", async () => {
  using files = scratch();
  const [jingle, bed, otherBed] = [cartIn(files, "jingle"), cartIn(files, "bed"), cartIn(files, "bed")];
  await using at = await openShow(
    ({ pupils }) => [
      rundownItem("Générique", { cartIds: [jingle.cart.id], moves: withMoves({ bed: bed.cart.id, cartsGainDb: -12 }) }),
      rundownItem("Voix seule", {
        moves: withMoves({ bed: "off", gains: [{ speaker: pupils[0] as never, gainDb: -6 }] }),
      }),
      rundownItem("Autre tapis", { moves: withMoves({ bed: otherBed.cart.id }) }),
    ],
    [jingle, bed, otherBed],
  );
  const [first, second, third] = at.items.map(({ id }) => id);
  await at.desk.must("nextItem", { after: null });
  expect(new Set(at.playing())).toEqual(new Set([jingle.cart.id, bed.cart.id]));
  expect(at.studio.snapshot().cartsGainDb).toBe(-12);
  await at.desk.must("nextItem", { after: first! });
  expect(at.playing()).toEqual([jingle.cart.id]);
  expect(at.studio.snapshot().strips.find(({ name }) => name === "Awa")?.gainDb).toBe(-6);
  await at.desk.must("nextItem", { after: second! });
  expect(new Set(at.playing())).toEqual(new Set([jingle.cart.id, otherBed.cart.id]));
  await at.desk.must("stopCart", { cartId: jingle.cart.id });
  await at.desk.must("goToItem", { itemId: first! });
  expect(at.playing()).toEqual([otherBed.cart.id]);
  expect(at.studio.rundown.state).toMatchObject({ current: { itemId: first }, doneIds: [second, third] });
});

test("two desks that press at once move on by one, and a jump passes over what is between", async () => {
  await using at = await openShow(() => ["Un", "Deux", "Trois", "Quatre"].map((title) => rundownItem(title)));
  const [one, two, , four] = at.items.map(({ id }) => id);
  await at.desk.must("nextItem", { after: null });
  await Promise.all([at.desk.must("nextItem", { after: one! }), at.desk.must("nextItem", { after: one! })]);
  expect(at.studio.rundown.state.current?.itemId).toBe(two);
  await at.desk.must("goToItem", { itemId: four! });
  expect(at.studio.rundown.state).toMatchObject({ current: { itemId: four }, doneIds: [one, two] });
  const unknown = rundownItem("Nulle part").id;
  const refused = { ok: false, error: "rundown.item_not_found" };
  expect(await at.desk.ask("goToItem", { itemId: unknown })).toEqual(refused);
  expect(await at.seats[0]!.ask("nextItem", { after: four! })).toEqual({ ok: false, error: "session.forbidden" });
});

test("a page that reloads knows to the millisecond since when the item is on, and what was on before", async () => {
  await using at = await openShow(() => [rundownItem("Un"), rundownItem("Deux")]);
  await at.goOnAir();
  const begunAt = new Date(at.clock.now()).toISOString();
  at.clock.advance(61_234);
  await at.desk.must("nextItem", { after: at.items[0]!.id });
  const startedAt = new Date(at.clock.now()).toISOString();
  at.clock.advance(5_000);
  at.desk.socket.close();
  using again = await at.house.connectAs("teacher");
  const { snapshot } = await again.join(at.showId);
  const current = { itemId: at.items[1]!.id, startedAt };
  expect(snapshot.rundown).toMatchObject({ revision: 1, current, begunAt, doneIds: [at.items[0]!.id] });
  expect(snapshot.rundown.lines.map(({ title }) => title)).toEqual(["Un", "Deux"]);
  expect(StudioSnapshot.safeParse(snapshot).error).toBeUndefined();
});

test("a rundown changed during the show is followed; when the item that is on was removed, the next that was not on yet follows", async () => {
  await using at = await openShow(() => [rundownItem("Un"), rundownItem("Deux"), rundownItem("Trois")]);
  const [one, two, three] = at.items;
  await at.desk.must("nextItem", { after: null });
  await at.desk.must("nextItem", { after: one!.id });
  expect(at.studio.currentTitle).toBe("Deux");
  const save = async (revision: number, items: RundownItem[]) => {
    await at.house.store.rundowns.save(at.showId, { revision, items });
    await at.house.studios.refresh(at.showId);
  };
  await save(1, [one!, { ...two!, title: "Le deuxième" }, three!]);
  expect(at.studio.currentTitle).toBe("Le deuxième");
  await save(2, [one!, three!]);
  expect(at.studio.rundown.state).toMatchObject({ revision: 3, current: null });
  expect(at.studio.currentTitle).toBe("Le journal de midi");
  await at.desk.must("nextItem", { after: null });
  expect(at.studio.rundown.state.current?.itemId).toBe(three!.id);
});

test("what began on air is written down as it happens; what was rehearsed is not", async () => {
  await using at = await openShow(() => [rundownItem("Un"), rundownItem("Deux"), rundownItem("Trois")]);
  const ids = at.items.map(({ id }) => id);
  await at.desk.must("goToItem", { itemId: ids[2]! });
  await at.goOnAir();
  const since = at.clock.now();
  // A title travels half a second before its sound, which listeners hear ten seconds later.
  const titleRead = () => at.house.studios.airwaves.findShow(at.showId)?.titleNow();
  at.clock.advance(9_499);
  expect(titleRead()).toBe("Le journal de midi");
  at.clock.advance(1);
  expect(titleRead()).toBe("Un");
  at.clock.advance(500);
  // The machine asks a time server, and learns that it is wrong: chapters keep their places.
  at.clock.set(-90_000);
  at.clock.advance(20_000);
  await at.desk.must("nextItem", { after: ids[0]! });
  await vi.waitFor(() => expect(at.house.aired).toHaveLength(2));
  expect(at.house.aired).toEqual([
    { itemId: ids[0], title: "Un", startedAt: since },
    { itemId: ids[1], title: "Deux", startedAt: since + 30_000 },
  ]);
  await at.desk.must("endShow", {});
  expect(at.house.bugs).toEqual([]);
});
