import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FinishedRecording } from "../../media/recorder/finished-recording.ts";
import { openBrowser, openSeat } from "../support/browser.ts";
import { levelsOverTime } from "../support/bursts.ts";
import { busyShare } from "../support/busy-share.ts";
import { encoderPids } from "../support/encoder-pids.ts";
import { heardLevels, noteSound, stoodOut, watchPitch } from "../support/heard-sound.ts";
import { soundOf } from "../support/heard-tone.ts";
import { listenToHls, listenToMp3 } from "../support/live-listeners.ts";
import { addToneCart, endShow, goOnAir, recordingOf, stripOf } from "../support/live-show.ts";
import { rundownItem } from "../support/rundown.ts";
import { pupilInStudio, teacherAtDesk } from "../support/seats.ts";
import { addPupils } from "../support/school.ts";
import { readSound } from "../support/sound.ts";
import { openTestStation, type TestStation } from "../support/station.ts";
import { openWifi } from "../support/wifi.ts";

/** Steady voices that no test mistakes for one another, and what is to be heard by nobody outside. */
const pitches = {
  ...{ "Mme Lefort": 503, Awa: 701, Jules: 907, Noé: 1_153, Sara: 1_423, Tom: 1_777, Lina: 3_100 },
} as const;
type Name = keyof typeof pitches;
const slip = "Lina";
/** A pitch at which nobody speaks. */
const beside = 2_700;
/** Without them there is no test; the others come as long as the machine has room for their pages too. */
const needed: readonly Name[] = ["Awa", "Jules", slip];
const others: readonly Name[] = ["Noé", "Sara", "Tom"];
const roomBelow = 0.35;
const speakers: Name[] = ["Mme Lefort", "Awa", "Jules"];
const levelDbfs = -24;
const cart = { pitch: 2_300, levelDbfs: -24, seconds: 3 };
const parts = ["Bonjour", "Le reportage", "Au revoir"];
const air = { delaySeconds: 12, cutSeconds: 8 } as const;
const outageSeconds = 12;
/** Up to nine pages share the cores with the station: a packet that comes too late is heard in four or five of its levels. */
const usuallyAtLevel = 0.75;

const open = new AsyncDisposableStack();
let station: TestStation;
let recording: FinishedRecording;
const pages = {} as Record<"desk" | "radio" | "school", Page>;
/** Seconds of the show at which things happened. */
const at = { cartPlays: 0, slipped: 0, cut: 0, lost: 0, reloaded: 0, deskBack: 0, killed: 0, back: 0, end: 0 };
/** How loud each voice is, ten times a second: in the recording, and in what the listeners got. */
const heard = {} as Record<"recording" | "hls" | "mp3", Record<Name | "cart", number[]>>;
/** How much the slip of the tongue ever stood out in the pages that play the show. */
const slips = {} as Record<"radio" | "school", Awaited<ReturnType<typeof stoodOut>>>;
let titles: string[] = [];
let playlists: string[] = [];

const levelsIn = (sound: Float32Array) =>
  Object.fromEntries(
    Object.entries({ ...pitches, cart: cart.pitch }).map(([name, pitch]) => [name, levelsOverTime(pitch, sound)]),
  ) as Record<Name | "cart", number[]>;

const isHeard = async (page: Page, pitch: number) => {
  const [spoken = -200, silent = -200] = await heardLevels(page, [pitch, beside]);
  return spoken > -55 && spoken - silent > 20;
};
const untilHeard = (page: Page, pitch: number) =>
  expect.poll(() => isHeard(page, pitch), { timeout: 60_000, interval: 100 }).toBe(true);

async function gatherClass(shared: Browser) {
  const voiceOf = (name: Name) => ({ pitch: pitches[name], levelDbfs, burstSeconds: 10, breathSeconds: 0 });
  const quietly = { shared, isStill: true } as const;
  const wifi = open.use(await openWifi(station.url));
  pages.desk = open.use(await teacherAtDesk(station, { voice: voiceOf("Mme Lefort"), ...quietly })).page;
  const welcome = async (name: Name) => {
    const isAway = name === "Awa";
    const where = isAway ? { ...station, url: wifi.url } : station;
    const prepare = isAway ? (page: Page) => wifi.lead(page.context()) : () => Promise.resolve();
    open.use(
      await pupilInStudio(where, name, { voice: voiceOf(name), size: "phone", table: "A", prepare, ...quietly }),
    );
    await stripOf(pages.desk, name).bringIn();
  };
  for (const name of needed) await welcome(name);
  for (const name of others) {
    if ((await busyShare()) > roomBelow) break;
    await welcome(name);
    speakers.push(name);
  }
  for (const name of speakers) await stripOf(pages.desk, name).open();
  console.log(`on air: ${[...speakers, slip].join(", ")}`);
  return wifi;
}

/** The family's page, by hls.js, and a colleague's inside the school, by WebRTC. */
async function openPlayers(shared: Browser) {
  const address = `${station.url}/chaines/${station.school.channel.slug}`;
  pages.radio = open.use(await openSeat({ size: "phone", isStill: true, shared })).page;
  pages.school = await pages.desk.context().newPage();
  for (const page of [pages.radio, pages.school]) {
    await noteSound(page);
    await page.goto(address);
    await page.getByRole("button", { name: "Écouter le direct" }).waitFor();
  }
  await pages.radio.getByRole("button", { name: "Écouter le direct" }).click();
  await pages.school.getByRole("switch", { name: "Écouter sans retard, dans l’école" }).check({ force: true });
}

async function perform(show: Awaited<ReturnType<typeof goOnAir>>, wifi: Awaited<ReturnType<typeof gatherClass>>) {
  const { desk } = pages;
  const goOn = () => desk.getByRole("button", { name: "Passer à la suite" }).click();
  await show.until(show.seconds() + 4);
  at.cartPlays = show.seconds();
  await goOn();
  // The jingle is over before what will be cut begins.
  await show.until(at.cartPlays + cart.seconds + air.cutSeconds);
  at.slipped = show.seconds();
  await stripOf(desk, slip).open();
  await show.until(at.slipped + 1.5);
  await stripOf(desk, slip).close();
  await desk.keyboard.press("Alt+c");
  at.cut = show.seconds();
  await desk
    .getByText(/secondes retirées/)
    .first()
    .waitFor();
  await show.until(at.cut + 2);
  wifi.lose();
  at.lost = show.seconds();
  await show.until(at.lost + 3);
  at.reloaded = show.seconds();
  await desk.reload();
  await desk.getByRole("button", { name: /^Terminer/ }).waitFor();
  at.deskBack = show.seconds();
  await show.until(at.deskBack + 4);
  at.killed = show.seconds();
  process.kill(encoderPids()[0]!, "SIGKILL");
  await show.until(at.lost + outageSeconds);
  wifi.bringBack();
  at.back = show.seconds();
  await desk.getByRole("tab", { name: "Conducteur" }).click();
  await goOn();
  await untilHeard(pages.radio, pitches.Awa);
  await untilHeard(pages.school, pitches.Awa);
  await show.until(show.seconds() + 4);
}

beforeAll(async () => {
  station = open.use(await openTestStation());
  const { channel, show } = station.school;
  const staff = await station.asTeacher();
  await addPupils(station.store, station.school.classroom.id, ["Noé", "Sara", "Tom"]);
  await staff.patch(`/api/channels/${channel.id}`, { visibility: "public" });
  await station.store.airSettings.keep(channel.id, air);
  const jingle = await addToneCart(station, "Jingle", cart);
  const items = parts.map((title, index) => rundownItem(title, { cartIds: index === 1 ? [jingle] : [] }));
  await staff.put(`/api/shows/${show.id}/rundown`, { revision: 0, items });
});

afterAll(() => open.disposeAsync());

describe("a class on air through a show's troubles, from the desk to three kinds of listeners", () => {
  test("the show is made, with its troubles", async () => {
    const shared = open.adopt(await openBrowser(), (browser) => browser.close());
    const wifi = await gatherClass(shared);
    const live = `${station.url}/live/${station.school.channel.slug}`;
    // Every sound is to be heard at its own level.
    await pages.desk.getByRole("button", { name: /^Sous voix/, pressed: true }).click();
    await pages.desk.getByRole("tab", { name: "Son", exact: true }).click();
    await pages.desk.getByRole("switch", { name: "Partage automatique" }).uncheck({ force: true });
    await pages.desk.getByRole("tab", { name: "Conducteur" }).click();
    const show = await goOnAir(pages.desk);
    const hls = listenToHls(`${live}/audio.m3u8?player=one`, join(station.directory, "hls"));
    const mp3 = await listenToMp3(`${live}.mp3`, join(station.directory, "heard.mp3"));
    await openPlayers(shared);
    for (const page of [pages.radio, pages.school]) await untilHeard(page, pitches["Mme Lefort"]);
    for (const page of [pages.radio, pages.school]) await watchPitch(page, pitches[slip], beside);
    await perform(show, wifi);
    for (const name of ["radio", "school"] as const) slips[name] = await stoodOut(pages[name]);
    at.end = show.seconds();
    await endShow(pages.desk);
    recording = await recordingOf(station);
    await shared.close();
    const late = show.lateFor(recording);
    for (const moment of Object.keys(at) as (keyof typeof at)[]) at[moment] += late;
    heard.recording = levelsIn(await readSound(recording.programmePath));
    heard.hls = levelsIn(await soundOf(await hls.heard()));
    heard.mp3 = levelsIn(await readSound(await mp3.heard()));
    [titles, playlists] = [mp3.titles(), hls.playlists];
  });

  test("every microphone is heard at its own level", () => {
    for (const name of speakers) {
      expect(shareAtLevel(between(heard.recording[name], 2, at.cartPlays - 1)), name).toBeGreaterThan(usuallyAtLevel);
    }
  });

  test("moving on plays the part's jingle, and the radio's display says which part is on", () => {
    for (const [where, { cart: jingle }] of Object.entries(heard)) {
      expect(Math.abs(Math.max(...jingle) - cart.levelDbfs), where).toBeLessThan(2);
    }
    // Before the first part is heard, the display has the show's own title.
    expect(titles.filter((title) => title !== station.school.show.title)).toEqual(parts);
  });

  test("what was said and cut stays in the class: no listener hears it, and the recording keeps it as a muted passage", () => {
    expect(Math.max(...heard.recording[slip])).toBeGreaterThan(levelDbfs - 2);
    expect(recording.muted).toHaveLength(1);
    for (const where of ["hls", "mp3"] as const) expect(Math.max(...heard[where][slip]), where).toBeLessThan(-45);
    for (const { looks, mostDb } of Object.values(slips)) {
      expect(looks).toBeGreaterThan(100);
      expect(mostDb).toBeLessThan(15);
    }
  });

  test("a network lost and a desk opened anew cost their own voice only, and for no longer than they take", () => {
    const { Awa, Jules } = heard.recording;
    const [before, meanwhile] = [between(Jules, 2, at.lost - 1), between(Jules, at.lost - 1, at.end - 1)].map(
      shareAtLevel,
    );
    // What a busy machine takes from a voice before, it may take again.
    expect(meanwhile).toBeGreaterThan(Math.max(usuallyAtLevel, 0.98 - 2 * (1 - before!)));
    expect(shareAtLevel(between(Awa, at.lost + 3, at.back - 1))).toBe(0);
    for (const name of ["Awa", "Mme Lefort"] as const) {
      const since = name === "Awa" ? at.back : at.deskBack;
      const after = shareAtLevel(between(heard.recording[name], since + 3, at.end - 1));
      expect(after, `${name} again, at the same level`).toBeGreaterThan(usuallyAtLevel);
    }
  });

  test("listeners hear everybody to the end, though their encoder was killed", () => {
    expect(playlists.at(-1)).toContain("#EXT-X-DISCONTINUITY");
    for (const where of ["hls", "mp3"] as const) {
      for (const name of speakers) {
        // From when everybody is back, as far as a busy machine's own holes do not decide: the stretch that the recording is judged by.
        const since = (name === "Awa" ? at.back : at.deskBack) + 3;
        const atTheEnd = shareAtLevel(heard[where][name].slice(-Math.round((at.end - since) * 10), -10));
        expect(atTheEnd, `${name} at the end of ${where}`).toBeGreaterThan(usuallyAtLevel);
      }
    }
  });
});

/** A voice's levels from one second of the show to another. */
const between = (levels: readonly number[], from: number, to: number) =>
  levels.slice(Math.round(from * 10), Math.round(to * 10));

/** Which share of some levels is the voice's own, to 1.5 dB. */
const shareAtLevel = (levels: readonly number[]) =>
  levels.filter((level) => Math.abs(level - levelDbfs) < 1.5).length / levels.length;
