import { expect, test, vi } from "vitest";
import { steadyLevelAt as levelAt } from "../../support/steady-level.ts";
import { speak } from "../../support/speak.ts";
import { openStudioHouse } from "../../support/studio-house.ts";

const seconds = (count: number) => ({ timeout: count * 1_000, interval: 50 });

test("a show from the countdown to Fin is recorded as it was heard", async () => {
  await using house = await openStudioHouse();
  using desk = await house.connectAs("teacher");
  using awa = await house.connectAs(0);
  using jules = await house.connectAs(1);
  await using voices = new AsyncDisposableStack();
  const sit = async (page: typeof desk, frequency: number) => {
    const { stripId, routerRtpCapabilities } = await page.join(house.showId);
    const producerId = await page.speakUp(routerRtpCapabilities);
    voices.use(await speak(house.microphones.get(producerId)!, frequency, -23));
    return stripId;
  };
  const strips = { desk: await sit(desk, 1_320), awa: await sit(awa, 440), jules: await sit(jules, 880) };
  const onAirSeconds = () => {
    const state = desk.all("studioChanged").at(-1)?.transmission;
    return state?.state === "onAir" ? (Date.now() - Date.parse(state.since)) / 1_000 : -1;
  };
  const onAirFor = (count: number) => vi.waitFor(() => expect(onAirSeconds()).toBeGreaterThan(count), seconds(30));

  for (const stripId of [strips.awa, strips.jules]) await desk.must("bringIn", { stripId });
  await desk.must("setStrip", { stripId: strips.desk, isOpen: true, gainDb: -12 });
  await desk.must("setStrip", { stripId: strips.awa, isOpen: true });
  await desk.must("goOnAir", {});
  await onAirFor(3);
  await desk.must("setStrip", { stripId: strips.awa, isOpen: false });
  await onAirFor(6);
  const { episodeId } = await desk.must("endShow", {});

  await vi.waitFor(() =>
    expect(awa.all("studioChanged").at(-1)?.transmission).toMatchObject({ state: "ended", episodeId }),
  );
  const [recording] = house.ended;
  const programme = recording!.programmePath;
  expect(recording!.durationSeconds).toBeGreaterThan(5.9);
  const first = { from: 0, seconds: 2.5 };
  const second = { from: 3.5, seconds: 2 };
  // Faders: Awa at 0 dB, then closed; the desk at −12 dB; Jules never opened.
  expect(await levelAt(440, programme, first)).toBeCloseTo(-23, 0);
  expect(await levelAt(440, programme, second)).toBeLessThan(-70);
  expect(await levelAt(1_320, programme, first)).toBeCloseTo(-35, 0);
  expect(await levelAt(1_320, programme, second)).toBeCloseTo(-35, 0);
  expect(await levelAt(880, programme)).toBeLessThan(-70);
  // Each voice is its own track, whatever the desk did, whole from the show's first word to its last.
  const tracks = new Map(recording!.tracks.map((track) => [track.stripId, track]));
  for (const [stripId, frequency] of [
    [strips.desk, 1_320],
    [strips.awa, 440],
    [strips.jules, 880],
  ] as const) {
    const track = tracks.get(stripId)!;
    expect(await levelAt(frequency, track.path, second)).toBeCloseTo(-23, 0);
    expect(Math.abs(track.startSeconds)).toBeLessThan(0.05);
    expect(track.startSeconds + track.durationSeconds).toBeGreaterThan(recording!.durationSeconds - 0.5);
    expect(track.gaps).toEqual([]);
  }
  expect(house.started).toEqual([house.showId]);
  expect(house.bugs).toEqual([]);
});
