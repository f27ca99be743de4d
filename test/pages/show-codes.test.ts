import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { codePath } from "../../client/class-code-link.ts";
import { openSeat, sizes } from "../support/browser.ts";
import { overflowOn, violationsOn } from "../support/page-faults.ts";
import { staffPassword } from "../support/school.ts";
import { openTestStation } from "../support/station.ts";

const picturesDirectory = fileURLToPath(new URL("../../test-results/show-codes", import.meta.url));

async function look(page: Page, name: string) {
  await mkdir(picturesDirectory, { recursive: true });
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    expect(await violationsOn(page), `${name} at ${size}`).toEqual([]);
    expect(await overflowOn(page), `${name} at ${size}`).toBe(0);
    await page.screenshot({ path: `${picturesDirectory}/${name}-${size}.png`, fullPage: name === "classe" });
  }
}

test("the desk gives its show a code, a child at home enters by it, and the class page takes it away", async () => {
  await using station = await openTestStation();
  await using teacher = await openSeat({ size: "desktop" });
  await using child = await openSeat({ size: "phone" });
  const { page } = teacher;
  const { show } = station.school;
  await page.goto(`${station.url}/?retour=/regie/${show.id}`);
  await page.getByLabel("Adresse e-mail").fill(station.staffEmail);
  await page.getByLabel("Mot de passe").fill(staffPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByRole("button", { name: "De l’émission", exact: true }).click();
  await page.getByRole("button", { name: "Donner un code" }).click();
  await page.getByText("Jusqu’à la fin de l’émission", { exact: true }).waitFor();
  await look(page, "regie");
  const code = (await station.store.showCodes.find(show.id))!.code;
  await child.page.goto(station.url + codePath(code));
  await child.page.getByRole("button", { name: "Awa" }).click();
  await child.page.waitForURL(/\/studio\//);
  await page.goto(`${station.url}/classe`);
  await page.locator(".show-codes").getByText(code).first().waitFor();
  await look(page, "classe");
  await page.getByRole("button", { name: `Retirer le code de ${show.title}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Retirer", exact: true }).click();
  await page.getByRole("button", { name: "Donner un code" }).waitFor();
  expect(await station.store.showCodes.find(show.id)).toBeUndefined();
  await child.page.getByText("Vous n’êtes plus connecté à la station.").waitFor();
});
