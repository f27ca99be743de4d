import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import type { FinishedRecording } from "../../../media/recorder/finished-recording.ts";
import { encodeSound } from "../../../media/render/encode-sound.ts";
import { keptSeconds } from "../../../media/render/muted.ts";
import { planMastering } from "../../../media/render/plan-mastering.ts";
import { listenToHls, listenToMp3 } from "../../support/live-listeners.ts";
import { openLiveHouse } from "../../support/live-house.ts";
import { decode } from "../../support/rtp-ear.ts";
import { heardTone, soundOf } from "../../support/heard-tone.ts";
import { readSound } from "../../support/sound.ts";

/** What listeners would get of a recording as an episode. */
async function episodeOf({ programmePath, durationSeconds, muted }: FinishedRecording, directory: string) {
  await mkdir(directory);
  const programme = { path: programmePath, durationSeconds: keptSeconds(durationSeconds, muted), muted };
  const options = { signal: new AbortController().signal, onSeconds: () => undefined };
  return encodeSound(programme, await planMastering(programme, options), directory, options);
}

test("what was said and cut is heard by no listener and in no episode; the recording keeps it as a muted passage", async () => {
  await using at = await openLiveHouse({ delaySeconds: 4, cutSeconds: 3 });
  const { house, desk, base, slug, cookie, pupilStrip } = at;
  expect(await desk.ask("cut", {})).toEqual({ ok: false, error: "studio.not_on_air" });
  await at.goOnAir();
  const path = (name: string) => join(house.files.path, name);
  const audio = listenToHls(`${base}/live/${slug}/audio.m3u8?player=one`, path("audio"), cookie);
  const voice = listenToHls(`${base}/live/${slug}/voice.m3u8?player=two`, path("voice"), cookie);
  const radio = await listenToMp3(`${base}/live/${slug}.mp3`, path("radio.mp3"), cookie);
  const ear = await at.listenInSchool();
  await vi.waitFor(async () => {
    expect(at.studio.snapshot().air.listeners).toBe(3);
  });

  await at.lasts(2);
  await desk.must("setStrip", { stripId: pupilStrip, isOpen: true });
  await at.lasts(1.2);
  // The last of it is still on its way from the microphone when the key is pressed.
  await desk.must("setStrip", { stripId: pupilStrip, isOpen: false });
  const { seconds } = await desk.must("cut", {});
  expect(seconds).toBeGreaterThan(2);
  expect(at.studio.snapshot().air.lastCut).toMatchObject({ seconds, loudest: at.deskStrip });
  await at.lasts(2);
  expect(
    desk
      .all("delayMeasured")
      .at(-1)!
      .parts.some(({ kind }) => kind === "cover"),
  ).toBe(true);
  expect(await desk.must("endShow", {})).toEqual({ episodeId: null });
  expect(await (await at.get(`/api/channels/${slug}/live`)).json()).toMatchObject({ state: "ending" });
  await at.reach("ended");

  const heard = {
    audio: await soundOf(await audio.heard()),
    voice: await soundOf(await voice.heard()),
    radio: await readSound(await radio.heard()),
    school: decode(ear.heard.map(({ payload }) => payload)),
  };
  // As it was spoken it would be at −23; what is there is a busy machine's concealment and the codecs' own noise.
  for (const [name, sound] of Object.entries(heard)) {
    expect(heardTone(1_000, sound).most, `the cut tone in ${name}`).toBeLessThan(-45);
    expect(heardTone(440, sound).share, `what was not cut in ${name}`).toBeGreaterThan(0.2);
  }
  expect(radio.titles()[0]).toBe(house.school.show.title);
  // The recording keeps it, on the programme and on every track, as a passage that nobody is to hear.
  const [recording] = house.ended;
  const { programmePath, durationSeconds, muted, tracks } = recording!;
  expect(muted).toHaveLength(1);
  const { startSeconds: from, durationSeconds: left } = muted[0]!;
  expect(left).toBeGreaterThanOrEqual(seconds);
  expect(left).toBeLessThan(seconds + 0.5);
  expect(heardTone(1_000, await readSound(programmePath, { from, seconds })).share).toBeGreaterThan(0.25);
  expect(heardTone(1_000, await readSound(programmePath, { from: from + left })).most).toBeLessThan(-70);
  expect(tracks.map((track) => track.muted.length)).toEqual([1, 1]);
  const [audited] = await house.store.audit.listOf(`show:${house.showId}`);
  expect(audited).toMatchObject({ act: "show.cut", detail: expect.stringMatching(/^[\d.]+ s before 2026-/) as string });

  const { mp3Path, opusPath } = await episodeOf(recording!, path("episode"));
  for (const file of [mp3Path, opusPath]) {
    const episode = await readSound(file);
    expect(episode.length / 48_000).toBeCloseTo(durationSeconds - left, 1);
    expect(heardTone(1_000, episode).most).toBeLessThan(-45);
    expect(heardTone(440, episode).share).toBeGreaterThan(0.5);
  }
  expect(house.bugs).toEqual([]);
});

test("an emergency stop in the instant after a cut: the recording still says what was cut", async () => {
  await using at = await openLiveHouse({ delaySeconds: 4, cutSeconds: 3 });
  const { house, desk } = at;
  await at.goOnAir();
  await at.lasts(3);
  const [{ seconds }] = await Promise.all([desk.must("cut", {}), desk.must("stopShow", {})]);
  await at.reach("ended");
  const [recording] = house.ended;
  expect(recording!.muted).toHaveLength(1);
  const [{ startSeconds, durationSeconds }] = recording!.muted as [{ startSeconds: number; durationSeconds: number }];
  expect(durationSeconds).toBeGreaterThanOrEqual(seconds);
  expect(startSeconds + durationSeconds).toBeGreaterThan(recording!.durationSeconds - 1);
  expect(house.bugs).toEqual([]);
});
