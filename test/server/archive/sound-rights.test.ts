import { expect, test } from "vitest";
import { advisedGainDb, type CartMeasure } from "../../../schemas/carts.ts";
import type { PlayedSound, SoundRights } from "../../../schemas/sound-rights.ts";
import { asksForCredit } from "../../../schemas/sound-rights.ts";
import { openDoors } from "../../support/doors.ts";
import { publishShow } from "../../support/published-show.ts";
import { cartOf } from "../../support/known-cart.ts";

const free: SoundRights = { origin: "free", author: "Ana Luz", licence: "CC BY 4.0", source: "https://son.example" };

test("an episode names the authors whose licences ask for it, and tells its publisher the rights of all that was heard", async () => {
  await using doors = await openDoors();
  const school = await doors.seedSchool();
  const { store } = doors;
  const { id: classroomId } = school.classroom;
  const { episodeId } = await publishShow(doors, school.show.id, { seconds: 3 });
  const { recordingId } = await store.episodes.filesOf(episodeId);
  const theme = await store.carts.add(cartOf({ classroomId, title: "Aurore", rights: free }));
  const jingle = await store.carts.add(cartOf({ classroomId, title: "Jingle", rights: { origin: "other", note: "" } }));
  await store.carts.add(cartOf({ classroomId, title: "Jamais joué", rights: free }));
  for (const at of [0.5, 2]) await store.cartPlays.note(recordingId!, theme, at);
  await store.cartPlays.note(recordingId!, jingle, 1);
  const teacher = await doors.asTeacher(school);
  const heard = (await (await teacher.get(`/api/episodes/${episodeId}/sounds`)).json()) as PlayedSound[];
  expect(heard).toEqual([
    { cartId: theme.id, title: "Aurore", rights: free, startsAt: [0.5, 2] },
    { cartId: jingle.id, title: "Jingle", rights: { origin: "other", note: "" }, startsAt: [1] },
  ]);
  const credit = { title: "Aurore", author: "Ana Luz", licence: "CC BY 4.0", source: "https://son.example" };
  expect((await store.episodes.require(episodeId)).soundCredits).toEqual([credit]);
  const feed = async () => (await teacher.get(`/feeds/${school.channel.slug}.xml`)).text();
  expect(await feed()).toContain("♪ « Aurore », Ana Luz, CC BY 4.0, https://son.example");
  // Told later, it counts at once; and what is removed stays told as it was.
  await teacher.patch(`/api/carts/${theme.id}`, { rights: { ...free, author: "Ana Luz Prado" } });
  expect(await feed()).toContain("« Aurore », Ana Luz Prado,");
  await store.carts.remove(theme.id);
  expect((await store.episodes.require(episodeId)).soundCredits).toEqual([credit]);
});

test("the public domain asks for no name, every other free licence does", () => {
  const of = (licence: string) => asksForCredit({ ...free, licence });
  expect(["CC0 1.0", "Domaine public"].map(of)).toEqual([false, false]);
  expect(["CC BY 4.0", "CC BY-NC-SA 3.0", "Licence Art Libre 1.3"].map(of)).toEqual([true, true, true]);
  expect(asksForCredit({ origin: "own" })).toBe(false);
});

test("a sound is advised to stand at −16 LUFS beside voices, a bed under them, and never over −1 dBTP", () => {
  const at = (integratedLufs: number | null, truePeakDbtp: number): CartMeasure => ({
    ...{ fileSeconds: 3, soundFrom: 0, soundTo: 3 },
    ...{ integratedLufs, truePeakDbtp },
  });
  const advised = (kind: "jingle" | "bed", measure: CartMeasure) => advisedGainDb({ kind, measure });
  expect(advised("jingle", at(-9.3, -0.1))).toBe(-6.7);
  expect(advised("jingle", at(-22, -12))).toBe(6);
  expect(advised("jingle", at(-30, -5))).toBe(4);
  expect(advised("bed", at(-16, -3))).toBe(-8);
  expect(advised("jingle", at(null, -100))).toBe(0);
});
