import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { encoderPids } from "../../support/encoder-pids.ts";
import { hangThread } from "../../support/hang-thread.ts";
import { heardTone, longestWithout, soundOf } from "../../support/heard-tone.ts";
import { openLiveHouse } from "../../support/live-house.ts";
import { listenToHls, listenToMp3 } from "../../support/live-listeners.ts";
import { decode } from "../../support/rtp-ear.ts";
import { readSound } from "../../support/sound.ts";

/** So long that what is struck still holds all that the pupil said, however late the machine strikes. */
const delaySeconds = 4;

/** A show with listeners of every way, in which a pupil speaks at 1000 Hz just before `strike`; what they hear of it, and the recording. */
async function heardAround(strike: (at: Awaited<ReturnType<typeof openLiveHouse>>) => Promise<void>) {
  await using at = await openLiveHouse({ delaySeconds, cutSeconds: delaySeconds + 1 });
  const { house, desk, base, slug, cookie, pupilStrip } = at;
  await at.goOnAir();
  const path = (name: string) => join(house.files.path, name);
  const hls = listenToHls(`${base}/live/${slug}/audio.m3u8?player=one`, path("audio"), cookie);
  const radio = await listenToMp3(`${base}/live/${slug}.mp3`, path("radio.mp3"), cookie);
  const ear = await at.listenInSchool();
  await vi.waitFor(() => expect(radio.bytes()).toBeGreaterThan(16_000), 20_000);
  await at.lasts(2.5);
  const encoders = encoderPids();
  await desk.must("setStrip", { stripId: pupilStrip, isOpen: true });
  await at.lasts(1.2);
  await desk.must("setStrip", { stripId: pupilStrip, isOpen: false });
  const revived = Promise.withResolvers<number>();
  house.streams.onRevived(({ outageMs }) => revived.resolve(outageMs));
  await strike(at);
  const struckMs = performance.now();
  await revived.promise;
  expect(performance.now() - struckMs, "ms without a stream").toBeLessThan(3_000);
  await vi.waitFor(() => expect(encoderPids().filter((pid) => !encoders.includes(pid))).toHaveLength(2), 5_000);
  expect(encoderPids().filter((pid) => encoders.includes(pid))).toEqual([]);
  await at.lasts(delaySeconds + 4);
  const { heldSeconds } = desk.all("delayMeasured").at(-1)!;
  expect(heldSeconds).toBeGreaterThan(delaySeconds - 0.3);
  expect((await desk.must("cut", {})).seconds).toBeGreaterThan(delaySeconds - 0.3);
  await at.lasts(1);
  await desk.must("endShow", {});
  await at.reach("ended");
  expect(house.bugs).toEqual([]);
  const [recording] = house.ended;
  return {
    sounds: {
      hls: await soundOf(await hls.heard()),
      radio: await readSound(await radio.heard()),
      school: decode(ear.heard.map(({ payload }) => payload)),
    },
    playlist: hls.playlists.at(-1)!,
    programme: await readSound(recording!.programmePath),
  };
}

/** Everybody hears the voice again soon, and nobody what the dead delay held; the recording has it all. */
function expectOneGap({ sounds, playlist, programme }: Awaited<ReturnType<typeof heardAround>>) {
  for (const [name, sound] of Object.entries(sounds)) {
    expect(heardTone(1_000, sound).most, `what was held, in ${name}`).toBeLessThan(-45);
    const seconds = longestWithout(440, sound);
    expect(seconds, `without the voice in ${name}`).toBeGreaterThan(delaySeconds - 0.5);
    expect(seconds, `without the voice in ${name}`).toBeLessThan(delaySeconds + 3);
  }
  expect(playlist.match(/#EXT-X-DISCONTINUITY\n/g)).toHaveLength(1);
  const instants = [...playlist.matchAll(/PROGRAM-DATE-TIME:(.*)/g)].map(([, instant]) => Date.parse(instant!));
  expect(instants.every((instant, index) => index === 0 || instant > instants[index - 1]!)).toBe(true);
  expect(heardTone(1_000, programme).share).toBeGreaterThan(0.05);
  expect(longestWithout(440, programme)).toBe(0);
}

test("the stream's thread hangs on air: what it held is never heard, and after a short gap every listener hears the show again", async () => {
  expectOneGap(await heardAround(() => hangThread("stream-thread.ts")));
});

test("the stream's thread dies on air: a cut meanwhile finds nothing held, and the show goes on for every listener", async () => {
  const heard = await heardAround(async ({ house, desk }) => {
    const dying = house.streams.restart();
    expect(await desk.ask("cut", {})).toEqual({ ok: false, error: "air.delay_empty" });
    await dying;
  });
  expectOneGap(heard);
});
