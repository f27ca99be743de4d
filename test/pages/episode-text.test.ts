import { writeFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, openSeat } from "../support/browser.ts";
import { openListenedStation, phrases, type ListenedStation } from "../support/listened-station.ts";
import { lookInto } from "../support/look-at.ts";
import { noteWhatIsForbidden } from "../support/page-faults.ts";
import { staffPassword } from "../support/school.ts";
import { scratch } from "../support/scratch.ts";

const look = lookInto("episode-text");
const open = new AsyncDisposableStack();
let station: ListenedStation;
let shared: Browser;

beforeAll(async () => {
  station = open.use(await openListenedStation());
  shared = open.adopt(await openBrowser(), (browser) => browser.close());
});
afterAll(() => open.disposeAsync());

async function openPage(path = "", options: Parameters<Browser["newContext"]>[0] = {}) {
  const context = await shared.newContext({ viewport: { width: 360, height: 740 }, locale: "fr-FR", ...options });
  const page = await context.newPage();
  await noteWhatIsForbidden(page);
  await page.goto(station.address + path);
  if (options.javaScriptEnabled !== false)
    await page.waitForFunction(() => document.documentElement.dataset.ready !== undefined);
  return { page, [Symbol.asyncDispose]: () => context.close() };
}
const heardSeconds = (page: Page) => page.evaluate(() => document.querySelector("audio")!.currentTime);

describe("a listener who reads", () => {
  test("has the text below the sound, which marks what is heard, and goes to the passage that is touched", async () => {
    await using seat = await openPage();
    const { page } = seat;
    await page.getByRole("button", { name: "Texte", exact: true }).click();
    await page.getByRole("link", { name: /Tout pousse/ }).click();
    await expect.poll(() => heardSeconds(page)).toBeGreaterThan(12);
    await page.locator(".said-lines [aria-current]", { hasText: "Tout pousse." }).waitFor();
    expect(await page.locator(".said-lines [aria-current]").count()).toBe(1);
    await look(page, "texte");
  });

  test("goes through it by the arrow keys, as one stop of the Tab key, in a language that is written from right to left too", async () => {
    await using seat = await openPage("?lang=ar&text");
    const { page } = seat;
    const lines = page.locator(".said-lines .time-link");
    expect(await lines.evaluateAll((all) => all.filter((line) => (line as HTMLElement).tabIndex === 0).length)).toBe(1);
    await lines.first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => heardSeconds(page)).toBeGreaterThan(8);
    await look(page, "texte-ar");
  });

  test("needs no script: the text is in the page, and each passage is a link to the sound at its place", async () => {
    await using seat = await openPage("", { javaScriptEnabled: false });
    const { page } = seat;
    await page.getByRole("link", { name: "Lire ce qui est dit" }).click();
    for (const phrase of phrases) expect(await page.getByRole("link", { name: phrase }).isVisible()).toBe(true);
    await page.getByRole("link", { name: /Tout pousse/ }).click();
    expect(await page.locator("audio source").first().getAttribute("src")).toMatch(/#t=12$/);
    expect(await page.getByRole("link", { name: /Tout pousse/ }).isVisible()).toBe(true);
  });

  test("opens the page at the place that an address names, and pays for no sound before the press", async () => {
    await using seat = await openPage("?t=0:21");
    const { page } = seat;
    await page.getByText("0:21", { exact: true }).first().waitFor();
    await page.waitForLoadState("networkidle");
    const fetched = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
    expect(fetched.filter((url) => /\/episode\.\w+$/.test(url))).toEqual([]);
    await page.locator(".controls .round").click();
    await expect.poll(() => heardSeconds(page)).toBeGreaterThan(21.2);
    expect(await page.locator(".chapters [aria-current]").textContent()).toContain("La météo");
  });
});

test("a teacher brings a subtitle file, sees what the station made of it, writes initials for names, and takes it away", async () => {
  using folder = scratch();
  const srt =
    "1\n00:00:00,000 --> 00:00:02,000\n<v Awa>Bonjour, ici Awa.\n\n2\n00:00:02,000 --> 00:00:04,000\nIl pleut.\n";
  await writeFile(folder.file("texte.srt"), srt);
  await writeFile(folder.file("image.vtt"), "\u0089PNG\u0000\u0001");
  await using teacher = await openSeat({ shared });
  const { page, errors } = teacher;
  await page.goto(`${station.url}/?retour=/emissions/${station.school.show.id}`);
  await page.getByLabel("Adresse e-mail").fill(station.staffEmail);
  await page.getByLabel("Mot de passe").fill(staffPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  const card = page.getByRole("region", { name: "Texte de l’épisode" });
  const field = card.getByRole("textbox", { name: "Texte" });
  await card.getByText("6 passages avec leur minutage").waitFor();
  await card.locator("input[type=file]").setInputFiles(folder.file("image.vtt"));
  await card.getByText("Ce fichier n’est pas un texte de sous-titres.").waitFor();
  await card.locator("input[type=file]").setInputFiles(folder.file("texte.srt"));
  await card.getByText("2 passages avec leur minutage").waitFor();
  await card.getByRole("button", { name: "Enregistrer" }).click();
  await card.getByText("Un prénom de la classe figure dans ce texte.").waitFor();
  expect(await field.inputValue()).toBe(
    "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nBonjour, ici Awa.\n\n00:00:02.000 --> 00:00:04.000\nIl pleut.\n",
  );
  await look(page, "enseignant");
  await card.getByRole("button", { name: "Écrire A. à la place d’Awa" }).click();
  await card.getByRole("button", { name: "Enregistrer" }).click();
  await expect
    .poll(() => station.store.transcripts.find(station.episodeId))
    .toMatchObject({
      text: expect.stringContaining("Bonjour, ici A.\n") as string,
    });
  await card.getByRole("button", { name: "Retirer le texte" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Retirer le texte" }).click();
  await card.getByText("Cet épisode n’a pas encore de texte.").waitFor();
  expect(await station.store.transcripts.find(station.episodeId)).toBeUndefined();
  // Whoever is not signed in yet is told so once.
  expect(errors.filter((error) => !error.includes("401"))).toEqual([]);
});
