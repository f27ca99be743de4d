import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSeat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { scratch } from "../support/scratch.ts";
import { toneSamples, writeWav } from "../support/sound.ts";
import { startProcess } from "../support/station.ts";

const demoPath = fileURLToPath(new URL("../../server/demo/main.ts", import.meta.url));
const look = lookInto("hurried-teacher");
const open = new AsyncDisposableStack();
let demo: Record<"url" | "staffEmail" | "staffPassword", string>;
let page: Page;

beforeAll(async () => {
  const jsonIn = (line: string) => (line.startsWith("{") ? line : undefined);
  demo = JSON.parse(open.use(await startProcess(demoPath, ["--port", "0"], jsonIn)).found) as typeof demo;
  ({ page } = open.use(await openSeat({})));
  await page.goto(demo.url);
  await page.getByLabel("Adresse e-mail").fill(demo.staffEmail);
  await page.getByLabel("Mot de passe").fill(demo.staffPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(/\/emissions/);
});

afterAll(() => open.disposeAsync());

test("who publishes takes along what is typed and not saved yet", async () => {
  await page.goto(`${demo.url}/emissions`);
  await page.getByRole("link", { name: "Ouvrir l’épisode" }).first().click();
  await page.getByRole("button", { name: "Dépublier" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Dépublier" }).click();
  await page.getByRole("button", { name: "Publier", exact: true }).waitFor();
  await page.getByLabel("Titre", { exact: true }).fill("Le potager en hiver ");
  await page.getByText("Pas encore enregistré.").waitFor();
  await look(page, "non-enregistre");
  await page.getByRole("link", { name: "Émissions", exact: true }).click();
  await page.getByRole("dialog").getByText("Quitter sans enregistrer\u00a0?").waitFor();
  await page.getByRole("button", { name: "Rester" }).click();
  await page.getByRole("button", { name: "Enregistrer et publier" }).click();
  await page.getByText("L’épisode est en ligne.").waitFor();
  expect(await page.getByLabel("Titre", { exact: true }).inputValue()).toBe("Le potager en hiver");
  await page.getByText("Pas encore enregistré.").waitFor({ state: "detached" });
  await page.reload();
  await page.getByRole("heading", { name: "Le potager en hiver" }).waitFor();
});

test("a double click sends a sound once, and it is in the list", async () => {
  using disk = scratch();
  await writeWav(disk.file("pluie.wav"), toneSamples(440, -20, 1));
  await page.goto(`${demo.url}/chaine`);
  await page.getByRole("button", { name: "Ajouter un son" }).click();
  await page.getByLabel("Fichier son").setInputFiles(disk.file("pluie.wav"));
  await page.getByRole("button", { name: "Création de la classe" }).click();
  const add = page.getByRole("button", { name: "Ajouter", exact: true });
  // What is missing is said where it is missing, and the second click changes nothing.
  const forPupils = page.getByRole("switch", { name: /Les élèves peuvent le lancer/ });
  await add.dblclick();
  await page.getByText("Dites quels enfants on y entend, ou qu’il n’y en a pas.").waitFor();
  expect(await forPupils.isChecked()).toBe(true);
  await page.getByRole("button", { name: "Aucune voix d’enfant" }).click();
  await add.dblclick();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Modifier pluie" }).waitFor();
  expect(await page.getByRole("button", { name: "Modifier pluie" }).count()).toBe(1);
});

test("a show is not planned on a day that is over", async () => {
  await page.goto(`${demo.url}/emissions`);
  await page.getByRole("button", { name: "Nouvelle émission" }).click();
  await page.getByRole("dialog").getByLabel("Titre de l’émission").fill("Hier");
  const when = page.locator("input[type=datetime-local]");
  await when.fill("2026-01-01T10:00");
  // A press beside what is half typed loses nothing.
  await page.mouse.click(5, 5);
  await page.getByText("Ce jour est passé\u00a0: choisissez-en un à venir.").waitFor();
  await page.locator("dialog[open] button[type=submit]").click();
  expect(await page.getByRole("dialog").isVisible()).toBe(true);
  await when.fill("2099-01-01T10:00");
  await page.locator("dialog[open] button[type=submit]").click();
  await page.getByRole("dialog").waitFor({ state: "hidden" });
});
