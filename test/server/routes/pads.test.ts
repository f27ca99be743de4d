import { expect, test } from "vitest";
import type { Cart, ShowPads } from "../../../schemas/carts.ts";
import { refusalIn } from "../../support/api-client.ts";
import { openDoors } from "../../support/doors.ts";
import { cartOf } from "../../support/known-cart.ts";

/** A class with three carts on its shelf, seen by its teacher. */
async function openShelf() {
  const doors = await openDoors();
  const school = await doors.seedSchool();
  const teacher = await doors.asTeacher(school);
  const { id: classroomId } = school.classroom;
  const add = (title: string) => doors.store.carts.add(cartOf({ classroomId, title }));
  const carts = [await add("Un"), await add("Deux"), await add("Trois")] as const;
  const pads = `/api/shows/${school.show.id}/pads`;
  return { doors, school, teacher, carts, pads, [Symbol.asyncDispose]: () => doors[Symbol.asyncDispose]() };
}

test("a show has the pads of its class until it gets its own, and can go back", async () => {
  await using shelf = await openShelf();
  const { teacher, pads, carts, doors, school } = shelf;
  const [one, two, three] = carts.map(({ id }) => id);
  const read = async () => (await (await teacher.get(pads)).json()) as ShowPads;
  expect(await read()).toEqual({ cartIds: [one, two, three], isOwn: false });
  const arranged = await teacher.send(
    "PUT",
    `/api/classrooms/${school.classroom.id}/pads`,
    JSON.stringify({ cartIds: [three] }),
    { "content-type": "application/json" },
  );
  expect(((await arranged.json()) as Cart[]).map(({ id }) => id)).toEqual([three, one, two]);
  expect(await read()).toEqual({ cartIds: [three, one, two], isOwn: false });
  const choose = (cartIds: unknown[]) =>
    teacher.send("PUT", pads, JSON.stringify({ cartIds }), { "content-type": "application/json" });
  expect((await choose([two, one])).status).toBe(200);
  await doors.store.carts.remove(carts[0].id);
  expect(await read(), "a sound that is gone has no pad").toEqual({ cartIds: [two], isOwn: true });
  expect(await refusalIn(await choose([two, two]))).toEqual([400, "request.malformed"]);
  expect((await teacher.delete(pads)).status).toBe(200);
  expect(await read()).toEqual({ cartIds: [three, two], isOwn: false });
});

test("a sound is changed in all that can be set of it, but not chained to another class's, nor to itself", async () => {
  await using shelf = await openShelf();
  const { teacher, carts, doors } = shelf;
  const change = (words: object) => teacher.patch(`/api/carts/${carts[0].id}`, words);
  const set = { mode: "hold", gainDb: -4.5, fadeOutSeconds: 2, nextCartId: carts[1].id, isForPupils: false };
  expect(await (await change(set)).json()).toMatchObject(set);
  const other = await doors.seedSchool();
  const foreign = await doors.store.carts.add(cartOf({ classroomId: other.classroom.id }));
  expect(await refusalIn(await change({ nextCartId: foreign.id }))).toEqual([404, "cart.not_found"]);
  expect(await refusalIn(await change({ nextCartId: carts[0].id }))).toEqual([404, "cart.not_found"]);
  await doors.store.carts.remove(carts[1].id);
  expect(await doors.store.carts.require(carts[0].id)).toMatchObject({ nextCartId: null });
});

test("a loop plays the whole of its file, all else what sounds in it", async () => {
  await using shelf = await openShelf();
  const { school, doors } = shelf;
  const measure = { fileSeconds: 10, soundFrom: 1, soundTo: 4, integratedLufs: -20, truePeakDbtp: -6 };
  const cart = await doors.store.carts.add(cartOf({ classroomId: school.classroom.id, measure }));
  expect(cart.durationSeconds).toBe(3);
  expect((await doors.store.carts.change(cart.id, { mode: "loop" })).durationSeconds).toBe(10);
});
