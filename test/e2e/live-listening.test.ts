import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSeat, type Seat } from "../support/browser.ts";
import { noteSound } from "../support/heard-sound.ts";
import { endShow, goOnAir, stripOf } from "../support/live-show.ts";
import { teacherAtDesk } from "../support/seats.ts";
import { untilHeard } from "../support/until-heard.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const voice = { pitch: 703, levelDbfs: -20 };

const open = new AsyncDisposableStack();
let station: TestStation;
let teacher: Seat;
let listener: Seat;
let radio: Page;
let show: Awaited<ReturnType<typeof goOnAir>>;

const pageOf = () => `${station.url}/chaines/${station.school.channel.slug}`;

/** Opens the radio's page in a new tab; without media source extensions a browser has only the MP3. */
async function arrive({ hasHls = true, as = listener }: { hasHls?: boolean; as?: Seat } = {}): Promise<Page> {
  const page = await as.page.context().newPage();
  await noteSound(page);
  page.on("pageerror", (error) => listener.errors.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") listener.errors.push(message.text());
  });
  if (!hasHls) await page.addInitScript(() => Reflect.deleteProperty(globalThis, "MediaSource"));
  await page.goto(pageOf());
  await page.getByRole("button", { name: "Écouter le direct" }).waitFor();
  return page;
}

beforeAll(async () => {
  station = open.use(await openTestStation());
  const staff = await station.asTeacher();
  await staff.patch(`/api/channels/${station.school.channel.id}`, { visibility: "public" });
  await station.store.airSettings.keep(station.school.channel.id, { delaySeconds: 0, cutSeconds: 5 });
  teacher = open.use(await teacherAtDesk(station, { voice }));
  listener = open.use(await openSeat({ size: "phone" }));
  await stripOf(teacher.page, "Mme Lefort").open();
  show = await goOnAir(teacher.page);
  radio = await arrive();
});

afterAll(() => open.disposeAsync());

describe("a family hears a class live", () => {
  test("one tap brings the teacher's voice within six seconds", async () => {
    await radio.getByRole("button", { name: "Écouter le direct" }).click();
    const firstSoundMs = await untilHeard(radio, voice.pitch);
    await radio.getByText("Vous écoutez le direct.").waitFor();
    await radio.getByText(/Quelques personnes écoutent/).waitFor();
    expect(firstSoundMs).toBeLessThan(6_000);
  });

  test("a browser without HLS hears the MP3, in which one cannot go back", async () => {
    await using closing = new AsyncDisposableStack();
    const page = closing.adopt(await arrive({ hasHls: false }), (tab) => tab.close());
    await page.getByRole("button", { name: "Écouter le direct" }).click();
    await untilHeard(page, voice.pitch);
    await page.getByText("Vous écoutez le direct.").waitFor();
    expect(await page.getByRole("button", { name: /Réécouter/ }).count()).toBe(0);
  });

  test("who is signed in can listen without delay, and a visitor cannot", async () => {
    await using closing = new AsyncDisposableStack();
    const page = closing.adopt(await arrive({ as: teacher }), (tab) => tab.close());
    await page.getByRole("switch", { name: "Écouter sans retard, dans l’école" }).check({ force: true });
    await page.getByText("Vous écoutez sans retard.").waitFor();
    await untilHeard(page, voice.pitch);
    expect(await radio.getByRole("switch", { name: /sans retard/ }).count()).toBe(0);
  });

  test("what was just said can be heard again, and then live", async () => {
    await show.until(24);
    await radio.getByRole("button", { name: "Réécouter les 30 dernières secondes" }).click();
    await radio.getByText("Vous réécoutez ce qui vient d’être dit.").waitFor();
    await untilHeard(radio, voice.pitch);
    await radio.getByRole("button", { name: "Revenir au direct" }).click();
    await radio.getByText("Vous écoutez le direct.").waitFor();
  });

  test("who saves data hears the lighter rendition, now and after a reload", async () => {
    const voiceSegment = () => radio.waitForRequest(/\/live\/.*\/voice\/[^/]+/);
    const asked = voiceSegment();
    await radio.getByRole("switch", { name: "Économiser mes données" }).check({ force: true });
    await asked;
    await untilHeard(radio, voice.pitch);
    await radio.reload();
    const askedAgain = voiceSegment();
    await radio.getByRole("button", { name: "Écouter le direct" }).click();
    await askedAgain;
    await untilHeard(radio, voice.pitch);
  });

  test("after the end the page waits for the episode, and then offers it", async () => {
    await endShow(teacher.page);
    await radio.getByText("L’émission est finie.").waitFor({ timeout: 30_000 });
    await teacher.page.getByText("L’épisode est prêt.").waitFor({ timeout: 60_000 });
    await teacher.page.getByRole("link", { name: "Remplir la fiche" }).click();
    await teacher.page.getByRole("button", { name: "Publier", exact: true }).click();
    await teacher.page.getByText("L’épisode est en ligne.").waitFor();
    await radio.getByText("L’épisode est déjà là.").waitFor({ timeout: 20_000 });
  });

  test("no script failed and no request was refused on any page", () => {
    expect(listener.errors).toEqual([]);
  });
});
