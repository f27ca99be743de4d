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
  await page.getByRole("button", { name: "Création de la classe" }).click();
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await page.getByText("Dites quels enfants on y entend, ou qu’il n’y en a pas.").waitFor();
  await page.getByRole("button", { name: "Des élèves de la classe" }).click();
  await page.getByRole("group", { name: "Lesquels\u00a0?" }).getByRole("button").first().click();
  await look(page, "son-voix", "dialog[open]");
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
  await pads.first().waitFor();
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

test("a pad that is to be held plays while it is held, and one that is pressed long is changed instead of played", async () => {
  const { page } = seat;
  await page.setViewportSize(sizes.desktop);
  await page.goto(demo.showUrl);
  const pads = page.locator(".pads");
  const jingle = pads.getByRole("button", { name: /^Jingle/ });
  const isPlaying = async () => (await jingle.getAttribute("aria-pressed")) === "true";
  await jingle.hover();
  await page.mouse.down();
  const panel = page.getByRole("dialog", { name: "Modifier Jingle Hirondelle" });
  await panel.waitFor();
  await page.mouse.up();
  expect(await isPlaying(), "a long press is no order to play").toBe(false);
  // Everything that is needed in a show stands in the column without being pushed.
  const body = panel.locator(".column-body");
  expect(await body.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  await panel.getByLabel("Lecture").selectOption({ label: "Tant qu’on appuie" });
  await panel.getByRole("button", { name: "Enregistrer" }).click();
  await pads.getByRole("button", { name: /^Jingle.*maintenir/ }).waitFor();
  await jingle.hover();
  await page.mouse.down();
  await expect.poll(isPlaying).toBe(true);
  await page.mouse.up();
  await expect.poll(isPlaying).toBe(false);
});

test("pads are dragged into another order, and the desk has it at once", async () => {
  const { page } = seat;
  await page.getByRole("button", { name: "Ranger les sons de l’émission" }).click();
  const order = page.getByRole("dialog", { name: "Sons de l’émission" });
  const rows = order.locator("ol > li");
  const names = () => rows.locator("b, .link-key").allTextContents();
  await rows.nth(3).waitFor();
  const before = await names();
  await rows.nth(0).locator(".handle").hover();
  await page.mouse.down();
  const target = (await rows.nth(2).boundingBox())!;
  await page.mouse.move(target.x + 20, target.y + target.height / 2, { steps: 6 });
  await page.mouse.up();
  const [first, second, third, ...others] = before;
  await expect.poll(names).toEqual([second, third, first, ...others]);
  await expect.poll(() => page.locator(".pads .name").allTextContents()).toEqual(await names());
});
