import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, openSeat, sizes } from "../support/browser.ts";
import sharp from "sharp";
import type { ChannelPage } from "../../schemas/listening.ts";
import { ApiClient } from "../support/api-client.ts";
import { noteWhatIsForbidden, overflowOn, violationsOn } from "../support/page-faults.ts";
import { startProcess } from "../support/station.ts";
import { fileURLToPath } from "node:url";
import { mkdir } from "node:fs/promises";

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const pictures = here("test-results/listening");
const open = new AsyncDisposableStack();
let demo: Record<"url" | "channelUrl" | "staffEmail" | "staffPassword", string>;
let shared: Browser;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  // A machine that keeps another time than the school.
  const elsewhere = { TZ: "Pacific/Auckland" };
  const jsonIn = (line: string) => (line.startsWith("{") ? line : undefined);
  const started = open.use(await startProcess(here("server/demo/main.ts"), ["--port", "0"], jsonIn, elsewhere));
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

describe("a listener without a script", () => {
  test("reads the radio, its newest episode and the others, and has a player that needs none", async () => {
    await using seat = await openPage({ javaScriptEnabled: false });
    const { page } = seat;
    await page.goto(demo.channelUrl);
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Radio Hirondelle");
    expect(await page.getByRole("heading", { level: 2 }).first().textContent()).toBe("Dans les coulisses du jardin");
    expect(await page.locator("audio[controls] source").count()).toBeGreaterThanOrEqual(2);
    expect(await page.locator("audio[controls]").first().isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: /Écouter/ }).count()).toBe(0);
    expect(await page.getByText("Lecture à deux voix", { exact: true }).isVisible()).toBe(true);
    await page.screenshot({ path: `${pictures}/sans-script.png`, fullPage: true });
    await page.getByRole("link", { name: "Le journal de la cour", exact: true }).click();
    await expect.poll(() => page.title()).toBe("Le journal de la cour — Antenne");
    expect(await page.getByRole("link", { name: "Adresse du fil" }).first().getAttribute("href")).toMatch(/\.xml$/);
  });

  test("is told in a page why there is nothing to hear", async () => {
    await using seat = await openPage({ javaScriptEnabled: false });
    const answer = await seat.page.goto(`${demo.url}/chaines/radio-de-personne`);
    expect(answer?.status()).toBe(404);
    expect(await seat.page.getByText("Cette chaîne n’est pas ici.").isVisible()).toBe(true);
  });
});

describe("the language of a listener's page", () => {
  test.each([
    ["the browser's", "?", "uk-UA", "uk", "ltr"],
    ["the link's before the browser's", "?lang=ar", "uk-UA", "ar", "rtl"],
    ["French where the browser speaks none of ours", "?", "ja-JP", "fr", "ltr"],
  ])("is %s", async (_what, query, locale, language, direction) => {
    await using seat = await openPage({ locale });
    await seat.page.goto(demo.channelUrl + query);
    await acts(seat.page);
    const root = seat.page.locator("html");
    expect([await root.getAttribute("lang"), await root.getAttribute("dir")]).toEqual([language, direction]);
  });

  test("stays what somebody chose on this device, from the first byte on", async () => {
    await using seat = await openPage();
    await seat.page.goto(demo.channelUrl);
    await acts(seat.page);
    await seat.page.getByRole("button", { name: "Choisir la langue : Français" }).click();
    await seat.page.getByRole("button", { name: "Türkçe" }).click();
    await expect.poll(() => seat.page.locator("html").getAttribute("lang")).toBe("tr");
    const answer = await seat.page.reload();
    expect(await answer?.text()).toContain('<html lang="tr"');
  });
});

describe("a page that the station has drawn", () => {
  test("tells the next show's hour as the school's clock has it, with a script and without, whatever machines' clocks say", async () => {
    await using reader = await openPage({ javaScriptEnabled: false });
    await using listener = await openPage({ timezoneId: "America/Lima" });
    await reader.page.goto(demo.channelUrl);
    await listener.page.goto(demo.channelUrl);
    await acts(listener.page);
    const start = JSON.parse((await listener.page.locator("#start").textContent())!) as {
      found: { page: { nextShow: { scheduledAt: string } } };
    };
    const { scheduledAt } = start.found.page.nextShow;
    const clock = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Paris" } as const;
    const hour = new Date(scheduledAt).toLocaleTimeString("fr-FR", clock);
    for (const { page } of [reader, listener]) expect(await page.locator(".next").textContent()).toContain(hour);
  });

  test.each(["fr", "ar", "uk"])(
    "acts in %s as it was drawn, is whole on every screen, and its policy forbids nothing of it",
    async (language) => {
      await using seat = await openSeat({ size: "phone", shared });
      const { page, errors } = seat;
      await noteWhatIsForbidden(page);
      await page.goto(`${demo.channelUrl}?lang=${language}`);
      await acts(page);
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        expect(await violationsOn(page), size).toEqual([]);
        expect(await overflowOn(page), size).toBe(0);
        await page.screenshot({ path: `${pictures}/chaine-${language}-${size}.png` });
      }
      await page.locator(".controls .round").click();
      await expect.poll(() => heardSeconds(page)).toBeGreaterThan(0.3);
      expect(await page.evaluate(() => document.documentElement.dataset.forbidden)).toBeUndefined();
      expect(errors).toEqual([]);
    },
  );

  test("goes on with the sound that somebody began before the script was there", async () => {
    await using seat = await openPage();
    const { page, context } = seat;
    const { promise, resolve } = Promise.withResolvers<void>();
    await context.route("**/assets/listening-*.js", async (route) => {
      await promise;
      await route.continue();
    });
    await page.goto(demo.channelUrl, { waitUntil: "commit" });
    await page.locator("audio").evaluate((audio: HTMLAudioElement) => audio.play());
    await expect.poll(() => heardSeconds(page)).toBeGreaterThan(0.2);
    resolve();
    await acts(page);
    await page.getByRole("button", { name: "Mettre en pause" }).first().waitFor();
    expect(await page.locator("audio").evaluate((audio: HTMLAudioElement) => audio.paused)).toBe(false);
  });

  test("goes from one episode to the next without a new page, and back", async () => {
    await using seat = await openPage();
    const { page } = seat;
    await page.goto(demo.channelUrl);
    await acts(page);
    await page.evaluate(() => (document.documentElement.dataset.same = "yes"));
    await page.getByRole("link", { name: "Le journal de la cour", exact: true }).click();
    await page.getByRole("heading", { level: 2, name: "Le journal de la cour" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 2, name: "Dans les coulisses du jardin" }).waitFor();
    expect(await page.locator("html").getAttribute("data-same")).toBe("yes");
  });
});

describe("the budget of a first visit", () => {
  test("sixty kilobytes of script as they travel, whatever the language", () => {
    const document = readFileSync(here("dist/listening.html"), "utf8");
    const manifest = JSON.parse(readFileSync(here("dist/.vite/manifest.json"), "utf8")) as Record<
      string,
      { file: string; imports?: string[] }
    >;
    const begun = [...document.matchAll(/"\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file!);
    for (const language of ["fr", "en", "ar", "uk", "pt", "tr", "es"]) {
      const words = manifest[`i18n/family/${language}.ts`]!;
      const more = [words.file, ...(words.imports ?? []).map((name) => manifest[name]!.file)];
      const bytes = [...new Set([...begun, ...more])].map(
        (file) => gzipSync(readFileSync(here(`dist/${file}`))).length,
      );
      expect(
        bytes.reduce((sum, each) => sum + each, 0),
        language,
      ).toBeLessThanOrEqual(60_000);
    }
  });

  /** Whatever comes to a first visitor on a bad line before they hear something, but for the sound itself. */
  async function visitFirst() {
    await using seat = await openPage();
    const { page, context } = seat;
    const wire = await context.newCDPSession(page);
    await wire.send("Network.enable");
    await wire.send("Network.emulateNetworkConditions", {
      ...{ offline: false, latency: 300 },
      ...{ downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 },
    });
    const arrived: { url: string; bytes: number }[] = [];
    const addresses = new Map<string, string>();
    wire.on("Network.requestWillBeSent", ({ requestId, request }) => addresses.set(requestId, request.url));
    wire.on("Network.loadingFinished", ({ requestId, encodedDataLength }) =>
      arrived.push({ url: addresses.get(requestId) ?? "", bytes: encodedDataLength }),
    );
    const begun = performance.now();
    await page.goto(demo.channelUrl, { waitUntil: "commit" });
    // As somebody does who came to listen: a press as soon as there is something to press, on the browser's own key or on ours.
    await page.locator("audio").waitFor({ state: "attached" });
    await page.locator("audio").evaluate((audio: HTMLAudioElement) => audio.play());
    await page.waitForFunction(() => document.querySelector("audio")!.currentTime > 0, undefined, { polling: 20 });
    const seconds = (performance.now() - begun) / 1_000;
    await acts(page);
    const before = arrived.filter(({ url }) => !url.includes("/media/episodes/"));
    const bytes = before.reduce((sum, each) => sum + each.bytes, 0);
    console.log(
      `first sound after ${seconds.toFixed(2)} s; ${before.length} requests, ${bytes} bytes besides the sound`,
    );
    expect([...addresses.values()].filter((url) => !url.startsWith(demo.url) && !url.startsWith("data:"))).toEqual([]);
    expect(bytes).toBeLessThanOrEqual(100_000);
    return seconds;
  }

  test("a hundred kilobytes in all before the sound, none of it from elsewhere, and the sound within four seconds on a bad line", async () => {
    expect(await visitFirst()).toBeLessThanOrEqual(4);
  });

  test("the same with a cover of the radio's own: drawn at first, it comes after the sound, and small", async () => {
    const teacher = await new ApiClient(demo.url).signIn(demo.staffEmail, demo.staffPassword);
    const { channel } = (await (await teacher.get("/api/channels/radio-hirondelle")).json()) as ChannelPage;
    const cover = `/api/channels/${channel.id}/cover`;
    // Noise is what no format makes small.
    const photograph = {
      width: 1_400,
      height: 1_400,
      channels: 3,
      noise: { type: "gaussian", mean: 128, sigma: 60 },
    } as const;
    const picture = await sharp({ create: { ...photograph, background: "#000" } })
      .png()
      .toBuffer();
    expect((await teacher.upload("PUT", cover, new Uint8Array(picture))).status).toBe(200);
    await visitFirst();
    await using seat = await openPage();
    const { page } = seat;
    await page.goto(demo.channelUrl);
    await acts(page);
    // Whatever the line is: once there is sound, there is room.
    await page.locator(".controls .round").click();
    const own = page.locator(".channel-head img.cover");
    await own.waitFor();
    const address = (await own.getAttribute("src"))!;
    expect((await (await teacher.get(address)).arrayBuffer()).byteLength).toBeLessThan(60_000);
    expect(await own.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(320);
    expect((await teacher.delete(cover)).status).toBe(200);
  });
});

describe("the player in a frame of another site", () => {
  test("plays there, and the page around it is let in by no other address of the station", async () => {
    await using seat = await openPage();
    const { page, context } = seat;
    const about = (await (await context.request.get(`${demo.url}/api/channels/radio-hirondelle/oembed`)).json()) as {
      html: string;
    };
    const { html } = about;
    // A site of its own on this machine: one of the Internet may frame nothing of a machine's own.
    const body = `<!doctype html>${html}<iframe name="whole" src="${demo.channelUrl}"></iframe>`;
    const site = createServer((_request, response) => response.setHeader("content-type", "text/html").end(body));
    site.listen(0, "127.0.0.1");
    await once(site, "listening");
    await using closing = new AsyncDisposableStack();
    closing.defer(() => void site.close());
    await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
    const frame = page.locator("iframe").first().contentFrame();
    await frame.locator(".controls .round").click();
    await expect
      .poll(() => frame.locator("audio").evaluate((audio: HTMLAudioElement) => audio.currentTime))
      .toBeGreaterThan(0.2);
    await page.screenshot({ path: `${pictures}/cadre.png` });
    expect(await page.frame("whole")?.locator(".channel").count()).toBe(0);
  });
});
