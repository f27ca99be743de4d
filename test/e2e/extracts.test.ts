import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, sizes } from "../support/browser.ts";
import { startProcess } from "../support/station.ts";

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const open = new AsyncDisposableStack();
let demo: Record<"url" | "channelUrl", string>;
let shared: Browser;

beforeAll(async () => {
  const jsonIn = (line: string) => (line.startsWith("{") ? line : undefined);
  const started = open.use(await startProcess(here("server/demo/main.ts"), ["--port", "0"], jsonIn, {}));
  demo = JSON.parse(started.found) as typeof demo;
  shared = open.adopt(await openBrowser(), (browser) => browser.close());
});
afterAll(() => open.disposeAsync());

/** A listener's page, by itself, in a browser that has never been here. */
async function openPage(options: Parameters<Browser["newContext"]>[0] = {}) {
  const context = await shared.newContext({ viewport: sizes.phone, locale: "fr-FR", ...options });
  const page = await context.newPage();
  return { page, context, [Symbol.asyncDispose]: () => context.close() };
}

const acts = (page: Page) => page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
const heardSeconds = (page: Page) => page.evaluate(() => document.querySelector("audio")!.currentTime);

describe("an extract", () => {
  const extracts = (page: Page) => page.locator(".soundbites li");
  const isPaused = (page: Page) => page.evaluate(() => document.querySelector("audio")!.paused);
  /** Near the extract's end, so that nobody waits for the whole of it. */
  const hurryTo = (page: Page, seconds: number) =>
    page.evaluate((place) => (document.querySelector("audio")!.currentTime = place), seconds);

  test("plays from its beginning, stops at its end, and the sound goes on from there for whoever wants", async () => {
    await using seat = await openPage();
    const { page } = seat;
    await page.goto(demo.channelUrl);
    await acts(page);
    const address = (await extracts(page).first().locator("a").last().getAttribute("href"))!;
    const [start, end] = /t=(\d+)-(\d+)$/.exec(address)!.slice(1).map(Number) as [number, number];
    expect(end - start).toBe(15);
    await extracts(page)
      .first()
      .getByRole("link", { name: /^Écouter l’extrait/ })
      .click();
    await expect.poll(() => heardSeconds(page)).toBeGreaterThan(start);
    expect(await heardSeconds(page)).toBeLessThan(start + 5);
    await hurryTo(page, end - 1);
    await expect.poll(() => isPaused(page)).toBe(true);
    expect(await heardSeconds(page)).toBeGreaterThanOrEqual(end);
    expect(await heardSeconds(page)).toBeLessThan(end + 1);
    await page.locator(".controls .round").click();
    await expect.poll(() => heardSeconds(page)).toBeGreaterThan(end + 1.2);
  });

  test("has an address of its own, which opens the page at it and ends with it, with a script and without", async () => {
    await using seat = await openPage();
    const { page } = seat;
    await page.goto(demo.channelUrl);
    await acts(page);
    const address = (await extracts(page).first().locator("a").last().getAttribute("href"))!;
    const [start, end] = /t=(\d+)-(\d+)$/.exec(address)!.slice(1).map(Number) as [number, number];
    await page.goto(demo.url + address);
    await acts(page);
    await page.locator(".controls .round").click();
    await expect.poll(() => heardSeconds(page)).toBeGreaterThan(start);
    await hurryTo(page, end - 1);
    await expect.poll(() => isPaused(page)).toBe(true);
    await using reader = await openPage({ javaScriptEnabled: false });
    await reader.page.goto(demo.url + address);
    expect(await reader.page.locator("audio source").first().getAttribute("src")).toMatch(`#t=${start},${end}`);
  });
});

test("an open page asks every minute, and nothing travels while nothing is new", async () => {
  await using seat = await openPage();
  const { page } = seat;
  const answers: number[] = [];
  page.on("response", (answer) => {
    if (answer.url().endsWith("/api/channels/radio-hirondelle")) answers.push(answer.status());
  });
  await page.clock.install();
  await page.goto(demo.channelUrl);
  await acts(page);
  await page.clock.runFor(61_000);
  await expect.poll(() => answers).toEqual([200]);
  const line = await page.locator(".episodes li").first().elementHandle();
  // The first answer may still be on its way into the page when the next minute has passed.
  const nextAnswer = async () => {
    const before = answers.length;
    await page.clock.runFor(61_000);
    await expect.poll(() => answers.length).toBe(before + 1);
    return answers.at(-1);
  };
  await expect.poll(nextAnswer).toBe(304);
  expect(answers.filter((status) => status === 200).length).toBeLessThanOrEqual(2);
  expect(await nextAnswer()).toBe(304);
  // What stood there stands there still, and is not another one that looks alike.
  expect(await line.evaluate((node) => node.isConnected)).toBe(true);
});
