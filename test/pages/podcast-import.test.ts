import { writeFile } from "node:fs/promises";
import { test } from "vitest";
import { openSeat } from "../support/browser.ts";
import { hostedSound } from "../support/imported-sounds.ts";
import { lookInto } from "../support/look-at.ts";
import { staffPassword } from "../support/school.ts";
import { scratch } from "../support/scratch.ts";
import { openTestStation } from "../support/station.ts";

const look = lookInto("podcast-import");

test("a teacher brings files over, answers for the voices, and hears of what is no sound", async () => {
  using folder = scratch();
  await hostedSound(folder, "2024-09-02 La rentrée.mp3", 440);
  await hostedSound(folder, "2024-09-09 Le moulin.mp3", 550);
  await writeFile(folder.file("2024-09-16 La page.mp3"), "<html>Vous devez vous connecter</html>");
  await using station = await openTestStation();
  await using teacher = await openSeat({});
  const { page } = teacher;
  await page.goto(`${station.url}/?retour=/chaine`);
  await page.getByLabel("Adresse e-mail").fill(station.staffEmail);
  await page.getByLabel("Mot de passe").fill(staffPassword);
  await page.getByRole("button", { name: "Se connecter" }).click();
  await page.getByRole("link", { name: "Reprendre un podcast" }).click();
  await page.getByRole("button", { name: "Des fichiers" }).click();
  await look(page, "fichiers");
  const names = ["2024-09-02 La rentrée.mp3", "2024-09-09 Le moulin.mp3", "2024-09-16 La page.mp3"];
  await page.getByLabel("Fichiers").setInputFiles(names.map((name) => folder.file(name)));
  await page.getByText("3 épisodes").waitFor();
  await page.getByRole("button", { name: "Les familles" }).click();
  await page.getByRole("button", { name: "Faire venir" }).click();
  await page.getByText("Écrivez une phrase").waitFor();
  await look(page, "question");
  await page.getByLabel("Pourquoi").fill("Les familles ont signé en septembre 2024.");
  await page.getByRole("button", { name: "Faire venir" }).click();
  await page.getByText("Un épisode n’a pas pu venir").waitFor({ timeout: 60_000 });
  await page.getByText("Ce fichier n’est pas un son que la station connaît.").waitFor();
  await page.getByText("Ces voix vont jusqu’à : Les familles").waitFor();
  await look(page, "venus");
  // A page that was closed meanwhile finds it again.
  await page.reload();
  await page.getByText("Un épisode n’a pas pu venir").waitFor();
});
