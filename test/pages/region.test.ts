import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openSeat, sizes } from "../support/browser.ts";
import { noteWhatIsForbidden, overflowOn, violationsOn } from "../support/page-faults.ts";
import { scratch } from "../support/scratch.ts";
import { startProcess } from "../support/station.ts";

const path = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const pictures = path("test-results/pages");

async function look(page: Page, name: string) {
  expect(await page.evaluate(() => document.documentElement.dataset.forbidden), `${name}: forbidden`).toBeUndefined();
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    expect(await violationsOn(page), `${name} at ${size}`).toEqual([]);
    expect(await overflowOn(page), `${name} at ${size}`).toBe(0);
    await page.screenshot({ path: `${pictures}/${name}-${size}.png` });
  }
}

const list = `UAI;nom;ville
0180001D;École Jean Zay;Bourges
0180002E;École du Centre;Vierzon
0180002F;École sans code;Vierzon
0410017W;;Blois
0180001D;École Jean Zay encore;Bourges
`;

test("a region's admin comes in by the machine's link, makes a school, imports a list, shuts a school, and is let into nothing else", async () => {
  await mkdir(pictures, { recursive: true });
  using directory = scratch();
  const data = ["--data", directory.path];
  const jsonIn = (line: string) => (line.startsWith("{") ? line : undefined);
  await using demo = await startProcess(path("server/demo/main.ts"), ["--port", "0", ...data], jsonIn);
  const { url } = JSON.parse(demo.found) as { url: string };
  const made = await promisify(execFile)(process.execPath, [
    path("server/region-admin.ts"),
    "m.besson@region.test",
    ...data,
  ]);
  await using seat = await openSeat({});
  const { page } = seat;
  await noteWhatIsForbidden(page);

  await page.goto(`${url}/bienvenue#${made.stdout.split(/[#\n]/)[1]!}`);
  await page.getByLabel("Nom que les élèves voient").fill("M. Besson");
  await page.getByLabel("Mot de passe", { exact: true }).fill("le vent souffle sur la Loire");
  await page.getByRole("button", { name: "Entrer" }).click();
  await page.getByRole("heading", { name: "Établissements" }).waitFor();

  await page.getByRole("button", { name: "Nouvel établissement" }).click();
  await page.getByLabel("Nom", { exact: true }).fill("École des Tilleuls");
  await page.getByLabel("Ville", { exact: true }).fill("Mehun-sur-Yèvre");
  await page.getByLabel("Code UAI").fill("0180003Z");
  await page.getByText("Ce n’est pas un code UAI").waitFor();
  await look(page, "region-nouveau");
  await page.getByLabel("Code UAI").fill("0180003F");
  await page.getByRole("button", { name: "Créer l’établissement" }).click();
  await page.getByLabel("Adresse e-mail").fill("direction@tilleuls.test");
  await look(page, "region-etablissement");
  await page.getByRole("button", { name: "Faire un lien" }).click();
  await page
    .getByRole("dialog", { name: /École des Tilleuls/ })
    .getByText(/bienvenue#|Lien/)
    .first()
    .waitFor();
  await page.keyboard.press("Escape");

  await page.getByRole("link", { name: "Importer une liste" }).click();
  const file = { name: "liste.csv", mimeType: "text/csv", buffer: Buffer.from(list) };
  await page.getByLabel("Choisir un fichier").setInputFiles(file);
  await page.getByText("2 établissements à créer").waitFor();
  await page.getByText("Ligne 4").waitFor();
  await page.getByText("Ligne 6 : le code 0180001D est déjà plus haut.").waitFor();
  await look(page, "region-import");
  await page.getByLabel("Importer sans ces 3 lignes").check();
  await page.getByRole("button", { name: "Importer la liste" }).click();
  await page.getByText("4 établissements").waitFor();
  await page.getByText("École Jean Zay").waitFor();

  await page.getByRole("button", { name: "Modifier École du Centre" }).click();
  await page.getByRole("button", { name: "Fermer l’établissement" }).click();
  await page
    .getByRole("dialog", { name: "Fermer École du Centre" })
    .getByRole("button", { name: "Fermer l’établissement" })
    .click();
  await page.getByText("Fermé", { exact: true }).waitFor();
  await look(page, "region");
  await page.getByLabel("Chercher un nom, une ville ou un code").fill("zay bourges");
  await page.getByText("École du Centre").waitFor({ state: "detached" });

  for (const elsewhere of ["/emissions", "/classe", "/ecole/equipe"]) {
    await page.goto(`${url}${elsewhere}`);
    await page.waitForURL(`${url}/region`);
  }
  expect(seat.errors).toEqual([]);
});
