import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ConsentScope } from "../../../schemas/consent.ts";
import { cartsStripId, PupilId } from "../../../schemas/ids.ts";
import { openErasedPupils } from "../../../server/store/erased-pupils.ts";
import { openFamilySchool } from "../../support/family.ts";
import { openHeardShow } from "../../support/heard-show.ts";
import { cartOf } from "../../support/known-cart.ts";
import { heard } from "../../support/recorded-show.ts";
import { giveConsent } from "../../support/school.ts";
import { levelAt } from "../../support/sound.ts";

/** While the theme plays and Awa speaks. */
const stretch = { from: 3, seconds: 2 };
const refusal = async (response: Response): Promise<readonly [number, unknown]> => [
  response.status,
  (await response.json()) as unknown,
];

/** A show whose theme is a take of Lina's, who is at no microphone. */
async function openSpokenShow(lina: ConsentScope, wish: Parameters<typeof openHeardShow>[0] = {}) {
  const at = await openHeardShow(wish);
  const { store, clock, directory } = at.doors;
  const { id } = at.school.pupils[2];
  await giveConsent(store, id, lina, clock.now);
  const cart = await store.carts.add(cartOf({ classroomId: at.school.classroom.id, title: "Le corbeau" }));
  await store.spokenCarts.note(cart.id, [id]);
  const { recordingId } = await store.episodes.filesOf((await at.episode()).id);
  await store.cartPlays.note(recordingId!, cart, 2);
  const level = async (pitch: number) =>
    levelAt(pitch, join(directory, (await at.episode()).enclosures[0]!.url), stretch);
  const leaveLinaOut = () => at.teacher.put(`${at.address}/left-out-voices`, { pupilIds: [id] });
  return { ...at, id, cart, recordingId: recordingId!, level, leaveLinaOut };
}

test("a take that was played in a show goes as far as its speaker may be heard, and is left out with all sounds of the desk", async () => {
  await using at = await openSpokenShow("class");
  expect(await refusal(await at.publish())).toEqual([409, { error: "consent.too_narrow", names: ["Lina"] }]);
  expect(await at.voices()).toMatchObject({ reach: "class", inCarts: [at.id], companies: [] });
  const [awa, theme] = [await at.level(heard.awa.pitch), await at.level(heard.theme.pitch)];
  expect(theme).toBeGreaterThan(-50);
  // Whoever deletes the sound from the desk has not taken it out of the show.
  expect((await at.teacher.delete(`/api/carts/${at.cart.id}`)).status).toBe(204);
  expect((await at.publish()).status).toBe(409);
  expect((await at.leaveLinaOut()).status).toBe(200);
  await at.untilState("rendered");
  const without = await at.level(heard.theme.pitch);
  console.log(`the theme: ${theme.toFixed(1)} dBFS, ${without.toFixed(1)} dBFS once Lina is left out`);
  expect(without).toBeLessThan(theme - 40);
  expect(Math.abs((await at.level(heard.awa.pitch)) - awa)).toBeLessThan(1.5);
  expect((await at.publish()).status).toBe(200);
  expect(at.doors.bugs).toEqual([]);
});

test("a family's message that was played goes as far as the family said, and once it is taken back the episode is made anew without it", async () => {
  await using at = await openHeardShow();
  const { store } = at.doors;
  const { make, tokenOf, enter } = await openFamilySchool(at.doors, at.school);
  const family = await make([at.school.pupils[0].id]);
  const phone = await enter(await tokenOf(family));
  const id = store.replies.newId();
  const voice = { speaker: "adult", scope: "class" } as const;
  const from = { familyId: family.id, showId: at.school.show.id, kind: "voice", durationSeconds: 5 } as const;
  await store.replies.add({ id, ...from, voice });
  const cart = await store.carts.add(cartOf({ classroomId: at.school.classroom.id, title: "Message 1" }));
  await store.replies.setCart(id, cart.id);
  const { recordingId } = await store.episodes.filesOf((await at.episode()).id);
  await store.cartPlays.note(recordingId!, cart, 2);
  expect(await refusal(await at.publish())).toEqual([409, { error: "consent.too_narrow" }]);
  expect(await at.voices()).toMatchObject({ reach: "class", inCarts: [id] });
  const ofFamily = (await at.voices()).voices.filter(({ isFamily }) => isFamily);
  expect(ofFamily).toEqual([{ pupilId: id, name: null, isFamily: true, scope: "class", leftOut: null }]);
  expect((await at.teacher.patch(at.address, { visibility: "class" })).status).toBe(200);
  expect((await at.publish()).status).toBe(200);
  // What its thirty days end keeps its scope wherever it was heard.
  const old = store.replies.newId();
  await store.replies.add({ id: old, ...from, voice: { speaker: "adult", scope: "family" } });
  const former = { stripId: cartsStripId, pupilId: PupilId.parse(old), isOpen: true };
  await store.voices.note(recordingId!, former);
  await store.replies.remove(old);
  expect((await at.voices()).voices.find(({ pupilId }) => pupilId === former.pupilId)).toMatchObject({
    scope: "family",
  });
  const level = async () =>
    levelAt(heard.theme.pitch, join(at.doors.directory, (await at.episode()).enclosures[0]!.url), stretch);
  const before = await level();
  expect((await phone.delete(`/api/family/replies/${id}`)).status).toBe(204);
  await at.untilState("published");
  const without = await level();
  console.log(`the message: ${before.toFixed(1)} dBFS, ${without.toFixed(1)} dBFS once it was taken back`);
  expect(without).toBeLessThan(before - 40);
  expect((await at.voices()).voices.find(({ isFamily }) => isFamily)).toMatchObject({
    scope: "none",
    leftOut: "remixed",
  });
  expect(at.doors.bugs).toEqual([]);
});

test("of an erased pupil whose take was played no sound is left in the episode and the recording, which is still mixed anew without others", async () => {
  await using at = await openSpokenShow("public");
  const { doors, id, folder, recorded } = at;
  expect((await at.publish()).status).toBe(200);
  const traces: unknown = await (await at.teacher.get(`/api/pupils/${id}/traces`)).json();
  expect(traces).toMatchObject({ recordings: 1, remade: 1, removed: 0 });
  const { enclosures } = await at.episode();
  expect((await at.teacher.delete(`/api/pupils/${id}`)).status).toBe(204);
  expect([(await at.teacher.get(enclosures[0]!.url)).status, await at.feed()]).toEqual([
    404,
    expect.not.stringContaining("<item>"),
  ]);
  await at.untilState("published");
  expect((await readdir(folder)).filter((name) => name.startsWith("carts"))).toEqual([]);
  expect(await readFile(join(folder, "session.jsonl"), "utf8")).not.toContain("cartsOpened");
  expect(await levelAt(heard.theme.pitch, recorded.programmePath, stretch)).toBeLessThan(-70);
  expect(await at.level(heard.theme.pitch)).toBeLessThan(-70);
  expect(await at.level(heard.awa.pitch)).toBeGreaterThan(-40);
  expect((await at.voices()).voices.map(({ name }) => name)).toEqual(["Awa", "Jules"]);
  expect(await openErasedPupils(doors.database).unfinished()).toEqual([]);
  expect(await doors.database.selectFrom("cartPlay").selectAll().execute()).toEqual([]);
  // Without carts it is still known how the others were mixed.
  expect((await at.leaveOut(1)).status).toBe(200);
  const ways = async () => (await at.voices()).voices.map(({ leftOut }) => leftOut);
  await expect.poll(ways, { timeout: 30_000 }).toEqual([null, "remixed"]);
  expect(doors.bugs).toEqual([]);
});

test("where the sounds of the desk were not kept apart, who speaks in one is inseparable: the episode stays out, and goes with their erasure", async () => {
  await using at = await openSpokenShow("public", { isFromBefore: true });
  expect(await refusal(await at.leaveLinaOut())).toEqual([409, { error: "voice.inseparable" }]);
  expect((await at.publish()).status).toBe(200);
  const withdrawal = { scope: "none", givenBy: "Sa mère", givenOn: "2026-11-17" };
  await at.teacher.post(`/api/pupils/${at.id}/consents`, withdrawal);
  expect(await at.feed()).not.toContain("<item>");
  expect(await at.voices()).toMatchObject({ isComingBack: false });
  expect((await at.teacher.delete(`/api/pupils/${at.id}`)).status).toBe(204);
  expect((await at.teacher.get(at.address)).status).toBe(404);
  await expect(readdir(at.folder)).rejects.toThrow();
  expect(at.doors.bugs).toEqual([]);
});
