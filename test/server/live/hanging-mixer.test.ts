import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { hangThread } from "../../support/hang-thread.ts";
import { longestWithout, soundOf } from "../../support/heard-tone.ts";
import { openLiveHouse } from "../../support/live-house.ts";
import { listenToHls, listenToMp3 } from "../../support/live-listeners.ts";
import { decode } from "../../support/rtp-ear.ts";
import { readSound } from "../../support/sound.ts";

test("the mixer's thread hangs on air: listeners hear a soft chord for less than 3 s, and then the show again", async () => {
  await using at = await openLiveHouse({ delaySeconds: 2, cutSeconds: 3 });
  const { house, base, slug, cookie } = at;
  await at.goOnAir();
  const path = (name: string) => join(house.files.path, name);
  const hls = listenToHls(`${base}/live/${slug}/audio.m3u8?player=one`, path("audio"), cookie);
  const radio = await listenToMp3(`${base}/live/${slug}.mp3`, path("radio.mp3"), cookie);
  const ear = await at.listenInSchool();
  await vi.waitFor(() => expect(radio.bytes()).toBeGreaterThan(16_000), 20_000);
  await at.lasts(2);
  await hangThread("mixer-thread.ts");
  await vi.waitFor(() => expect(at.studio.snapshot().interruption).not.toBeNull());
  await at.lasts(5);
  await at.desk.must("endShow", {});
  await at.reach("ended");

  const heard = {
    hls: await soundOf(await hls.heard()),
    radio: await readSound(await radio.heard()),
    school: decode(ear.heard.map(({ payload }) => payload)),
  };
  for (const [name, sound] of Object.entries(heard)) {
    const seconds = longestWithout(440, sound);
    expect(seconds, `without the voice in ${name}`).toBeGreaterThan(1);
    expect(seconds, `without the voice in ${name}`).toBeLessThan(3.2);
  }
  expect(house.bugs).toEqual([]);
});
