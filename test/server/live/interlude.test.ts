import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { encoderPids } from "../../support/encoder-pids.ts";
import { cartOf, rawCart } from "../../support/known-cart.ts";
import { heardTone } from "../../support/heard-tone.ts";
import { openLiveHouse } from "../../support/live-house.ts";
import { listenToMp3 } from "../../support/live-listeners.ts";
import { readSound, toneSamples } from "../../support/sound.ts";

/** A radio whose channel has chosen a 700 Hz hum for the time between shows. */
async function openHumming() {
  const at = await openLiveHouse({ delaySeconds: 0, cutSeconds: 3 });
  const { store, school, files } = at.house;
  const { id, measure, ...cart } = cartOf({ classroomId: school.classroom.id, mode: "loop" });
  const tone = toneSamples(700, -20, 1);
  await writeFile(
    files.file(`${id}.s16`),
    rawCart(tone.length, (frame) => tone[frame]!),
  );
  await store.carts.add({ id, measure, ...cart });
  await store.channels.change(school.channel.id, { interludeCartId: id });
  return at;
}

test("between shows a radio hears the channel's interlude; it stays connected into the show, and out of it again", async () => {
  await using at = await openHumming();
  const { house, base, slug, cookie } = at;
  const mount = `/live/${slug}.mp3`;
  await house.store.shows.change(house.showId, { scheduledAt: "2099-03-02T13:30:00Z" });
  expect((await at.get(mount, { method: "HEAD" })).status).toBe(200);
  expect(encoderPids("interludes"), "nobody listens").toEqual([]);
  const radio = await listenToMp3(`${base}${mount}`, join(house.files.path, "radio.mp3"), cookie);
  const other = await listenToMp3(`${base}${mount}`, join(house.files.path, "other.mp3"), cookie);
  const comes = (bytes: number) => vi.waitFor(() => expect(radio.bytes()).toBeGreaterThan(bytes), 20_000);
  await comes(33_000);
  expect(encoderPids("interludes"), "two listen to one").toHaveLength(1);
  await at.goOnAir();
  await vi.waitFor(() => expect(encoderPids("interludes"), "the show is on").toEqual([]));
  await comes(radio.bytes() + 64_000);
  expect(await (await at.get(`/api/channels/${slug}/live`)).json()).toMatchObject({ state: "live", listeners: "few" });
  await at.desk.must("endShow", {});
  await at.reach("ended");
  await vi.waitFor(() => expect(encoderPids("interludes"), "the show is over").toHaveLength(1));
  await comes(radio.bytes() + 48_000);
  await Promise.all([radio.stop(), other.stop()]);
  await vi.waitFor(() => {
    at.clock.advance(5_000);
    expect(encoderPids("interludes"), "nobody listens any more").toEqual([]);
  }, 10_000);

  const { title } = house.school.channel;
  expect(radio.titles()).toEqual([
    `${title} – bientôt, lundi 2 mars à 14 h 30`,
    house.school.show.title,
    `${title} – pas d’émission pour le moment`,
  ]);
  const sound = await readSound(await radio.heard());
  const [first, last] = [sound.subarray(0, 1.5 * 48_000), sound.subarray(-1.5 * 48_000)];
  for (const interlude of [first, last]) {
    expect(heardTone(700, interlude).share).toBeGreaterThan(0.9);
    expect(heardTone(440, interlude).most).toBeLessThan(-45);
  }
  const between = sound.subarray(1.5 * 48_000, -1.5 * 48_000);
  expect((heardTone(440, between).share * between.length) / 48_000, "seconds of the show").toBeGreaterThan(2);
  expect(house.bugs).toEqual([]);
});

test("an interlude is for those whom the channel is for, and ends when the channel has none any more", async () => {
  await using at = await openHumming();
  const { house, base, slug, cookie } = at;
  const { store, school } = house;
  const mount = `${base}/live/${slug}.mp3`;
  expect((await fetch(mount)).status).toBe(404);
  await store.channels.change(school.channel.id, { visibility: "public" });
  const [stranger, teacher] = [
    await listenToMp3(mount, join(house.files.path, "stranger.mp3")),
    await listenToMp3(mount, join(house.files.path, "teacher.mp3"), cookie),
  ];
  await vi.waitFor(() => expect(stranger.bytes()).toBeGreaterThan(8_000), 20_000);
  await store.channels.change(school.channel.id, { visibility: "class" });
  at.clock.advance(5_000);
  await stranger.heard();
  const before = teacher.bytes();
  await vi.waitFor(() => expect(teacher.bytes()).toBeGreaterThan(before), 20_000);
  await store.channels.change(school.channel.id, { interludeCartId: null });
  at.clock.advance(5_000);
  await teacher.heard();
  expect((await at.get(`/live/${slug}.mp3`)).status).toBe(404);
  await vi.waitFor(() => expect(encoderPids("interludes")).toEqual([]));
  expect(house.bugs).toEqual([]);
});
