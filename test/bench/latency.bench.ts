import { setTimeout as pass } from "node:timers/promises";
import type { Page } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import { holesIn } from "../support/holes.ts";
import { endShow, goOnAir, recordingOf, stripOf } from "../support/live-show.ts";
import { noteOnsets, onsetsOf } from "../support/onsets.ts";
import { pupilInStudio, teacherAtDesk } from "../support/seats.ts";
import { readSound } from "../support/sound.ts";
import { openTestStation } from "../support/station.ts";
import { openWifi, type Wifi } from "../support/wifi.ts";
import type { Bench, Measurement } from "./row.ts";

const seconds = 40;
// Short bursts far enough apart that each can be told from the one before.
const bursts = { pitch: 1_000, levelDbfs: -20, burstSeconds: 0.3, breathSeconds: 0.7 };
const steady = { pitch: 1_000, levelDbfs: -20, burstSeconds: 10, breathSeconds: 0 };
const badNetwork = { lossShare: 0.1, jitterMs: 100 };

/** From one participant's microphone to another's ear, in real browsers on one machine; what a loudspeaker adds is not in it. */
async function* delays(): AsyncGenerator<Measurement> {
  await using station = await openTestStation();
  await using teacher = await teacherAtDesk(station, { prepare: noteOnsets });
  await using pupil = await pupilInStudio(station, 0, { voice: bursts, prepare: noteOnsets });
  // Who waits backstage is heard by nobody.
  await stripOf(teacher.page, "Awa").open();
  await pass(seconds * 1_000);
  const { spoken } = await onsetsOf(pupil.page);
  const { heard } = await onsetsOf(teacher.page);
  const measured = heard.flatMap((moment) => {
    const before = spoken.findLast((each) => each < moment);
    return before === undefined || moment - before > 700 ? [] : [moment - before];
  });
  if (measured.length < seconds / 2) throw new Error(`only ${measured.length} bursts were heard`);
  measured.sort((a, b) => a - b);
  const at = (share: number) => measured[Math.floor(measured.length * share)] ?? NaN;
  yield { case: "microphone to another's ear, p50", value: at(0.5), unit: "ms" };
  yield { case: "microphone to another's ear, p95", value: at(0.95), unit: "ms", goal: { atMost: 150 } };
}

/** A show of one even voice, which reaches the station by this network and UDP alone; `meanwhile` makes it last. */
async function showOverWifi(meanwhile: (wifi: Wifi, show: Awaited<ReturnType<typeof goOnAir>>) => Promise<void>) {
  await using station = await openTestStation();
  await using wifi = await openWifi(station.url);
  await using closing = new AsyncDisposableStack();
  const shared = closing.adopt(await openBrowser(), (browser) => browser.close());
  await using teacher = await teacherAtDesk(station, { shared });
  const there = { ...station, url: wifi.url };
  const choice = { voice: steady, shared, size: "phone" } as const;
  const prepare = (page: Page) => wifi.lead(page.context(), { only: "udp" });
  closing.use(await pupilInStudio(there, 0, { ...choice, prepare }));
  await stripOf(teacher.page, "Awa").open();
  await meanwhile(wifi, await goOnAir(teacher.page));
  await endShow(teacher.page);
  const recording = await recordingOf(station);
  if (wifi.passedDatagrams() < seconds * 50) throw new Error("the voice took another way than this network");
  return { recording, programme: await readSound(recording.programmePath) };
}

/** What the programme has of a voice that loses a tenth of its packets and gets the rest up to 100 ms late, each way. */
async function* overBadNetwork(): AsyncGenerator<Measurement> {
  const { recording, programme } = await showOverWifi(async (wifi, show) => {
    wifi.become(badNetwork);
    await show.until(seconds);
  });
  const holes = holesIn(programme.subarray(48_000, -48_000), steady.levelDbfs);
  const blocks = recording.durationSeconds * 50;
  const lost = recording.tracks.flatMap(({ gaps }) => gaps).reduce((sum, gap) => sum + gap.durationSeconds, 0);
  const network = "10 % loss, 100 ms jitter";
  yield { case: `${network}: pieces made up`, value: (100 * recording.concealedBlocks!) / blocks, unit: "%" };
  yield { case: `${network}: missing in the track`, value: (100 * lost) / recording.durationSeconds, unit: "%" };
  yield { case: `${network}: longest hole`, value: holes[0] ?? 0, unit: "ms", goal: { atMost: 60 } };
  yield { case: `${network}: holes of 20 ms and more`, value: holes.filter((each) => each >= 20).length, unit: "" };
}

/** How soon a voice is on air again whose network was away for half a minute. */
async function* afterAnOutage(): AsyncGenerator<Measurement> {
  let back = 0;
  const { recording, programme } = await showOverWifi(async (wifi, show) => {
    await show.until(5);
    wifi.lose();
    await show.until(35);
    wifi.bringBack();
    back = Date.now();
    await show.until(60);
  });
  const from = Math.round((back - Date.parse(recording.startedAt)) * 48);
  const heard = programme.subarray(from).findIndex((sample) => Math.abs(sample) > 0.03);
  yield { case: "30 s without network: on air again", value: heard / 48_000, unit: "s", goal: { atMost: 3 } };
}

/** Latency between people, and what a bad network does to a voice. */
export const bench: Bench = async function* () {
  yield* delays();
  yield* overBadNetwork();
  yield* afterAnOutage();
};
