import { v7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openSeat, type Seat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { openTestStation, type TestStation } from "../support/station.ts";

const look = lookInto("letter-page");
const open = new AsyncDisposableStack();
let station: TestStation;
let shared: Awaited<ReturnType<typeof openBrowser>>;

const waysOn = ({ page }: Seat) =>
  page.locator("main a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));

beforeAll(async () => {
  station = open.use(await openTestStation());
  shared = open.adopt(await openBrowser(), (browser) => browser.close());
}, 60_000);

afterAll(() => open.disposeAsync());

test("a letter's link that is not whole says what to do, and leads on to the radios", async () => {
  await using seat = await openSeat({ shared, isStill: true });
  const { page } = seat;
  for (const link of ["/courrier", "/courrier#oui.", `/courrier#peut-etre.${v7()}.x`, "/courrier/arret/x/y"]) {
    await page.goto("about:blank");
    await page.goto(station.url + link);
    await page.getByRole("heading", { name: "Ce lien n’est pas complet.", level: 1 }).waitFor();
    await page.getByText("Ouvrez-le depuis votre lettre la plus récente.").waitFor();
    expect(await waysOn(seat), link).toEqual(["/radios", "/famille"]);
  }
  await look(page, "incomplet");
  await page.getByRole("link", { name: "Toutes les radios" }).click();
  await page.getByRole("heading", { name: "Toutes les radios", level: 1 }).waitFor();
  expect(seat.errors).toEqual([]);
});

test("a letter's link that is old says so when it is pressed, and leads on too", async () => {
  await using seat = await openSeat({ shared, isStill: true });
  const { page } = seat;
  await page.goto(`${station.url}/courrier#oui.${v7()}.${"x".repeat(43)}`);
  expect(await waysOn(seat)).toEqual([]);
  await page.getByRole("button", { name: "Oui, je veux ces lettres" }).click();
  await page.getByText("Ce lien ne sert plus.").waitFor();
  await page.getByText("Demandez de nouvelles lettres sur la page de la radio.").waitFor();
  expect(await page.getByRole("button", { name: "Oui, je veux ces lettres" }).count()).toBe(0);
  expect(await waysOn(seat)).toEqual(["/radios", "/famille"]);
  await look(page, "ancien");
});

test("a family without a slip is spoken to in the language of its device, until it chooses another", async () => {
  await using seat = await openSeat({ shared, isStill: true, locale: "ar", size: "phone" });
  const { page } = seat;
  await page.goto(`${station.url}/famille`);
  await page.getByRole("heading", { name: "امسحوا رمز الورقة" }).waitFor();
  expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  await look(page, "sans-feuillet-ar");
  await page.goto(station.url);
  await page.getByRole("heading", { name: "Je suis élève" }).waitFor();
});

const titles = {
  en: "This link is not whole.",
  ar: "هذا الرابط غير كامل.",
  uk: "Це посилання неповне.",
  pt: "Esta ligação não está completa.",
  tr: "Bu bağlantı eksik.",
  es: "Este enlace no está completo.",
};

test("a letter's link opens in the letter's language on a device that has never been here", async () => {
  await using seat = await openSeat({ shared, isStill: true });
  await seat.page.goto(`${station.url}/courrier/arret/x/y?langue=uk`);
  await seat.page.getByRole("heading", { name: titles.uk, level: 1 }).waitFor();
  await using other = await openSeat({ shared, isStill: true });
  await other.page.goto(`${station.url}/courrier/arret/x/y?langue=latin`);
  await other.page.getByRole("heading", { name: "Ce lien n’est pas complet.", level: 1 }).waitFor();
});

test("the same is said in every language of families", async () => {
  for (const [language, title] of Object.entries(titles)) {
    await using seat = await openSeat({ shared, isStill: true });
    await seat.page.addInitScript((chosen) => localStorage.setItem("antenne.language", chosen), language);
    await seat.page.goto(`${station.url}/courrier`);
    await seat.page.getByRole("heading", { name: title, level: 1 }).waitFor();
    expect(await waysOn(seat)).toEqual(["/radios", "/famille"]);
    await look(seat.page, `incomplet-${language}`);
  }
});
