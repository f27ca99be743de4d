import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, openSeat } from "../support/browser.ts";
import { noteWhatIsForbidden } from "../support/page-faults.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const open = new AsyncDisposableStack();
let station: TestStation;
let listener: Page;
let address: string;

const addressesKept = (page: Page) =>
  page.evaluate(async () => {
    const found: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
    return found;
  });

beforeAll(async () => {
  station = open.use(await openTestStation());
  const { channel } = station.school;
  await (await station.asTeacher()).patch(`/api/channels/${channel.id}`, { visibility: "public" });
  address = `${station.url}/chaines/${channel.slug}`;
  const shared = open.adopt(await openBrowser(), (browser) => browser.close());
  listener = open.use(await openSeat({ size: "phone", shared })).page;
  await noteWhatIsForbidden(listener);
  await listener.goto(address);
  await listener.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller === null)
      await new Promise((taken) => navigator.serviceWorker.addEventListener("controllerchange", taken, { once: true }));
  });
});

afterAll(() => open.disposeAsync());

describe("a phone that has listened once, and has no network now", () => {
  test("keeps files of the pages only: no answer that the station gave to somebody, no feed, no live sound", async () => {
    await listener.evaluate(() => fetch("/api/channels"));
    const kept = await addressesKept(listener);
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.filter((path) => !/^\/(assets\/[^/]+|[a-z]+\.html)$/.test(path))).toEqual([]);
  });

  test("opens the radio's page all the same, and is told that the network is away", async () => {
    await listener.context().setOffline(true);
    await listener.reload();
    await listener.getByText("Pas de réseau.", { exact: false }).first().waitFor();
    await listener.getByRole("button", { name: "Réessayer" }).waitFor();
    expect(await listener.evaluate(() => document.documentElement.dataset.forbidden)).toBeUndefined();
  });

  test("has the radio back when the network is back", async () => {
    await listener.context().setOffline(false);
    await listener.getByRole("button", { name: "Réessayer" }).click();
    await listener.getByRole("heading", { level: 1, name: station.school.channel.title }).waitFor();
  });

  test("is not held back by it elsewhere: other pages come from the network, or not at all", async () => {
    await listener.context().setOffline(true);
    await expect(listener.goto(`${station.url}/entrer`)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
    await listener.context().setOffline(false);
  });
});
