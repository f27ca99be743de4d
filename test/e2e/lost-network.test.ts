import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import { openBrowser, openSeat } from "../support/browser.ts";
import { levelsOverTime } from "../support/bursts.ts";
import { heardLevels, noteSound } from "../support/heard-sound.ts";
import { endShow, goOnAir, recordingOf, stripOf } from "../support/live-show.ts";
import { pageMicrophoneOf } from "../support/page-microphone.ts";
import { pupilInStudio, teacherAtDesk } from "../support/seats.ts";
import { readSound } from "../support/sound.ts";
import { openTestStation, type TestStation } from "../support/station.ts";
import { openWifi, type Wifi } from "../support/wifi.ts";

const voiceOf = (pitch: number) => ({ pitch, levelDbfs: -20, burstSeconds: 10, breathSeconds: 0 });
const pitches = { teacher: 703, awa: 1_300 };
const outageSeconds = 30;

const open = new AsyncDisposableStack();
let station: TestStation;
let wifi: Wifi;
let recording: FinishedRecording;
const pages = {} as Record<"desk" | "awa" | "radio", Page>;
/** Epoch milliseconds at which the network went and came back, and the radio was heard again. */
const at = { troubled: 0, lost: 0, back: 0, radio: 0 };
/** How loud each voice is in the programme, ten times a second. */
const levels = {} as Record<keyof typeof pitches, number[]>;

const isHeard = async (page: Page, pitch: number) => {
  const [spoken = -200, silent = -200] = await heardLevels(page, [pitch, 2_700]);
  return spoken > -45 && spoken - silent > 25;
};
const untilHeard = (page: Page, pitch: number, seconds: number) =>
  expect.poll(() => isHeard(page, pitch), { timeout: seconds * 1_000, interval: 50 }).toBe(true);

/** The desk is in the school; Awa, who has TCP alone, and a family share the network that will be lost. */
async function gather() {
  const { channel } = station.school;
  wifi = open.use(await openWifi(station.url));
  wifi.become({ hasUdp: false });
  const shared = open.adopt(await openBrowser(), (browser) => browser.close());
  pages.desk = open.use(await teacherAtDesk(station, { voice: voiceOf(pitches.teacher), shared })).page;
  const prepare = (page: Page) => wifi.lead(page.context());
  const choice = { voice: voiceOf(pitches.awa), size: "phone", prepare, shared } as const;
  pages.awa = open.use(await pupilInStudio({ ...station, url: wifi.url }, 0, choice)).page;
  pages.radio = open.use(await openSeat({ size: "phone", shared })).page;
  await noteSound(pages.radio);
  for (const name of ["Mme Lefort", "Awa"]) await stripOf(pages.desk, name).open();
  await stripOf(pages.desk, "Awa").lowerBy(6);
  const show = await goOnAir(pages.desk);
  await pages.radio.goto(`${wifi.url}/chaines/${channel.slug}`);
  await pages.radio.getByRole("button", { name: "Écouter le direct" }).click();
  await untilHeard(pages.radio, pitches.teacher, 60);
  return show;
}

beforeAll(async () => {
  station = open.use(await openTestStation());
  const { channel } = station.school;
  await (await station.asTeacher()).patch(`/api/channels/${channel.id}`, { visibility: "public" });
  await station.store.airSettings.keep(channel.id, { delaySeconds: 0, cutSeconds: 5 });
});

afterAll(() => open.disposeAsync());

describe("bad moments of a show", () => {
  test("while the network is away the desk and the tablet say so, and the family that the sound is on its way", async () => {
    const show = await gather();
    await show.until(show.seconds() + 4);
    at.troubled = Date.now();
    await troubleMicrophone(pages.awa, pages.desk);
    await show.until(show.seconds() + 4);
    wifi.lose();
    at.lost = Date.now();
    await pages.desk
      .getByText(/revient… /)
      .first()
      .waitFor({ timeout: 15_000 });
    await pages.awa.getByRole("heading", { name: "On te reconnecte" }).waitFor({ timeout: 15_000 });
    await vi.waitFor(() => expect(Date.now() - at.lost).toBeGreaterThan(outageSeconds * 1_000), {
      timeout: 60_000,
      interval: 20,
    });
    await pages.radio.getByText("Le son arrive…").first().waitFor();
    wifi.bringBack();
    at.back = Date.now();
    await untilHeard(pages.radio, pitches.awa, 30);
    at.radio = Date.now();
    await pages.awa.getByRole("heading", { name: "À l’antenne", exact: true, level: 1 }).waitFor();
    await show.until(show.seconds() + 3);
    await endShow(pages.desk);
    recording = await recordingOf(station);
    const programme = await readSound(recording.programmePath);
    for (const name of ["teacher", "awa"] as const) levels[name] = levelsOverTime(pitches[name], programme);
  });

  test("who lost the network for half a minute is back within 3 s of its return, at the same strip and gain", () => {
    const { awa } = levels;
    const [before, after] = [levelAround(awa, at.lost - 2_000), levelAround(awa, at.radio + 2_000)];
    expect(before).toBeCloseTo(-26, 0);
    expect(Math.abs(after - before)).toBeLessThan(1.5);
    expect(levelAround(awa, at.back - 3_000)).toBeLessThan(-60);
    const back = awa.findIndex((level, index) => index > placeOf(at.back - 1_000) && level > before - 6);
    expect(back / 10 - placeOf(at.back) / 10).toBeLessThan(3);
    expect(new Set(recording.tracks.map(({ stripId }) => stripId)).size).toBe(2);
  });

  test("a family's player rebuffers and plays on within 15 s", () => {
    expect(at.radio - at.back).toBeLessThan(15_000);
  });

  test("where UDP is blocked, sound goes by TCP", () => {
    expect(wifi.passedDatagrams()).toBe(0);
    expect(levelAround(levels.awa, at.troubled - 2_000)).toBeCloseTo(-26, 0);
  });

  test("who has a microphone again is heard again, whether it was pulled out or another program had it", () => {
    expect(Math.min(...levels.awa.slice(placeOf(at.troubled), placeOf(at.lost)))).toBeLessThan(-60);
    expect(levelAround(levels.awa, at.lost - 1_500)).toBeCloseTo(-26, 0);
  });
});

const placeOf = (moment: number) => Math.round((moment - Date.parse(recording.startedAt)) / 100);

/** The level that a voice has most of the second around a moment. */
const levelAround = (all: readonly number[], moment: number) =>
  all.slice(placeOf(moment) - 5, placeOf(moment) + 5).sort((one, other) => one - other)[5]!;

/** A headset that is pulled out and plugged in again; then another program that takes the microphone, and lets go of it. */
async function troubleMicrophone(page: Page, desk: Page) {
  const microphone = pageMicrophoneOf(page);
  const isOnAir = () => page.getByRole("heading", { name: "À l’antenne", exact: true, level: 1 }).waitFor();
  const troubles = [
    ["NotFoundError", "sans micro", () => microphone.plugIn()],
    ["NotReadableError", "micro occupé", () => microphone.letGo()],
  ] as const;
  for (const [fault, words, mend] of troubles) {
    await microphone.end(fault);
    await page.getByRole("heading", { name: "Ton micro s’est arrêté" }).waitFor();
    await desk.getByText(words).first().waitFor();
    await mend();
    await isOnAir();
  }
}
