import { expect, test } from "vitest";
import { openSeat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { seedSchool } from "../support/school.ts";
import { openTestStation } from "../support/station.ts";

const look = lookInto("radios");

test("whoever has no script and no session reads, searches and follows the public radios of all schools and of one, in their language", async () => {
  await using station = await openTestStation();
  const { store, school, url } = station;
  await store.channels.change(school.channel.id, { visibility: "public" });
  const other = await seedSchool(store, { name: "École des Tilleuls" });
  await store.channels.change(other.channel.id, { visibility: "public", title: "Radio Tilleul" });
  const hidden = await seedSchool(store, { name: "École du Secret" });
  await store.channels.change(hidden.channel.id, { visibility: "family" });
  await using seat = await openSeat({ size: "phone" });
  const context = await seat.browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" });
  const plain = await context.newPage();
  await plain.goto(`${url}/radios`);
  expect(await plain.getByRole("heading", { level: 2 }).allTextContents()).toEqual([
    "École des MarronniersVierzon",
    "École des TilleulsVierzon",
  ]);
  await plain.getByRole("searchbox").fill("tilleul");
  await plain.getByRole("button", { name: "Chercher" }).click();
  await plain.waitForURL(/\?q=tilleul/);
  expect(await plain.locator(".radios-list b").allTextContents()).toEqual(["Radio Tilleul"]);
  await plain.goto(`${url}/radios?q=zzz&lang=uk`);
  await plain.getByText("Немає радіо для «zzz»").waitFor();
  expect(await plain.title()).toBe("Усі радіо — Antenne");
  await plain.goto(`${url}/radios/${other.school.id}`);
  const feed = plain.getByRole("link", { name: "Un seul podcast pour toutes" });
  expect(await feed.getAttribute("href")).toBe(`/radios/${other.school.id}/fil.xml`);
  expect((await plain.goto(`${url}/radios/${hidden.school.id}`))!.status()).toBe(404);

  const { page, errors } = seat;
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(`${url}/radios`);
  await page.waitForFunction(() => document.documentElement.dataset.ready === "");
  expect(requests.filter((each) => !each.startsWith(url) && !each.startsWith("data:"))).toEqual([]);
  await look(page, "toutes");
  await page.goto(`${url}/radios/${school.school.id}?lang=ar`);
  await look(page, "ecole-ar");
  await page.goto(`${url}/radios?q=zzz&lang=fr`);
  await look(page, "rien");
  await page.goto(`${url}/radios?lang=fr`);
  await page.getByRole("link", { name: /^Radio Hirondelle/ }).click();
  await page.waitForURL(/\/chaines\//);
  expect(errors).toEqual([]);
});
