import { setTimeout as pass } from "node:timers/promises";
import type { Page } from "playwright-core";
import { heardOnsets, noteSound } from "../support/heard-sound.ts";
import { goOnAir, stripOf } from "../support/live-show.ts";
import { noteOnsets, onsetsOf } from "../support/onsets.ts";
import { openSeat, type Seat } from "../support/browser.ts";
import { teacherAtDesk } from "../support/seats.ts";
import { openTestStation, type TestStation } from "../support/station.ts";
import type { Bench, Measurement } from "./row.ts";

/** Bursts so far apart that none can be taken for another, however late it is heard. */
const voice = { pitch: 1_000, levelDbfs: -20, burstSeconds: 0.5, breathSeconds: 19.5 };
const seconds = 90;

/** From the teacher's microphone to a listener's ear in Chromium, without safety delay: by HLS, by MP3, and inside the school. */
export const bench: Bench = async function* () {
  await using station = await openTestStation();
  const staff = await station.asTeacher();
  await staff.patch(`/api/channels/${station.school.channel.id}`, { visibility: "public" });
  await station.store.airSettings.keep(station.school.channel.id, { delaySeconds: 0, cutSeconds: 5 });
  await using teacher = await teacherAtDesk(station, { voice, prepare: noteOnsets });
  await using family = await openSeat({});
  await stripOf(teacher.page, "Mme Lefort").open();
  await goOnAir(teacher.page);
  await pass(8_000);
  const listeners = {
    HLS: await listen(station, family, { hasHls: true }),
    MP3: await listen(station, family, { hasHls: false }),
    "WebRTC in the school": await listen(station, teacher, { isNear: true }),
  };
  await pass(seconds * 1_000);
  const { spoken } = await onsetsOf(teacher.page);
  for (const [way, { page, firstSoundMs }] of Object.entries(listeners)) {
    yield { case: `time to the first sound, ${way}`, value: firstSoundMs, unit: "ms" };
    yield delayOf(way, spoken, await heardOnsets(page));
  }
};

function delayOf(way: string, spoken: readonly number[], heard: readonly number[]): Measurement {
  const delays = heard.flatMap((moment) => {
    const before = spoken.findLast((each) => each < moment);
    return before === undefined ? [] : [moment - before];
  });
  delays.sort((one, other) => one - other);
  if (delays.length < 3) throw new Error(`${way}: only ${delays.length} bursts were heard`);
  return {
    case: `microphone to listener, ${way}, median`,
    value: delays[delays.length >> 1] ?? Number.NaN,
    unit: "ms",
  };
}

/** Taps, and waits until the element plays. */
async function listen(station: TestStation, seat: Seat, { hasHls = true, isNear = false }) {
  const page: Page = await seat.page.context().newPage();
  await noteSound(page);
  if (!hasHls) await page.addInitScript(() => Reflect.deleteProperty(globalThis, "MediaSource"));
  await page.goto(`${station.url}/chaines/${station.school.channel.slug}`);
  const key = page.getByRole("button", { name: "Écouter le direct" });
  await key.waitFor();
  const from = performance.now();
  if (isNear) await page.getByRole("switch", { name: /sans retard/ }).check({ force: true });
  else await key.click();
  await page.getByText(isNear ? "Vous écoutez sans retard." : "Vous écoutez le direct.").waitFor();
  return { page, firstSoundMs: performance.now() - from };
}
