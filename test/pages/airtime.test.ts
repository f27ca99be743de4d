import { expect, test } from "vitest";
import { openSeat } from "../support/browser.ts";
import { lookInto } from "../support/look-at.ts";
import { rundownItem } from "../support/rundown.ts";
import { staffPassword } from "../support/school.ts";
import { openTestStation } from "../support/station.ts";

const look = lookInto("airtime");
const sentence = "Bonjour à toutes et à tous, voici la météo de la semaine à Vierzon. ";

test("the rundown tells how long its texts take, and by how much the show is too long, as they are written", async () => {
  await using station = await openTestStation();
  const { school, store, url } = station;
  const items = [
    rundownItem("Générique", { plannedSeconds: 20 }),
    rundownItem("Météo", { plannedSeconds: 30, speakers: [school.pupils[0].id], prompterText: sentence.repeat(10) }),
    rundownItem("Fin", { plannedSeconds: 10, speakers: ["teacher"], prompterText: sentence }),
  ];
  await store.rundowns.save(school.show.id, { revision: 0, items });
  await using seat = await openSeat({ isStill: true });
  const { page } = seat;
  await page.goto(url);
  await page.getByLabel("Adresse e-mail").fill(station.staffEmail);
  await page.getByLabel("Mot de passe").fill(staffPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.waitForURL(/\/emissions/);
  await page.goto(`${url}/emissions/${school.show.id}/conducteur`);
  await page.getByText(/Avec les textes.*de trop/).waitFor();
  await page.getByText(/texte ≈ .*trop long/).waitFor();
  await page.getByRole("button", { name: /^Modifier Météo/ }).click();
  await page.getByText("D’après une lecture d’adulte : on n’a pas encore deux prises").waitFor();
  await look(page, "trop-long");
  await page.evaluate(() => (document.documentElement.dataset.theme = "dark"));
  await look(page, "trop-long-sombre");
  await page.getByLabel("Texte du prompteur").fill(sentence);
  await page.getByText(/texte ≈ .*trop long/).waitFor({ state: "detached" });
  await page.getByText(/Avec les textes.*(de moins que prévu|comme prévu)/).waitFor();
  expect(seat.errors.filter((line) => !line.includes("401"))).toEqual([]);
});
