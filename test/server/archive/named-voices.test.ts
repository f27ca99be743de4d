import { join } from "node:path";
import { expect, test } from "vitest";
import { usualExercise } from "../../../schemas/exercises.ts";
import type { ConsentScope } from "../../../schemas/consent.ts";
import { TakeId, type PupilId } from "../../../schemas/ids.ts";
import type { Pupil } from "../../../schemas/people.ts";
import { newId } from "../../../server/store/new-id.ts";
import { openHeardShow } from "../../support/heard-show.ts";
import { cartOf } from "../../support/known-cart.ts";
import { heard } from "../../support/recorded-show.ts";
import { rundownItem } from "../../support/rundown.ts";
import { addPupils, giveConsent } from "../../support/school.ts";
import { levelAt } from "../../support/sound.ts";

/** A show whose theme is an interview: Lina recorded it, and with Noé, as she said. */
async function openInterviewShow(scopes: { zoe: ConsentScope }) {
  const at = await openHeardShow();
  const { store, clock, directory, database } = at.doors;
  const { classroom, pupils, show } = at.school;
  const lina = pupils[2];
  const [noe, zoe] = (await addPupils(store, classroom.id, ["Noé", "Zoé"])) as [Pupil, Pupil];
  await giveConsent(store, zoe.id, scopes.zoe, clock.now);
  const exercise = await store.exercises.create(classroom.id, { ...usualExercise, kind: "interview", title: "Toi" });
  const id = newId(TakeId);
  const recordedAt = new Date(clock.now).toISOString();
  await store.takes.begin(exercise.id, lina.id, { id, recordedAt, durationSeconds: 4, partnerId: noe.id }, 1_000);
  await store.takes.setArrived(id);
  await store.takes.setSent(id);
  const cart = await store.carts.add(cartOf({ classroomId: classroom.id, title: "L’interview" }));
  await store.spokenCarts.note(cart.id, [lina.id, noe.id], id);
  const item = rundownItem("L’interview", { kind: "sound", cartIds: [cart.id], speakers: [lina.id, noe.id] });
  await store.rundowns.save(show.id, { revision: 0, items: [item] });
  await store.cartPlays.note(at.recordingId, cart, 2);
  const inCarts = async () => (await at.voices()).inCarts.toSorted();
  const theme = async () => {
    const path = join(directory, (await at.episode()).enclosures[0]!.url);
    return levelAt(heard.theme.pitch, path, { from: 3, seconds: 2 });
  };
  const correct = (partnerId: PupilId | null) => at.teacher.put(`/api/takes/${id}/partner`, { partnerId });
  const acts = async () =>
    (await database.selectFrom("audit").selectAll().where("act", "=", "cart.voicesNamed").execute()).map(
      ({ target, classroomId }) => [target, classroomId],
    );
  return { ...at, id, cart, lina, noe, zoe, inCarts, theme, correct, acts };
}

test("an interview whose partner was somebody else goes as far as that one may be heard, at once and wherever it was broadcast", async () => {
  await using at = await openInterviewShow({ zoe: "class" });
  const { store } = at.doors;
  expect((await at.publish()).status).toBe(200);
  expect(await at.feed()).toContain("<item>");
  const before = await at.theme();
  expect(before).toBeGreaterThan(-50);
  expect((await at.correct(at.zoe.id)).status).toBe(200);
  // It is out of the feed with this answer, and comes back without the sounds of the desk.
  expect(await at.feed()).not.toContain("<item>");
  expect(await at.inCarts()).toEqual([at.lina.id, at.zoe.id].toSorted());
  await at.untilState("published");
  expect(await at.feed()).toContain("<item>");
  expect(await at.theme()).toBeLessThan(before - 40);
  expect(await at.theme()).toBeLessThan(-50);
  expect((await at.voices()).voices.map(({ name, leftOut }) => [name, leftOut])).toEqual([
    ["Awa", null],
    ["Jules", null],
    ["Lina", null],
    ["Zoé", "remixed"],
  ]);
  const [item] = (await store.rundowns.read(at.school.show.id)).items;
  expect(item!.speakers.toSorted()).toEqual([at.lina.id, at.zoe.id].toSorted());
  expect(await at.acts()).toEqual([[`cart:${at.cart.id}`, at.school.classroom.id]]);
  expect(at.doors.bugs).toEqual([]);
});

test("a sound that was left out for a pupil who does not speak in it is there again once that is said, and nothing says that they were left out", async () => {
  await using at = await openInterviewShow({ zoe: "class" });
  const before = await at.theme();
  expect((await at.correct(at.zoe.id)).status).toBe(200);
  expect((await at.publish()).status).toBe(409);
  expect((await at.teacher.put(`${at.address}/left-out-voices`, { pupilIds: [at.zoe.id] })).status).toBe(200);
  await at.untilState("rendered");
  expect(await at.theme()).toBeLessThan(before - 40);
  expect((await at.correct(at.noe.id)).status).toBe(200);
  await at.untilState("rendered");
  expect(await at.theme()).toBeGreaterThan(before - 3);
  expect(await at.inCarts()).toEqual([at.lina.id, at.noe.id].toSorted());
  expect(await at.doors.database.selectFrom("leftOutVoice").selectAll().execute()).toEqual([]);
  expect(at.doors.bugs).toEqual([]);
});

test("who speaks is corrected in what was broadcast also once the sound is gone from the desk, and nobody else's word about another sound is touched", async () => {
  await using at = await openInterviewShow({ zoe: "public" });
  const { store } = at.doors;
  const other = await store.carts.add(cartOf({ classroomId: at.school.classroom.id, title: "Le refrain" }));
  await store.spokenCarts.note(other.id, [at.noe.id]);
  await store.cartPlays.note(at.recordingId, other, 7);
  expect((await at.teacher.delete(`/api/carts/${at.cart.id}`)).status).toBe(204);
  expect((await at.correct(at.zoe.id)).status).toBe(200);
  // Noé is still heard, in the other sound.
  expect(await at.inCarts()).toEqual([at.lina.id, at.noe.id, at.zoe.id].toSorted());
  expect(await at.acts()).toEqual([[`recording:${at.recordingId}`, at.school.classroom.id]]);
  expect((await at.correct(null)).status).toBe(200);
  expect(await at.inCarts()).toEqual([at.lina.id, at.noe.id].toSorted());
  await giveConsent(store, at.zoe.id, "none", at.doors.clock.now);
  expect((await at.publish()).status).toBe(200);
  expect(at.doors.bugs).toEqual([]);
});

test("an erased pupil's voice stays marked in the recording until it is out, whatever is said of the sound meanwhile", async () => {
  await using at = await openInterviewShow({ zoe: "public" });
  const { database } = at.doors;
  const erased = { pupilId: at.noe.id, erasedAt: 1, answers: 0 };
  await database.insertInto("erasedPupil").values(erased).execute();
  expect((await at.correct(at.zoe.id)).status).toBe(200);
  expect(await at.inCarts()).toEqual([at.lina.id, at.noe.id, at.zoe.id].toSorted());
});
