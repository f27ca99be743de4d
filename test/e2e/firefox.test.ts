import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findFirefox, openFirefox } from "../support/firefox.ts";
import { goOnAir } from "../support/go-on-air.ts";
import { openListenedStation, type ListenedStation } from "../support/listened-station.ts";

const firefox = findFirefox();
if (firefox === undefined)
  console.log("Firefox: skipped, it is not on this machine (apt-get install firefox-esr pulseaudio, or FIREFOX_BIN)");

const open = new AsyncDisposableStack();
let station: ListenedStation;
let browser: Awaited<ReturnType<typeof openFirefox>>;

/** Waits until an expression holds on a page. What waits inside of pages itself is code made of text, which their policy refuses. */
const until = (page: Page, expression: string) =>
  expect.poll(() => page.evaluate(`Boolean(${expression})`), { timeout: 20_000 }).toBe(true);
const acts = (page: Page) => until(page, "document.documentElement.dataset.ready !== undefined");

/** Opens a page as a telephone does; what its console complains of is kept. */
async function arrive(address: string) {
  const page = await browser.newPage();
  const errors: string[] = [];
  // What Firefox says of the driver's own looks into the page is nothing of the page's.
  page.on("pageerror", (error) => {
    const stack = String((error as Error).stack);
    if (stack.includes(station.url)) errors.push(stack);
  });
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.evaluateOnNewDocument(() => {
    const begun = new Set<HTMLMediaElement>();
    const play = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, "play")!.value as () => Promise<void>;
    HTMLMediaElement.prototype.play = function () {
      begun.add(this);
      return play.call(this);
    };
    Object.assign(globalThis, { begunSounds: begun });
  });
  await page.goto(address);
  await acts(page);
  return { page, errors, [Symbol.asyncDispose]: () => page.close() };
}
/** How far the sounds of a page have come that were begun on it. */
const secondsOf = (page: Page) =>
  page.evaluate("Math.max(0, ...[...globalThis.begunSounds].map((sound) => sound.currentTime))");
/** Presses the key that is called so, once it is there. */
async function press(page: Page, name: string) {
  const key = `[...document.querySelectorAll("button")].find((each) => !each.disabled && (each.ariaLabel ?? each.textContent).trim() === ${JSON.stringify(name)})`;
  await until(page, key);
  await page.evaluate(`${key}.click()`);
}

describe.skipIf(firefox === undefined)("a family with Firefox", () => {
  beforeAll(async () => {
    station = open.use(await openListenedStation());
    browser = open.use(await openFirefox(firefox!));
  });
  afterAll(() => open.disposeAsync());

  test("hears an episode from the place that an address names, reads along, and keeps it without a network", async () => {
    await using seat = await arrive(`${station.address}?t=12`);
    const { page, errors } = seat;
    await press(page, "Écouter Le jardin en hiver");
    await expect.poll(() => secondsOf(page)).toBeGreaterThan(12.5);
    await press(page, "Texte");
    await until(page, `document.querySelector(".said-lines [aria-current]")`);
    await press(page, "Garder sans réseau");
    await until(page, `document.querySelector(".dialog[open] .btn.primary:enabled")`);
    await page.evaluate(`document.querySelector(".dialog[open] .btn.primary").click()`);
    await until(page, `document.querySelector(".dialog[open] .message.good")`);
    expect(errors).toEqual([]);
  });

  test("hears what is on air", async () => {
    const { store, school, url } = station;
    const show = await store.shows.create(school.channel.id, { title: "Le direct", scheduledAt: null });
    await goOnAir(url, { school: { ...school, show } });
    await using seat = await arrive(station.address);
    const { page, errors } = seat;
    await press(page, "Écouter le direct");
    await until(page, "document.body.textContent.includes('Vous écoutez le direct.')");
    const begun = Number(await secondsOf(page));
    await expect.poll(() => secondsOf(page)).toBeGreaterThan(begun + 1);
    expect(errors).toEqual([]);
  });
});
