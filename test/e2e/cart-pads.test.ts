import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSeat, sizes, type Seat } from "../support/browser.ts";
import { startProcess } from "../support/station.ts";

const demoPath = fileURLToPath(new URL("../../server/demo/main.ts", import.meta.url));
const picturesDirectory = fileURLToPath(new URL("../../test-results/pages", import.meta.url));

const open = new AsyncDisposableStack();
let demo: Record<"url" | "staffEmail" | "staffPassword" | "showUrl", string>;
let axe: string;
let seat: Seat;

beforeAll(async () => {
  await mkdir(picturesDirectory, { recursive: true });
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
  const jsonIn = (line: string) => (line.startsWith("{") ? line : undefined);
  demo = JSON.parse(open.use(await startProcess(demoPath, ["--port", "0"], jsonIn)).found) as typeof demo;
  seat = open.use(await openSeat({}));
  await seat.page.goto(demo.url);
  await seat.page.getByLabel("Adresse e-mail").fill(demo.staffEmail);
  await seat.page.getByLabel("Mot de passe").fill(demo.staffPassword);
  await seat.page.getByRole("button", { name: "Se connecter" }).click();
  await seat.page.waitForURL(/\/emissions/);
});

afterAll(() => open.disposeAsync());

/** A picture at each size, and what axe finds wrong in the parts that this file is about; pages.test.ts looks at whole pages. */
async function look(page: Page, name: string, part: string) {
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${picturesDirectory}/${name}-${size}.png` });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${name} at ${size}`).toBeLessThanOrEqual(0);
  }
  await page.evaluate(axe);
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    `axe.run(${JSON.stringify(part)})`,
  );
  const violations = found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect(violations, name).toEqual([]);
}

test("a sound is asked where it comes from before it is sent", async () => {
  const { page } = seat;
  await page.goto(`${demo.url}/chaine`);
  await page.getByRole("button", { name: "Ajouter un son" }).click();
  await page
    .getByLabel("Fichier son")
    .setInputFiles({ name: "pluie.wav", mimeType: "audio/wav", buffer: Buffer.from("x") });
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await page.getByText("Dites d’où vient ce son.").waitFor();
  await page.getByRole("button", { name: "Licence libre" }).click();
  await page.getByLabel("Auteur ou autrice").waitFor();
  await look(page, "son-nouveau", "dialog[open]");
  await page.getByRole("button", { name: "Fermer" }).click();
  await look(page, "sons-etagere", ".panel.carts");
  await page.getByRole("button", { name: "Modifier Jingle Hirondelle" }).click();
  await page.getByText(/^Mesuré à −/).waitFor();
  await look(page, "son-modifier", "dialog[open]");
});

test("the sounds of a show are put in order by the keyboard, and stand so on the desk's pads", async () => {
  const { page } = seat;
  await page.goto(`${demo.url}/emissions`);
  await page.getByRole("button", { name: /^Choisir les sons de/ }).click();
  await page.getByRole("button", { name: /^Déplacer Tapis calme, place 4 sur 4/ }).press("ArrowUp");
  const handle = page.getByRole("button", { name: /^Déplacer Tapis calme, place 3 sur 4/ });
  await handle.press("ArrowUp");
  await page.getByRole("button", { name: /^Retirer Virgule/ }).click();
  await page.getByRole("button", { name: /^Mettre Virgule/ }).waitFor();
  await look(page, "sons-emission", "dialog[open]");
  await page.goto(demo.showUrl);
  const pads = page.locator(".pad");
  await expect
    .poll(() => pads.locator(".name").allTextContents())
    .toEqual(["Tapis calme", "Jingle Hirondelle", "Générique"]);
});

test("pads play by their keys, wherever these lie on a French keyboard, and never while somebody types", async () => {
  const { page } = seat;
  // The rundown may have an item of the same name.
  const pads = page.locator(".pads");
  const theme = pads.getByRole("button", { name: /^Générique/ });
  // What a French keyboard sends for its third key.
  await page.keyboard.press("Digit3");
  await expect.poll(() => theme.getAttribute("aria-pressed")).toBe("true");
  await look(page, "sons-regie", ".pads");
  await page.keyboard.press("Digit3");
  await expect.poll(() => theme.getAttribute("aria-pressed")).toBe("false");
  await theme.click({ button: "right" });
  const panel = page.getByRole("dialog", { name: "Modifier Générique" });
  await panel.getByLabel("Nom du son").press("Digit3");
  expect(await theme.getAttribute("aria-pressed")).toBe("false");
  await panel.getByLabel("Nom du son").fill("Générique du matin");
  await look(page, "sons-regie-modifier", ".pad-panel");
  await panel.getByRole("button", { name: "Enregistrer" }).click();
  await pads.getByRole("button", { name: /^Générique du matin/ }).waitFor();
  await page.getByRole("button", { name: "Ranger les sons de l’émission" }).click();
  await page
    .getByRole("dialog", { name: "Sons de l’émission" })
    .getByRole("button", { name: /^Mettre Virgule/ })
    .click();
  await pads.getByRole("button", { name: /^Virgule/ }).waitFor();
  await look(page, "sons-regie-ranger", ".pad-panel");
});
