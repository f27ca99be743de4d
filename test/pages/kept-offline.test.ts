import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Family, FamilyLink } from "../../schemas/families.ts";
import { openBrowser, openSeat, sizes } from "../support/browser.ts";
import { openListenedStation, type ListenedStation } from "../support/listened-station.ts";
import { lookInto } from "../support/look-at.ts";
import { noteWhatIsForbidden } from "../support/page-faults.ts";

const look = lookInto("kept-offline");
/** Pages of others are opened on the same cores. */
const patience = { timeout: 20_000 };
const open = new AsyncDisposableStack();
let station: ListenedStation;
let shared: Browser;
let phone: Page;
let family: Family;

const acts = (page: Page) => page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
const kept = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) {
        const answer = await (await caches.open(name)).match(request);
        const isText = /json|html/.test(answer?.headers.get("content-type") ?? "");
        found.push(`${name} ${new URL(request.url).pathname} ${isText ? await answer!.text() : ""}`);
      }
    return found;
  });
const keptFiles = async (page: Page) => (await kept(page)).filter((line) => line.startsWith("antenne.kept "));

beforeAll(async () => {
  station = open.use(await openListenedStation());
  const { channel, classroom, pupils } = station.school;
  const teacher = await station.asTeacher();
  await teacher.patch(`/api/channels/${channel.id}`, { visibility: "family" });
  const made = await teacher.post(`/api/classrooms/${classroom.id}/families`, {
    language: "fr",
    pupilIds: [pupils[0].id],
  });
  family = (await made.json()) as Family;
  const links = (await (await teacher.get(`/api/classrooms/${classroom.id}/family-links`)).json()) as FamilyLink[];
  shared = open.adopt(await openBrowser(), (browser) => browser.close());
  phone = open.use(await openSeat({ size: "phone", shared })).page;
  await noteWhatIsForbidden(phone);
  const { hash } = new URL(links.find(({ familyId }) => familyId === family.id)!.url);
  await phone.goto(`${station.url}/famille${hash}`);
  await phone.getByRole("heading", { level: 1 }).waitFor();
  await phone.goto(station.address);
  await acts(phone);
  await phone.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken, { once: true }));
  });
});
afterAll(() => open.disposeAsync());

describe("a family that keeps an episode on its telephone", () => {
  test("sees what it takes, and has it here without a network: the sound from any place on, its drawing and its text", async () => {
    await phone.getByRole("button", { name: "Garder sans réseau" }).click();
    await phone.getByRole("button", { name: /^Garder cet épisode/ }).click();
    await phone.getByText("Cet épisode s’écoute sans réseau.").waitFor();
    await phone.getByText(/^1 épisode gardé, \d/).waitFor();
    await look(phone, "garder");
    await phone.setViewportSize(sizes.phone);
    await phone.context().setOffline(true);
    await phone.reload();
    await phone.getByText("Pas de réseau : voici ce qui est gardé sur cet appareil.").waitFor();
    await phone.getByRole("button", { name: "Texte", exact: true }).click();
    await phone.getByRole("link", { name: /Tout pousse/ }).click();
    await expect
      .poll(() => phone.evaluate(() => document.querySelector("audio")!.currentTime), patience)
      .toBeGreaterThan(12.3);
    await look(phone, "sans-reseau");
    expect(await phone.evaluate(() => document.documentElement.dataset.forbidden)).toBeUndefined();
    await phone.context().setOffline(false);
  });

  test("keeps no key to anything else: neither the address of its feed, nor what it is called", async () => {
    const lines = await keptFiles(phone);
    expect(lines.length).toBe(4);
    expect(lines.filter((line) => /\/prive\/|token/i.test(line))).toEqual([]);
  });

  test("takes it away again, one or all", async () => {
    await phone.setViewportSize(sizes.phone);
    await phone.reload();
    await acts(phone);
    expect((await phone.content()).includes("/prive/")).toBe(true);
    await phone.getByRole("button", { name: "Garder sans réseau" }).click();
    await phone.getByRole("button", { name: "Enlever Le jardin en hiver" }).click();
    await phone.getByRole("button", { name: /^Garder cet épisode/ }).click();
    await phone.getByText("Cet épisode s’écoute sans réseau.").waitFor();
    await phone.getByRole("button", { name: "Tout enlever" }).click();
    await phone.getByText("La place est libérée.").waitFor();
    expect(await keptFiles(phone)).toEqual([]);
  });

  test("has nothing any more once the class has taken its link back, as soon as the telephone hears of it", async () => {
    await phone.getByRole("button", { name: /^Garder cet épisode/ }).click();
    await phone.getByText("Cet épisode s’écoute sans réseau.").waitFor();
    expect((await keptFiles(phone)).length).toBe(4);
    const teacher = await station.asTeacher();
    expect((await teacher.delete(`/api/families/${family.id}/link`)).ok).toBe(true);
    await phone.reload();
    await acts(phone);
    await expect.poll(() => keptFiles(phone), patience).toEqual([]);
  });
});

describe("helps of the player", () => {
  test("the address of what is heard is shared with its place, and the sound ends by itself when it is asked to", async () => {
    const teacher = await station.asTeacher();
    await teacher.patch(`/api/channels/${station.school.channel.id}`, { visibility: "public" });
    await using seat = await openSeat({ size: "phone", shared });
    const { page } = seat;
    await page.clock.install();
    await page.goto(`${station.address}?t=8`);
    await acts(page);
    await page.getByRole("button", { name: "Partager" }).click();
    expect(await page.getByLabel("Adresse de l’épisode").inputValue()).toBe(
      `${station.address}/${station.episodeId}?t=8`,
    );
    await look(page, "partager");
    await page.getByText("À partir de 0:08").click();
    expect(await page.getByLabel("Adresse de l’épisode").inputValue()).toBe(`${station.address}/${station.episodeId}`);
    await page.keyboard.press("Escape");
    await page.locator(".controls .round").click();
    await page.getByRole("button", { name: "Minuterie" }).click();
    await look(page, "minuterie");
    await page.getByRole("button", { name: "5 minutes", exact: true }).click();
    const sound = page.locator("audio");
    await page.clock.fastForward(295_000);
    await expect.poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.volume), patience).toBeLessThan(0.6);
    await page.clock.fastForward(6_000);
    await expect.poll(() => sound.evaluate((audio: HTMLAudioElement) => audio.paused), patience).toBe(true);
    expect(await sound.evaluate((audio: HTMLAudioElement) => audio.volume)).toBe(1);
    await page.getByRole("button", { name: "Minuterie" }).waitFor();
  });
});
