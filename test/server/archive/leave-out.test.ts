import { expect, test, vi } from "vitest";
import { JobId } from "../../../schemas/ids.ts";
import { openHeardShow } from "../../support/heard-show.ts";
import { heard } from "../../support/recorded-show.ts";

const [awa, jules] = [heard.awa.pitch, heard.jules.pitch];

test("an episode goes out without a voice that may not go so far, and that voice comes back when it may", async () => {
  await using at = await openHeardShow({ jules: "class" });
  const together = await at.difference(awa, jules);
  expect((await at.publish()).status).toBe(409);

  expect((await at.leaveOut(1)).status).toBe(200);
  expect((await at.voices()).voices).toMatchObject([{ leftOut: null }, { leftOut: "awaited" }]);
  await at.untilState("rendered");
  expect(await at.voices()).toMatchObject({ reach: "public", voices: [{ leftOut: null }, { leftOut: "remixed" }] });
  expect((await at.publish()).status).toBe(200);
  expect(await at.feed()).toContain("<item>");
  const apart = await at.difference(awa, jules);
  console.log(`Awa over Jules: ${together.toFixed(1)} dB together, ${apart.toFixed(1)} dB once Jules is left out`);
  expect(apart - together).toBeGreaterThan(40);
  expect(Math.abs(await at.difference(awa, heard.teacher.pitch))).toBeLessThan(12);

  // Not back before the missing answer is there; then while it stays published.
  const refused = await at.leaveOut();
  expect([refused.status, await refused.json()]).toEqual([409, { error: "consent.too_narrow", names: ["Jules"] }]);
  await at.answer(1, "public");
  expect((await at.leaveOut()).status).toBe(200);
  const { renderJobId } = await at.episode();
  await vi.waitFor(async () => expect((await at.doors.jobs.find(renderJobId!))?.state).toBe("done"), 30_000);
  expect([(await at.episode()).state, (await at.voices()).voices.map(({ leftOut }) => leftOut)]).toEqual([
    "published",
    [null, null],
  ]);
  expect(await at.difference(awa, jules)).toBeCloseTo(together, 0);
  expect(at.doors.bugs).toEqual([]);
});

test("credits saved while an episode is made anew cost it no attempt, and are in its files", async () => {
  await using at = await openHeardShow();
  const { jobs } = at.doors;
  const { promise: isUnderWay, resolve } = Promise.withResolvers<unknown>();
  const end = jobs.onChange((job) => job.progress > 0.1 && resolve(job));
  expect((await at.leaveOut(1)).status).toBe(200);
  await isUnderWay;
  end();
  expect((await at.teacher.patch(at.address, { title: "La nuit des hiboux" })).status).toBe(200);
  await at.untilState("rendered");
  const { renderJobId, enclosures } = await at.episode();
  await vi.waitFor(async () => expect((await jobs.find(renderJobId!))?.state).toBe("done"), 30_000);
  expect((await jobs.find(renderJobId!))?.attempts).toBe(1);
  const mp3 = await at.teacher.get(enclosures[0]!.url);
  expect(Buffer.from(await mp3.arrayBuffer()).includes(Buffer.from("La nuit des hiboux", "utf8"))).toBe(true);
});

test("of two choices made at once the episode is made by one work only, and a former work tried again changes nothing", async () => {
  await using at = await openHeardShow();
  const { jobs, database } = at.doors;
  await Promise.all([at.leaveOut(0), at.leaveOut(1)]);
  const works = await database.selectFrom("job").select(["id", "state"]).where("kind", "=", "render-episode").execute();
  const { renderJobId } = await at.episode();
  const underWay = works.filter(({ state }) => state === "waiting" || state === "running");
  expect(underWay.map(({ id }) => id)).toEqual([renderJobId]);
  await vi.waitFor(async () => expect((await jobs.find(renderJobId!))?.state).toBe("done"), 30_000);
  const made = await at.episode();
  const former = JobId.parse(works.find(({ state }) => state === "cancelled")!.id);
  await jobs.retry(former);
  await vi.waitFor(async () => expect((await jobs.find(former))?.state).toBe("done"), 30_000);
  expect(await at.episode()).toEqual(made);
});

test("a withdrawn voice takes its episode out at once, and the episode comes back by itself without it", async () => {
  await using at = await openHeardShow();
  await at.publish();
  const { publishedAt, enclosures } = await at.episode();
  const since = performance.now();
  await at.answer(1, "none");
  expect(await at.feed()).not.toContain("<item>");
  const goneMs = performance.now() - since;
  expect(await at.voices()).toMatchObject({ isComingBack: true });
  await at.untilState("published");
  expect(await at.feed()).toContain("<item>");
  console.log(
    `10 s of show: out of the feed in ${goneMs.toFixed(0)} ms, back without the voice after ${((performance.now() - since) / 1_000).toFixed(1)} s`,
  );
  expect(await at.difference(awa, jules)).toBeGreaterThan(40);
  // The same episode for whoever subscribed, and no former file of it.
  expect((await at.episode()).publishedAt).toBe(publishedAt);
  expect((await at.visitor.get(enclosures[0]!.url)).status).toBe(404);
  const acts = await at.doors.store.audit.listOf(`episode:${(await at.episode()).id}`);
  expect(acts.map(({ act }) => act).slice(0, 2)).toEqual(["episode.republished", "episode.withdrawn"]);
  expect(at.doors.bugs).toEqual([]);
});

test("a recording from before is silent where the voice may be heard, and an episode of one voice alone stays out", async () => {
  await using at = await openHeardShow({ isFromBefore: true });
  await at.publish();
  await at.leaveOut(0);
  await vi.waitFor(async () => expect((await at.voices()).voices[0]?.leftOut).toBe("silenced"), 30_000);
  expect((await at.leaveOut(0, 1)).status).toBe(200);
});

test("a voice that cannot be separated is refused, and its episode stays out of the feed", async () => {
  await using at = await openHeardShow();
  await at.publish();
  const { recordingId } = await at.doors.store.episodes.filesOf((await at.episode()).id);
  // The teacher's strip counts as a third child's.
  const { id: pupilId } = at.school.pupils[2];
  await at.doors.store.voices.note(recordingId!, { stripId: heard.teacher.stripId, pupilId, isOpen: true });
  const all = await at.teacher.put(`${at.address}/left-out-voices`, { pupilIds: at.school.pupils.map(({ id }) => id) });
  expect([all.status, await all.json()]).toEqual([409, { error: "voice.inseparable" }]);
  expect((await at.episode()).state).toBe("published");
});

test("one of two who shared a microphone is left out with the whole of its track, and the page is told who goes with them", async () => {
  await using at = await openHeardShow();
  const { recordingId } = await at.doors.store.episodes.filesOf((await at.episode()).id);
  const lina = at.school.pupils[2].id;
  await at.doors.store.voices.note(recordingId!, { stripId: heard.jules.stripId, pupilId: lina, isOpen: true });
  expect((await at.voices()).companies).toEqual([[at.school.pupils[1].id, lina]]);
  await at.teacher.put(`${at.address}/left-out-voices`, { pupilIds: [lina] });
  await at.untilState("rendered");
  expect(await at.difference(heard.awa.pitch, heard.jules.pitch)).toBeGreaterThan(40);
});
