import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { Visibility } from "../../../schemas/channels.ts";
import type { ConsentScope, EpisodeVoices } from "../../../schemas/consent.ts";
import { StripId } from "../../../schemas/ids.ts";
import { openDoors } from "../../support/doors.ts";
import { finishShow } from "../../support/finished-show.ts";
import { untilState } from "../../support/published-show.ts";
import { giveConsent } from "../../support/school.ts";

type Wish = { visibility?: Visibility; awa?: ConsentScope; jules?: ConsentScope };

/** A rendered episode of a channel in which Awa and Jules are heard, and three who want to hear it or publish it. */
async function openHeardSchool({ visibility = "public", awa = "public", jules = "public" }: Wish = {}) {
  await using opening = new AsyncDisposableStack();
  const doors = opening.use(await openDoors());
  const school = await doors.seedSchool();
  const { store, clock } = doors;
  const channel = await store.channels.change(school.channel.id, { visibility });
  const { episodeId, recordingId } = await finishShow(doors, school.show.id, { seconds: 1 });
  for (const [index, scope] of [awa, jules].entries()) {
    const { id: pupilId } = school.pupils[index]!;
    await store.voices.note(recordingId, { stripId: StripId.parse(v7()), pupilId, isOpen: true });
    await giveConsent(store, pupilId, scope, clock.now);
  }
  await untilState(doors, episodeId, "rendered");
  const teacher = await doors.asTeacher(school);
  const [pupil, visitor] = [await doors.asPupil(school, 2), doors.browser()];
  const address = `/api/episodes/${episodeId}`;
  const feed = () => visitor.get(`/feeds/${channel.slug}.xml`);
  const open = opening.move();
  return {
    ...{ doors, school, channel, teacher, pupil, visitor, address, feed },
    publish: () => teacher.put(`${address}/publication`),
    narrow: (to: Visibility | null) => teacher.patch(address, { visibility: to }),
    answer: (index: 0 | 1, scope: ConsentScope) =>
      teacher.post(`/api/pupils/${school.pupils[index].id}/consents`, {
        scope,
        givenBy: "Son père",
        givenOn: "2026-11-17",
      }),
    voices: async () => (await (await teacher.get(`${address}/voices`)).json()) as EpisodeVoices,
    episode: () => store.episodes.require(episodeId),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

test("an episode goes as far as the narrowest of its voices: wider is refused with the names, and there are ways out", async () => {
  await using at = await openHeardSchool({ jules: "class" });
  expect(await at.voices()).toMatchObject({ audience: "public", reach: "class" });
  const refused = await at.publish();
  expect([refused.status, await refused.json()]).toEqual([409, { error: "consent.too_narrow", names: ["Jules"] }]);

  // For the class only: its pupils find it on the radio's page, and nobody else anywhere.
  await at.narrow("class");
  expect((await at.publish()).status).toBe(200);
  const page = async (who: typeof at.visitor) =>
    ((await (await who.get(`/api/channels/${at.channel.slug}`)).json()) as { episodes: unknown[] }).episodes.length;
  expect([await page(at.pupil), await page(at.visitor)]).toEqual([1, 0]);
  const { enclosures } = await at.episode();
  const heardBy = async (who: typeof at.visitor) => (await who.send("HEAD", enclosures[0]!.url)).status;
  expect([await heardBy(at.pupil), await heardBy(at.visitor)]).toEqual([200, 404]);
  expect(await (await at.feed()).text()).not.toContain("<item>");

  // Opened to everybody again once the missing answer is there, and not before.
  expect((await at.narrow(null)).status).toBe(409);
  await at.answer(1, "public");
  expect((await at.narrow(null)).status).toBe(200);
  expect([await heardBy(at.visitor), (await (await at.feed()).text()).includes("<item>")]).toEqual([200, true]);
  expect(at.doors.bugs).toEqual([]);
});

test("a voice that is withdrawn takes its episode out of the feed at once, also for whoever has the feed already", async () => {
  await using at = await openHeardSchool();
  await at.publish();
  const known = (await at.feed()).headers.get("etag")!;
  const again = () => at.visitor.send("GET", `/feeds/${at.channel.slug}.xml`, null, { "if-none-match": known });
  expect((await again()).status).toBe(304);
  const touched = await at.teacher.get(`/api/pupils/${at.school.pupils[0].id}/episodes`);
  expect(await touched.json()).toMatchObject([{ state: "published" }]);

  const since = performance.now();
  await at.answer(0, "none");
  const after = await again();
  const tookMs = performance.now() - since;
  expect([after.status, (await after.text()).includes("<item>")]).toEqual([200, false]);
  expect(tookMs).toBeLessThan(2_000);
  const { id, state, enclosures } = await at.episode();
  expect([state, (await at.visitor.get(enclosures[0]!.url)).status]).toEqual(["rendered", 404]);
  const [act] = await at.doors.store.audit.listOf(`episode:${id}`);
  expect(act).toMatchObject({ actor: "system", act: "episode.withdrawn" });
  expect((await at.publish()).status).toBe(409);
});

test("an answer that ends takes the episode out of the feed too; an erased pupil takes away what cannot be separated from them", async () => {
  await using at = await openHeardSchool();
  await at.publish();
  at.doors.clock.now += 366 * 86_400_000;
  await at.doors.newsroom.archive.withdraw();
  expect((await at.episode()).state).toBe("rendered");
  at.doors.clock.now -= 366 * 86_400_000;
  expect((await at.publish()).status).toBe(200);
  await at.teacher.delete(`/api/pupils/${at.school.pupils[1].id}`);
  await expect(at.episode()).rejects.toMatchObject({ code: "episode.not_found" });
  expect(await (await at.feed()).text()).not.toContain("<item>");
});

test("a channel is not opened further than the voices of its published episodes", async () => {
  await using at = await openHeardSchool({ visibility: "class", jules: "class" });
  await at.publish();
  const open = () => at.teacher.patch(`/api/channels/${at.channel.id}`, { visibility: "public" });
  const refused = await open();
  expect([refused.status, await refused.json()]).toEqual([409, { error: "consent.too_narrow", names: ["Jules"] }]);
  await at.narrow("class");
  expect((await open()).status).toBe(200);
});
